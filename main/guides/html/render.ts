import type { Guide, GuideBlock, GuidePicture, GuideSpan } from '../../../shared/model/guide.ts';
import type { Wording } from '../wording.ts';
import { drawingToSvg } from './drawing.ts';
import { isWebAddress } from '../web-address.ts';
import { escapeHtml } from './escape.ts';
import { guideStyle } from './style.ts';

type Step = Extract<GuideBlock, { kind: 'step' }>;

/** Nothing may be loaded, sent or run by a guide: all that it shows is inside of it. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page with everything inside, to be shown, saved, sent and printed. */
export function renderHtml(guide: Guide, wording: Wording): string {
  const device =
    guide.deviceName === null
      ? ''
      : `<p class="device">${escapeHtml(wording.plain('words.for-device'))}</p>`;
  return [
    '<!doctype html>',
    `<html lang="${guide.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escapeHtml(guide.title)}</title>`,
    `<style>${guideStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<header>',
    '<p class="product">Pushdesk</p>',
    `<h1>${escapeHtml(guide.title)}</h1>`,
    `<p class="summary">${escapeHtml(guide.summary)}</p>`,
    device,
    '</header>',
    ...renderBlocks(guide.blocks, wording),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Steps that follow each other are one list, which begins at the number of the first. */
function renderBlocks(blocks: readonly GuideBlock[], wording: Wording): string[] {
  const parts: string[] = [];
  let isList = false;
  for (const block of blocks) {
    if (block.kind === 'step') {
      if (!isList) parts.push(`<ol start="${String(block.number)}">`);
      isList = true;
      parts.push(renderStep(block, wording));
      continue;
    }
    if (isList) parts.push('</ol>');
    isList = false;
    parts.push(renderBlock(block, wording));
  }
  if (isList) parts.push('</ol>');
  return parts;
}

function renderBlock(block: Exclude<GuideBlock, Step>, wording: Wording): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${renderSpans(block.spans)}</p>`;
    case 'note': {
      const name = wording.plain(block.tone === 'warning' ? 'words.warning' : 'words.note');
      return (
        `<p class="note${block.tone === 'warning' ? ' warning' : ''}" role="note">` +
        `<b>${escapeHtml(name)}</b> ${renderSpans(block.spans)}</p>`
      );
    }
    case 'list': {
      const items = block.items.map((spans) => `<li>${renderSpans(spans)}</li>`);
      return `<ul>${items.join('')}</ul>`;
    }
    case 'values': {
      const rows = block.rows.map(({ name, value }) =>
        value === null
          ? `<tr><th scope="row">${escapeHtml(name)}</th>` +
            `<td class="blank">${escapeHtml(wording.plain('words.fill-in'))}</td></tr>`
          : `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
      );
      return (
        `<table><caption>${escapeHtml(block.caption)}</caption>` +
        `<tbody>${rows.join('')}</tbody></table>`
      );
    }
  }
}

function renderStep(step: Step, wording: Wording): string {
  const who = wording.plain(step.who === 'admin' ? 'words.admin' : 'words.owner');
  const body = step.body.map((spans) => `<p>${renderSpans(spans)}</p>`).join('');
  const picture = step.picture === null ? '' : renderPicture(step.picture);
  const isBeside = step.picture?.kind === 'drawing';
  return [
    `<li class="step" value="${String(step.number)}">`,
    `<span class="number" aria-hidden="true">${String(step.number)}</span>`,
    `<div class="head"><h3>${escapeHtml(step.title)}</h3>`,
    `<span class="who">${escapeHtml(who)}</span></div>`,
    isBeside ? `<div class="beside"><div>${body}</div>${picture}</div>` : `${body}${picture}`,
    '</li>',
  ].join('');
}

function renderPicture(picture: GuidePicture): string {
  if (picture.kind === 'drawing') {
    return `<figure>${drawingToSvg(picture.drawing, picture.alt)}</figure>`;
  }
  return (
    `<figure><img src="data:image/png;base64,${escapeHtml(picture.data)}" ` +
    `alt="${escapeHtml(picture.alt)}" width="${String(picture.width)}" ` +
    `height="${String(picture.height)}"></figure>`
  );
}

function renderSpans(spans: readonly GuideSpan[]): string {
  return spans.map(renderSpan).join('');
}

function renderSpan({ kind, text }: GuideSpan): string {
  const safe = escapeHtml(text);
  switch (kind) {
    case 'text':
      return safe;
    case 'control':
      return `<span class="control">${safe}</span>`;
    case 'strong':
      return `<strong>${safe}</strong>`;
    case 'value':
      return isWebAddress(text)
        ? `<a href="${safe}" rel="noreferrer">${safe}</a>`
        : `<span class="value">${safe}</span>`;
  }
}
