import fc from 'fast-check';

const controls = /[^\P{Cc}\t\r\n]|[\ufffe\uffff]/gu;

/** Any characters that XML has, among them those that it has to write in another way. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 24 }).map((text) => text.replace(controls, '')),
  fc.constantFrom('', ']]>', 'a]]>]]>b', '<&>"\'', 'line\r\nline\n', '&#13;', ' x ', 'äöü€😀'),
);

/** A name, number or identifier: white space around it would mean nothing. */
export const anyToken: fc.Arbitrary<string> = fc.stringMatching(/^[!-~]{1,12}$/);
