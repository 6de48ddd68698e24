import { CodecError, type CodecErrorCode, type CodecFormat } from './codec-error.ts';
import { wspLimits } from './limits.ts';

const utf8Encoder = new TextEncoder();
// ignoreBOM keeps U+FEFF in the text, so that what was encoded comes back as it was.
const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loneSurrogate = /\p{Surrogate}/u;
const hexOctets = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));
const whiteSpace = /\s+/g;
const base64Pattern = /^[A-Za-z0-9+/]*={0,2}$/;
const hexPattern = /^(?:[0-9a-fA-F]{2})*$/;

/** No octets; what absent headers and vendor octets are. */
export const emptyBytes: Uint8Array = new Uint8Array(0);

/** Lower-case hex without separators. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const octet of bytes) text += hexOctets[octet] ?? '';
  return text;
}

/** Reads hex of either case without separators; else CodecError `invalid-value`. */
export function fromHex(text: string): Uint8Array {
  if (!hexPattern.test(text)) throw new CodecError('hex', 'invalid-value');
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
}

/** One new array with the octets of all parts. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Compares in time that depends on the lengths only, as digests are compared with it, too. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) {
    difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
  }
  return difference === 0;
}

/** Strict UTF-8; else CodecError `invalid-value` at `offset`. */
export function decodeUtf8(bytes: Uint8Array, format: CodecFormat, offset = 0): string {
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    throw new CodecError(format, 'invalid-value', offset);
  }
}

/** ISO 8859-1, in which every octet is a character. */
export function decodeLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The same octets as a plain array, whose views are plain arrays too; those of a Buffer are not. */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  if (!Buffer.isBuffer(bytes)) return bytes;
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Tells whether a text has half a character in it, which no encoding of Unicode can hold. */
export function hasLoneSurrogate(text: string): boolean {
  return loneSurrogate.test(text);
}

/** UTF-8; a lone surrogate would silently become U+FFFD and is refused as `invalid-value`. */
export function encodeUtf8(text: string, format: CodecFormat): Uint8Array {
  if (loneSurrogate.test(text)) throw new CodecError(format, 'invalid-value');
  return utf8Encoder.encode(text);
}

/** Octets as Base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** Octets of a Base64 text, with or without padding and white space; undefined when it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(whiteSpace, '');
  if (!base64Pattern.test(compact)) return undefined;
  return new Uint8Array(Buffer.from(compact, 'base64'));
}

/**
 * Reads a range of bytes front to back. Every read is checked against the end of the range and
 * fails with a CodecError that names the format and the octet, counted from the start of the array.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly format: CodecFormat;
  /** First octet behind the range. */
  readonly end: number;
  #offset: number;

  constructor(bytes: Uint8Array, format: CodecFormat, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.format = format;
    this.end = end;
    this.#offset = start;
  }

  /** The next octet to be read, counted from the start of the array. */
  get offset(): number {
    return this.#offset;
  }

  /** Octets left in the range. */
  get remaining(): number {
    return this.end - this.#offset;
  }

  /** An error to throw, at the current octet unless told. */
  error(code: CodecErrorCode, offset = this.#offset): CodecError {
    return new CodecError(this.format, code, offset);
  }

  /** The next octet without reading it. */
  peek(): number {
    const octet = this.#offset < this.end ? this.bytes[this.#offset] : undefined;
    if (octet === undefined) throw this.error('truncated');
    return octet;
  }

  /** One octet. */
  u8(): number {
    const octet = this.peek();
    this.#offset += 1;
    return octet;
  }

  /** Two octets, big-endian. */
  u16(): number {
    this.#need(2);
    return this.u8() * 0x100 + this.u8();
  }

  /** Three octets, big-endian. */
  u24(): number {
    this.#need(3);
    return this.u16() * 0x100 + this.u8();
  }

  /** uintvar / mb_u_int32: seven bits per octet, at most 32 bits (WAP-230 §8.1.2). */
  uintvar(): number {
    const start = this.#offset;
    let value = 0;
    for (let count = 0; count < wspLimits.uintvarOctets; count += 1) {
      const octet = this.u8();
      value = value * 0x80 + (octet & 0x7f);
      if (value > 0xffff_ffff) break;
      if (octet < 0x80) return value;
    }
    throw this.error('too-long', start);
  }

  /** A view of the next octets; use {@link take} for what is kept. */
  view(length: number): Uint8Array {
    this.#need(length);
    const start = this.#offset;
    this.#offset += length;
    return this.bytes.subarray(start, this.#offset);
  }

  /** A copy of the next octets, always a plain Uint8Array. */
  take(length: number): Uint8Array {
    return new Uint8Array(this.view(length));
  }

  /** A view of the octets up to the next NUL, which is read as well. */
  viewToNul(): Uint8Array {
    const start = this.#offset;
    const nul = this.bytes.indexOf(0, start);
    if (nul < 0 || nul >= this.end) throw this.error('truncated', this.end);
    this.#offset = nul + 1;
    return this.bytes.subarray(start, nul);
  }

  /** UTF-8 of the given number of octets. */
  utf8(length: number): string {
    const start = this.#offset;
    return decodeUtf8(this.view(length), this.format, start);
  }

  /** A reader for the next octets alone, which this reader skips. */
  section(length: number, format = this.format): ByteReader {
    this.#need(length);
    const start = this.#offset;
    this.#offset += length;
    return new ByteReader(this.bytes, format, start, this.#offset);
  }

  /** Fails with `trailing-data` unless everything was read. */
  expectEnd(): void {
    if (this.remaining > 0) throw this.error('trailing-data');
  }

  #need(length: number): void {
    if (length > this.remaining) throw this.error('truncated', this.end);
  }
}
