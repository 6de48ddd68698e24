import { concatBytes } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { smppLimits } from '../limits.ts';

/** Octets of the header that every PDU begins with. */
const headerOctets = 16;

/** Cuts a stream of octets into PDUs by their length field (SMPP 3.4 §3.1). */
export class SmppFramer {
  #chunks: Uint8Array[] = [];
  #length = 0;

  /**
   * Takes the next octets; answers with the PDUs that are complete.
   *
   * @throws CodecError for a length that no PDU has: the stream cannot be read any further
   */
  push(chunk: Uint8Array): Uint8Array[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < 4) return [];
    let bytes = this.#chunks.length === 1 ? chunk : concatBytes(this.#chunks);
    const pdus: Uint8Array[] = [];
    while (bytes.length >= 4) {
      const length = lengthOf(bytes);
      if (bytes.length < length) break;
      pdus.push(new Uint8Array(bytes.subarray(0, length)));
      bytes = bytes.subarray(length);
    }
    this.#chunks = bytes.length === 0 ? [] : [bytes];
    this.#length = bytes.length;
    return pdus;
  }
}

function lengthOf(bytes: Uint8Array): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  const length = ((first * 0x100 + second) * 0x100 + third) * 0x100 + fourth;
  if (length < headerOctets) throw new CodecError('smpp', 'invalid-value');
  if (length > smppLimits.pduOctets) throw new CodecError('smpp', 'too-long');
  return length;
}
