const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Makes a text safe inside of an element or a quoted attribute. Control characters, which HTML does
 * not allow, are left out.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
    .replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
