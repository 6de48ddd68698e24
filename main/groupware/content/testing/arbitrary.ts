import fc from 'fast-check';

/** Pieces that break careless codecs, and ordinary words of several alphabets. */
const pieces = [
  'a',
  'Novák',
  'Größe',
  'Łódź',
  '北京市',
  '😀',
  ' ',
  ',',
  ';',
  ':',
  '=',
  '=3D',
  '\\',
  '\\n',
  '"',
  "'",
  '^',
  '<b>',
  '&amp;',
  ']]>',
  'BEGIN:VCARD',
  'END:VEVENT',
  '%0A',
  '+49 170 123',
  'x'.repeat(80),
] as const;

/** Texts of one line without blanks at their ends. */
export const lineText = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

/** Texts of several lines, some of them empty. */
export const blockText = fc
  .array(fc.oneof(lineText, fc.constant('')), { minLength: 1, maxLength: 5 })
  .map((lines) => lines.join('\n').trim())
  .filter((text) => text !== '');

/** Words without any character that means something to some format. */
export const plainText = fc
  .array(fc.constantFrom('a', 'b', 'Ž', 'ü', 'ß', '京', '1', ' '), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').trim().replace(/ +/g, ' '))
  .filter((text) => text !== '');

/** Fields that may be absent, and are never undefined. */
export function optional<T extends object>(fields: {
  [Key in keyof T]: fc.Arbitrary<NonNullable<T[Key]>>;
}): fc.Arbitrary<Partial<T>> {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

/** Some elements, at least one, each once. */
export function some<T>(values: readonly [T, ...T[]]): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: values.length });
}
