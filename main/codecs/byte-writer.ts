import { hasLoneSurrogate } from './bytes.ts';
import { CodecError, type CodecFormat } from './codec-error.ts';

const utf8Encoder = new TextEncoder();
/** Up to here a loop is faster than a call of the encoder. */
const shortText = 48;

/** Takes octets one after the other: to keep them, or only to count them. */
export interface ByteSink {
  /** One octet. */
  u8(value: number): void;
  /** uintvar / mb_u_int32 of a value below 2^32, in as few octets as possible. */
  uintvar(value: number): void;
  /** All octets of an array. */
  bytes(bytes: Uint8Array): void;
  /** UTF-8 of a text; a lone surrogate is a CodecError `invalid-value`. */
  utf8(text: string, format: CodecFormat): void;
}

/** Collects octets in a buffer that grows; values outside a field's width are the caller's to check. */
export class ByteWriter implements ByteSink {
  #buffer: Uint8Array;
  #length = 0;

  constructor(capacity = 256) {
    this.#buffer = new Uint8Array(capacity);
  }

  /** Octets written so far. */
  get length(): number {
    return this.#length;
  }

  /** One octet. */
  u8(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#length] = value;
    this.#length += 1;
  }

  /** Two octets, big-endian. */
  u16(value: number): void {
    this.u8(value >>> 8);
    this.u8(value);
  }

  /** Three octets, big-endian. */
  u24(value: number): void {
    this.u8(value >>> 16);
    this.u16(value);
  }

  /** uintvar / mb_u_int32 of a value below 2^32, in as few octets as possible. */
  uintvar(value: number): void {
    for (let shift = 28; shift > 0; shift -= 7) {
      const rest = Math.floor(value / 2 ** shift);
      if (rest > 0) this.u8(0x80 | (rest & 0x7f));
    }
    this.u8(value & 0x7f);
  }

  /** All octets of an array. */
  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** UTF-8 of a text; a lone surrogate is a CodecError `invalid-value`. */
  utf8(text: string, format: CodecFormat): void {
    // A code unit makes three octets at most.
    this.#reserve(text.length * 3);
    if (text.length <= shortText && this.#ascii(text)) return;
    if (hasLoneSurrogate(text)) throw new CodecError(format, 'invalid-value');
    const { written } = utf8Encoder.encodeInto(text, this.#buffer.subarray(this.#length));
    this.#length += written;
  }

  #ascii(text: string): boolean {
    const buffer = this.#buffer;
    const start = this.#length;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit > 0x7f) return false;
      buffer[start + index] = unit;
    }
    this.#length += text.length;
    return true;
  }

  /** Replaces octets that were written before. */
  patch(offset: number, bytes: Uint8Array): void {
    this.#buffer.set(bytes, offset);
  }

  /** A view of what was written from `start`; valid until the next write. */
  view(start: number): Uint8Array {
    return this.#buffer.subarray(start, this.#length);
  }

  /** A copy of everything that was written. */
  finish(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }

  #reserve(length: number): void {
    const needed = this.#length + length;
    if (needed <= this.#buffer.length) return;
    const buffer = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
    buffer.set(this.#buffer);
    this.#buffer = buffer;
  }
}
