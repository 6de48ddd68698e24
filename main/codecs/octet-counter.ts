import type { ByteSink } from './byte-writer.ts';

/** Counts the octets that a codec would write. */
export class OctetCounter implements ByteSink {
  #count = 0;

  /** Octets so far. */
  get count(): number {
    return this.#count;
  }

  /** One octet. */
  u8(_value: number): void {
    this.#count += 1;
  }

  /** As many octets as a uintvar of the value has. */
  uintvar(value: number): void {
    this.#count += 1;
    for (let rest = Math.floor(value / 0x80); rest > 0; rest = Math.floor(rest / 0x80)) {
      this.#count += 1;
    }
  }

  /** All octets of an array. */
  bytes(bytes: Uint8Array): void {
    this.#count += bytes.length;
  }

  /** Octets of the text in UTF-8; a lone surrogate counts as three. */
  utf8(text: string): void {
    this.#count += Buffer.byteLength(text, 'utf8');
  }
}
