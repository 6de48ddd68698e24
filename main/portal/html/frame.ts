import { createHash } from 'node:crypto';
import type { Language } from '../../../shared/i18n/languages.ts';
import type { PageAnswer } from '../ports.ts';
import { html, trustedMarkup } from './html.ts';
import type { Html } from './html.ts';
import { style } from './style.ts';

const styleHash = createHash('sha256').update(style).digest('base64');
/** Whole, as one more blank within it would be another hash. */
const styleElement = trustedMarkup(`<style>${style}</style>`);

/**
 * Headers of everything that the pages answer with: nothing is kept, nothing is loaded, nobody puts
 * it into a frame, and the address, which may hold a token, is told to nobody.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  vary: 'accept-language, cookie',
};

/** A page before it becomes an answer. */
export interface Page {
  readonly status?: number;
  readonly title: string;
  readonly body: Html;
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

/** Makes the answer of a page. */
export function pageAnswer(language: Language, page: Page): PageAnswer {
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title}</title>
        ${styleElement}
      </head>
      <body>
        <main>${page.body}</main>
      </body>
    </html> `;
  return {
    status: page.status ?? 200,
    headers: { ...pageHeaders, 'content-type': 'text/html; charset=utf-8', ...page.headers },
    body: document.markup,
  };
}

/** Sends the browser on with a GET. `location` is a path, or an address of this server. */
export function redirectAnswer(
  location: string,
  headers: Readonly<Record<string, string | string[]>> = {},
): PageAnswer {
  return { status: 303, headers: { ...pageHeaders, ...headers, location }, body: '' };
}

/** A method that the page does not take. */
export function methodAnswer(allow: string): PageAnswer {
  const headers = { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8', allow };
  return { status: 405, headers, body: 'Not allowed.' };
}
