import { html } from '../html/html.ts';
import type { Page } from '../html/frame.ts';
import type { Words } from '../html/words.ts';

/**
 * What everybody sees whose link does not work, whether it never existed, has ended, was withdrawn or
 * belongs to another browser: it tells nothing of anybody.
 *
 * A browser that came from another site, such as web mail, left its cookie at home. From this page it
 * brings it along, so trying again helps whoever has it.
 */
export function gonePage({ say }: Words, status: 404 | 410): Page {
  return {
    status,
    title: say('gone.title'),
    body: html`<h1>${say('gone.title')}</h1>
      <p>${say('gone.text')}</p>
      <p><a href="">${say('gone.again')}</a></p>`,
  };
}

/** For those who open too much. */
export function limitedPage({ say }: Words, seconds: number): Page {
  return {
    status: 429,
    title: say('limited.title'),
    body: html`<h1>${say('limited.title')}</h1>
      <p>${say('limited.text', { seconds })}</p>`,
    headers: { 'retry-after': String(seconds) },
  };
}

/** Before a link that works once is given to a browser: programs that look ahead do not press it. */
export function oncePage({ say }: Words): Page {
  return {
    title: say('once.title'),
    body: html`<h1>${say('once.title')}</h1>
      <p>${say('once.text')}</p>
      <form method="post"><button>${say('once.button')}</button></form>`,
  };
}
