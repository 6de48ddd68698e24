import { decodeUtf8, toHex } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';

/** The text that some octets are in UTF-8, or their hex when they are none. */
export function readableText(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes, 'hex');
  } catch (error) {
    if (error instanceof CodecError) return toHex(bytes);
    throw error;
  }
}
