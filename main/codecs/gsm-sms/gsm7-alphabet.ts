import { CodecError } from '../codec-error.ts';
import {
  lockingDifferences,
  noLanguages,
  singleAdditions,
  type NationalLanguages,
} from './national-languages.ts';

/** Septet that announces a character of the extension table (GSM 03.38 §6.2.1). */
export const escapeSeptet = 0x1b;

/** GSM 03.38 §6.2.1, default alphabet; the escape stands in for its own place. */
const basic = Array.from(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ' +
    ' !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
    '¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** GSM 03.38 §6.2.1.1, extension of the default alphabet. */
const extension: ReadonlyMap<number, string> = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]);

/** An alphabet with its extension, both ways. */
type Tables = {
  readonly basic: readonly string[];
  readonly extension: ReadonlyMap<number, string>;
  readonly septets: ReadonlyMap<string, readonly number[]>;
};

const tablesByLanguages = new Map<string, Tables>();

/** Tables of some languages; one that is not known counts as none (TS 23.040 §9.2.3.24.15). */
function tablesOf({ locking, single }: NationalLanguages): Tables {
  const key = `${String(locking)}/${String(single)}`;
  const known = tablesByLanguages.get(key);
  if (known !== undefined) return known;
  const differences = lockingDifferences.get(locking);
  const locked = basic.map((character, septet) => differences?.get(septet) ?? character);
  const shifted = new Map([...extension, ...(singleAdditions.get(single) ?? [])]);
  const escaped = [...shifted].map(
    ([septet, character]) => [character, [escapeSeptet, septet]] as const,
  );
  const plain = locked.map((character, septet) => [character, [septet]] as const);
  // A character in both takes the shorter form.
  const septets = new Map<string, readonly number[]>([...escaped, ...plain]);
  const tables = { basic: locked, extension: shifted, septets };
  tablesByLanguages.set(key, tables);
  return tables;
}

/** Septets of a text, one an octet; undefined when the tables lack one of its characters. */
export function textToSeptets(
  text: string,
  languages: NationalLanguages = noLanguages,
): Uint8Array | undefined {
  const tables = tablesOf(languages);
  const septets: number[] = [];
  for (const character of text) {
    const codes = character === '\u001b' ? undefined : tables.septets.get(character);
    if (codes === undefined) return undefined;
    septets.push(...codes);
  }
  return Uint8Array.from(septets);
}

/**
 * Text of septets, one an octet. An unknown extension shows the character of the alphabet itself,
 * and an escape with nothing behind it a space, as GSM 03.38 asks of a receiver. A value above 0x7f
 * is a CodecError `invalid-value`.
 */
export function septetsToText(
  septets: Uint8Array,
  languages: NationalLanguages = noLanguages,
): string {
  const tables = tablesOf(languages);
  let text = '';
  let escaped = false;
  for (let index = 0; index < septets.length; index += 1) {
    const septet = septets[index] ?? 0;
    const character = tables.basic[septet];
    if (character === undefined) throw new CodecError('gsm7', 'invalid-value', index);
    if (escaped) {
      text += septet === escapeSeptet ? ' ' : (tables.extension.get(septet) ?? character);
      escaped = false;
    } else if (septet === escapeSeptet) escaped = true;
    else text += character;
  }
  return escaped ? `${text} ` : text;
}
