import { TextDecoder } from 'node:util';
import type { ContentProfile, OutputCharset } from '../profile.ts';

/** What of a device's profile tells how its octets are read. */
export type CharsetProfile = Pick<ContentProfile, 'charsetIn'>;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');
const decoders = new Map<string, TextDecoder>();
// Anything above 0x7F; the control characters below it are dealt with later.
const beyondAscii = /[\u0080-\uffff]/;
const beyondPrintable = /[^ -~]/;
// Phones fill fields with NUL, and XML 1.0 cannot carry the others.
const controls = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu;

/** True when the text needs a character set. */
export function hasNonAscii(text: string): boolean {
  return beyondAscii.test(text);
}

/** True for text that needs neither a character set nor {@link cleanText}. */
export function isPlain(text: string): boolean {
  return !beyondPrintable.test(text);
}

/** Octets as the characters U+0000 to U+00FF, so that lines can be cut before they are decoded. */
export function toBinary(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The octets of {@link toBinary}. */
export function fromBinary(binary: string): Uint8Array {
  return Buffer.from(binary, 'latin1');
}

/** Decodes octets; an unknown character set counts as `auto`. */
export function decodeCharset(bytes: Uint8Array, label: string): string {
  const decoder = label === 'auto' ? undefined : decoderFor(label);
  if (decoder !== undefined) return decoder.decode(bytes);
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

/** The text of a binary line, in the character set it names or the device's. */
export function decodeBinary(
  binary: string,
  charset: string | undefined,
  profile: CharsetProfile,
): string {
  if (!hasNonAscii(binary)) return binary;
  return decodeCharset(fromBinary(binary), charset ?? profile.charsetIn);
}

/** Takes control characters out and makes every line end `\n`. */
export function cleanText(text: string): string {
  if (!beyondPrintable.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(controls, '');
}

/** Encodes text; characters that the character set lacks become `?`. */
export function encodeCharset(text: string, charset: OutputCharset): Uint8Array {
  if (charset === 'utf-8' || !hasNonAscii(text)) return Buffer.from(text, 'utf8');
  const binary = text
    .normalize('NFC')
    .replace(/[\u0080-\u{10ffff}]/gu, (character) =>
      String.fromCharCode(octetOf(character, charset) ?? 0x3f),
    );
  return fromBinary(binary);
}

function octetOf(character: string, charset: OutputCharset): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return code;
  if (charset === 'us-ascii') return undefined;
  if (code >= 0xa0 && code <= 0xff) return code;
  return charset === 'windows-1252' ? upperWindows1252.get(character) : undefined;
}

/** 0x80 to 0x9F of windows-1252, which ISO 8859-1 leaves to control characters. */
const upperWindows1252 = new Map(
  Array.from({ length: 32 }, (_, index) => {
    const octet = 0x80 + index;
    return [windows1252.decode(Uint8Array.of(octet)), octet] as const;
  }),
);

function decoderFor(label: string): TextDecoder | undefined {
  const name = label.trim().toLowerCase();
  const known = decoders.get(name);
  if (known !== undefined) return known;
  try {
    const decoder = new TextDecoder(name);
    // Labels come from outside; the Encoding Standard has about 220 of them.
    if (decoders.size < 256) decoders.set(name, decoder);
    return decoder;
  } catch {
    return undefined;
  }
}
