// Draws every icon of the product from the two pictures in assets (run by hand after a change of
// them; the results are committed): node scripts/icons.mjs. Needs Chromium.
import { chromium } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { icns, ico } from './lib/icon-files.mjs';
import { root } from './lib/paths.mjs';

const assets = join(root, 'assets');
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** Readable on light and dark panels alike; macOS colours its black templates itself. */
const trayColours = { '': '#139aa2', Template: '#000000' };

/** State marks in the corner of the bell: a triangle for attention, two bars for a pause. */
const trayMarks = {
  working: '',
  attention: '<path class="gap" d="M12 4.6 17.4 16H6.6z"/><path d="M12 8.6 14.6 13.6H9.4z"/>',
  paused:
    '<rect class="gap" x="7.6" y="7" width="9" height="9"/><path d="M10 8.5V14.5M14 8.5V14.5"/>',
};

const browser = await chromium.launch({
  executablePath: process.env['PUSHDESK_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage();

/**
 * @param {string} svg
 * @param {number} size In pixels.
 * @returns {Promise<Buffer>} A PNG with a transparent ground.
 */
async function draw(svg, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true });
}

/**
 * @param {keyof typeof trayMarks} state
 * @param {string} colour
 * @param {string} bell
 */
function trayPicture(state, colour, bell) {
  const mark = trayMarks[state];
  if (mark === '') return bell.replaceAll('currentColor', colour);
  const strokes = bell.slice(bell.indexOf('<g'), bell.indexOf('</svg>'));
  // The mark cuts its surroundings out of the bell, so that both stay readable at 16 pixels.
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
    <style>.gap{fill:#000;stroke:none} .mark .gap{display:none} mask path:not(.gap){display:none}</style>
    <mask id="m"><rect width="16" height="16" fill="#fff"/>${mark}</mask>
    <g mask="url(#m)">${strokes.replaceAll('currentColor', colour)}</g>
    <g class="mark" fill="${state === 'attention' ? colour : 'none'}" stroke="${colour}"
      stroke-width="${state === 'attention' ? 1 : 2}" stroke-linejoin="round">${mark}</g></svg>`;
}

const icon = await readFile(join(assets, 'icon.svg'), 'utf8');
const bell = await readFile(join(assets, 'bell.svg'), 'utf8');
await mkdir(join(assets, 'icons'), { recursive: true });
await mkdir(join(assets, 'tray'), { recursive: true });

/** @type {Map<number, Buffer>} */
const drawn = new Map();
for (const size of appSizes) {
  const png = await draw(icon, size);
  drawn.set(size, png);
  await writeFile(join(assets, 'icons', `${size}x${size}.png`), png);
}
await writeFile(join(assets, 'icon.ico'), ico(drawn));
await writeFile(join(assets, 'icon.icns'), icns(drawn));

for (const state of /** @type {(keyof typeof trayMarks)[]} */ (Object.keys(trayMarks))) {
  for (const [suffix, colour] of Object.entries(trayColours)) {
    const picture = trayPicture(state, colour, bell);
    await writeFile(join(assets, 'tray', `${state}${suffix}.png`), await draw(picture, 16));
    await writeFile(join(assets, 'tray', `${state}${suffix}@2x.png`), await draw(picture, 32));
  }
}
await browser.close();
