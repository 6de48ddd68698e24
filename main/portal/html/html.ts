/** Markup that is safe to send: everything in it that is not ours is escaped. */
export interface Html {
  readonly markup: string;
}

/** What can stand in markup: texts are escaped, markup is not. */
export type HtmlValue = Html | string | number | undefined | readonly (Html | undefined)[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands between tags or within the quotes of an attribute. */
function escapeText(text: string): string {
  // Control characters are no part of any text here, and some are forbidden in HTML.
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}

function render(value: HtmlValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(render).join('');
}

/** Puts markup together. Attributes have to be quoted. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const markup = strings.map((text, index) => text + render(values[index])).join('');
  return { markup };
}

/** Markup that another part of the product has made, such as a picture. */
export function trustedMarkup(markup: string): Html {
  return { markup };
}
