const base64Text = /^[A-Za-z0-9+/=\s]*$/u;

/**
 * Undoes the Format of a client's item (MetInf "Format"): `b64`, or nothing to do. Undefined for what
 * cannot be read: encryption such as `des;b64`, or Base64 that is none.
 */
export function fromFormat(data: Uint8Array, format: string | undefined): Uint8Array | undefined {
  switch (format?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'bin':
    case 'chr':
    case 'xml':
    case 'null':
      return data;
    case 'b64': {
      const text = Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1');
      return base64Text.test(text) ? new Uint8Array(Buffer.from(text, 'base64')) : undefined;
    }
    default:
      return undefined;
  }
}

/** The octets in Base64, as octets. */
export function toBase64(data: Uint8Array): Uint8Array {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.length);
  return new Uint8Array(Buffer.from(buffer.toString('base64'), 'latin1'));
}

/** The last place at or before `end` where UTF-8 is not cut inside of a character. */
export function characterStart(data: Uint8Array, end: number): number {
  if (end >= data.length) return data.length;
  let at = end;
  while (at > 0 && end - at < 3 && ((data[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
