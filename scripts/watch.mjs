// The second half of npm run dev, on the product's own Node.
import { _electron } from '@playwright/test';
import { build } from 'vite';
import { acquireElectron } from './electron/acquire.mjs';
import { electronParameters, whyNoDisplay } from './electron/display.mjs';
import { root } from './lib/paths.mjs';
import { say } from './lib/run.mjs';

/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */

const complaint = whyNoDisplay();
if (complaint !== undefined) {
  say(complaint);
  process.exit(1);
}
const electron = await acquireElectron();
const parameters = [root, ...electronParameters(), ...process.argv.slice(2)];

/**
 * Builds one part now, and again whenever a source of it changes.
 * @param {string} part
 * @param {() => void} onRebuilt Not called for the first build.
 * @returns {Promise<void>} The first build; a broken source is told and waited for.
 */
async function watch(part, onRebuilt) {
  const watcher = await build({
    configFile: `vite.${part}.config.ts`,
    mode: 'development',
    logLevel: 'warn',
    build: { watch: {}, minify: false },
  });
  if (!('on' in watcher)) throw new Error(`vite does not watch ${part}`);
  let isFirst = true;
  await new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(`${part}: ${event.error.message}`);
      if (event.code !== 'END') return;
      if (isFirst) resolve(undefined);
      else onRebuilt();
      isFirst = false;
    });
  });
}

/** @type {ElectronApplication | undefined} */
let application;
let isRestarting = false;

async function open() {
  application = await _electron.launch({
    executablePath: electron.executable,
    args: parameters,
    env: Object.fromEntries(
      Object.entries({
        ...process.env,
        PUSHDESK_SQLITE_BINDING: electron.sqliteBinding ?? '',
      }).map(([name, value]) => [name, value ?? '']),
    ),
  });
  const child = application.process();
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  child.on('exit', () => {
    if (!isRestarting) process.exit(0);
  });
}

async function close() {
  await application?.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await application?.close().catch(() => undefined);
}

async function restart() {
  if (isRestarting) return;
  isRestarting = true;
  say('Starting anew …');
  await close();
  isRestarting = false;
  await open();
}

function reload() {
  say('Loading the page anew …');
  for (const page of application?.windows() ?? []) void page.reload().catch(() => undefined);
}

await watch('renderer', reload);
await watch('preload', () => void restart());
await watch('main', () => void restart());
await open();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => void close().then(() => process.exit(0)));
}
