import type { ByteWriter } from '../byte-writer.ts';
import type { ByteReader } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';

/** First octets that announce a length instead of a value (WAP-230 §8.4.1.2). */
const longestShortLength = 30;
const lengthQuote = 31;
const textQuote = 0x7f;
const shortIntegerFlag = 0x80;
const longestInteger = 6;

/** Tells the four shapes of a value apart by its first octet (WAP-230 §8.4.1.2). */
export function valueShape(octet: number): 'length' | 'text' | 'integer' {
  if (octet <= lengthQuote) return 'length';
  return octet < shortIntegerFlag ? 'text' : 'integer';
}

/** A value-length: one octet up to 30, or a quote and a uintvar. */
export function readValueLength(reader: ByteReader): number {
  const start = reader.offset;
  const octet = reader.u8();
  if (octet > lengthQuote) throw reader.error('invalid-value', start);
  return octet === lengthQuote ? reader.uintvar() : octet;
}

/** Writes what {@link readValueLength} reads, in the shortest form. */
export function writeValueLength(writer: ByteWriter, length: number): void {
  if (length <= longestShortLength) {
    writer.u8(length);
    return;
  }
  writer.u8(lengthQuote);
  writer.uintvar(length);
}

/** A short-integer: seven bits. */
export function readShortInteger(reader: ByteReader): number {
  const start = reader.offset;
  const octet = reader.u8();
  if (octet < shortIntegerFlag) throw reader.error('invalid-value', start);
  return octet & 0x7f;
}

/** An integer-value: short, or long with up to six octets so that it stays exact in a number. */
export function readInteger(reader: ByteReader): number {
  if (reader.peek() >= shortIntegerFlag) return readShortInteger(reader);
  const start = reader.offset;
  const length = reader.u8();
  if (length === 0 || length > longestInteger) throw reader.error('invalid-value', start);
  return bigEndian(reader.view(length));
}

/** Writes an integer-value in its shortest form; one that is not exact is `invalid-value`. */
export function writeInteger(writer: ByteWriter, value: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** (8 * longestInteger)) {
    throw new CodecError('wsp', 'invalid-value');
  }
  if (value <= 0x7f) {
    writer.u8(shortIntegerFlag | value);
    return;
  }
  const octets: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 0x100)) octets.unshift(rest % 0x100);
  writer.u8(octets.length);
  for (const octet of octets) writer.u8(octet);
}

/** Unsigned number of some octets, most significant first. */
export function bigEndian(bytes: Uint8Array): number {
  return bytes.reduce((value, octet) => value * 0x100 + octet, 0);
}

/** A NUL-terminated text-string; each octet becomes one character, as WSP leaves the charset open. */
export function readText(reader: ByteReader): string {
  const bytes = reader.viewToNul();
  const quoted = bytes[0] === textQuote;
  let text = '';
  for (const octet of quoted ? bytes.subarray(1) : bytes) text += String.fromCharCode(octet);
  return text;
}

/** Writes a text-string; one that would be read as something else is a CodecError `invalid-value`. */
export function writeText(writer: ByteWriter, text: string): void {
  const first = text.charCodeAt(0);
  // NaN, of the empty text, fails the comparison as well.
  if (!(first > lengthQuote) || first === textQuote) throw new CodecError('wsp', 'invalid-value');
  if (first >= shortIntegerFlag) writer.u8(textQuote);
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 0 || character > 0xff) throw new CodecError('wsp', 'invalid-value');
    writer.u8(character);
  }
  writer.u8(0);
}
