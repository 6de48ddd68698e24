/** Languages of a text in the GSM alphabet (3GPP TS 23.038 §6.2.1.2.4); 0 is the default table. */
export type NationalLanguages = {
  /** Whose table stands in the place of the default alphabet. */
  readonly locking: number;
  /** Whose table stands in the place of the extension. */
  readonly single: number;
};

/** No language: the default alphabet and its extension. */
export const noLanguages: NationalLanguages = { locking: 0, single: 0 };

/** Codes of the languages that this project knows. */
const languages = { turkish: 1, spanish: 2, portuguese: 3 } as const;

/** TS 23.038 annex A.3: where a locking table differs from the default alphabet. */
export const lockingDifferences: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map([
  [
    languages.turkish,
    new Map([
      [0x04, '€'],
      [0x07, 'ı'],
      [0x0b, 'Ğ'],
      [0x0c, 'ğ'],
      [0x1c, 'Ş'],
      [0x1d, 'ş'],
      [0x40, 'İ'],
      [0x60, 'ç'],
    ]),
  ],
  [
    languages.portuguese,
    new Map([
      ...row(0x04, 'ê'),
      ...row(0x06, 'úíóç'),
      ...row(0x0b, 'Ôô'),
      ...row(0x0e, 'Áá'),
      ...row(0x12, 'ªÇÀ∞^\\€Ó|'),
      ...row(0x1c, 'ÂâÊ'),
      ...row(0x24, 'º'),
      ...row(0x40, 'Í'),
      ...row(0x5b, 'ÃÕÚÜ'),
      ...row(0x60, '~'),
      ...row(0x7b, 'ãõ`üà'),
    ]),
  ],
]);

/** TS 23.038 annex A.2: what a single shift table has beside the extension of the default alphabet. */
export const singleAdditions: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map([
  [
    languages.turkish,
    new Map([
      [0x47, 'Ğ'],
      [0x49, 'İ'],
      [0x53, 'Ş'],
      [0x63, 'ç'],
      [0x67, 'ğ'],
      [0x69, 'ı'],
      [0x73, 'ş'],
    ]),
  ],
  [
    languages.spanish,
    new Map([
      [0x09, 'ç'],
      [0x41, 'Á'],
      [0x49, 'Í'],
      [0x4f, 'Ó'],
      [0x55, 'Ú'],
      [0x61, 'á'],
      [0x69, 'í'],
      [0x6f, 'ó'],
      [0x75, 'ú'],
    ]),
  ],
  [
    languages.portuguese,
    new Map([
      ...row(0x05, 'ê'),
      ...row(0x09, 'ç'),
      ...row(0x0b, 'Ôô'),
      ...row(0x0e, 'Áá'),
      ...row(0x12, 'ΦΓ'),
      ...row(0x15, 'ΩΠΨΣΘ'),
      ...row(0x1f, 'Ê'),
      ...row(0x41, 'À'),
      ...row(0x49, 'Í'),
      ...row(0x4f, 'Ó'),
      ...row(0x55, 'Ú'),
      ...row(0x5b, 'ÃÕ'),
      ...row(0x61, 'Â'),
      ...row(0x69, 'í'),
      ...row(0x6f, 'ó'),
      ...row(0x75, 'ú'),
      ...row(0x7b, 'ãõ'),
      ...row(0x7f, 'â'),
    ]),
  ],
]);

/** All pairs of tables but the default one, which a text is tried with first. */
export const languagePairs: readonly NationalLanguages[] = [0, ...lockingDifferences.keys()]
  .flatMap((locking) => [0, ...singleAdditions.keys()].map((single) => ({ locking, single })))
  .filter(({ locking, single }) => locking !== 0 || single !== 0);

/** Characters that follow each other in a table. */
function row(start: number, characters: string): [number, string][] {
  return Array.from(characters, (character, index) => [start + index, character]);
}
