/** First octets of every PNG (ISO/IEC 15948 §5.2). */
const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** What the head of a PNG says (ISO/IEC 15948 §11.2.2). */
export interface PngHead {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  /** 2 is colours without transparency. */
  readonly colorType: number;
}

/** Reads the head of a PNG; undefined when the octets are none. */
export function readPngHead(octets: Uint8Array): PngHead | undefined {
  const buffer = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
  const isPng =
    buffer.length >= 33 &&
    buffer.subarray(0, 8).equals(signature) &&
    buffer.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng) return undefined;
  const width = buffer.readUInt32BE(16);
  const height = buffer.readUInt32BE(20);
  if (width === 0 || height === 0) return undefined;
  return { width, height, bitDepth: buffer.readUInt8(24), colorType: buffer.readUInt8(25) };
}
