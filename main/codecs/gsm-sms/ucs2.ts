import { CodecError } from '../codec-error.ts';

/** UCS2 of a text: its UTF-16 units, big-endian (GSM 03.38 §6.2.3). */
export function encodeUcs2(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit >> 8;
    bytes[index * 2 + 1] = unit & 0xff;
  }
  return bytes;
}

/** Text of UCS2 octets; an odd number of them is a CodecError `truncated`. */
export function decodeUcs2(bytes: Uint8Array): string {
  if (bytes.length % 2 !== 0) throw new CodecError('ucs2', 'truncated', bytes.length);
  let text = '';
  for (let index = 0; index < bytes.length; index += 2) {
    text += String.fromCharCode(((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0));
  }
  return text;
}
