import { CodecError } from '../codec-error.ts';

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

const septetsByCharacter: ReadonlyMap<string, readonly number[]> = new Map<
  string,
  readonly number[]
>([
  ...basic.map((character, septet) => [character, [septet]] as const),
  ...[...extension].map(([septet, character]) => [character, [escapeSeptet, septet]] as const),
]);

/** Septets of a text, one an octet; undefined when the alphabet lacks one of its characters. */
export function textToSeptets(text: string): Uint8Array | undefined {
  const septets: number[] = [];
  for (const character of text) {
    const codes = character === '\u001b' ? undefined : septetsByCharacter.get(character);
    if (codes === undefined) return undefined;
    septets.push(...codes);
  }
  return Uint8Array.from(septets);
}

/**
 * Text of septets, one an octet. An unknown extension shows the character of the default alphabet,
 * and an escape with nothing behind it a space, as GSM 03.38 asks of a receiver. A value above 0x7f
 * is a CodecError `invalid-value`.
 */
export function septetsToText(septets: Uint8Array): string {
  let text = '';
  let escaped = false;
  for (let index = 0; index < septets.length; index += 1) {
    const septet = septets[index] ?? 0;
    const character = basic[septet];
    if (character === undefined) throw new CodecError('gsm7', 'invalid-value', index);
    if (escaped) {
      text += septet === escapeSeptet ? ' ' : (extension.get(septet) ?? character);
      escaped = false;
    } else if (septet === escapeSeptet) escaped = true;
    else text += character;
  }
  return escaped ? `${text} ` : text;
}
