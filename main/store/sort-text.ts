/** So much of it is stored: more decides no order, and few look for the end of a long line. */
const LONGEST = 300;

const needsCare = /[^\n -~]/u;

/** A text as lists are sorted by it and searched: without letter case, accents and runs of blanks. */
export function sortText(text: string): string {
  const short = text.slice(0, LONGEST);
  const plain = needsCare.test(short) ? withoutAccents(short) : short.toLowerCase();
  return plain.replace(/[^\S\n]+/gu, ' ').trim();
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd');
}
