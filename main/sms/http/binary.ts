import { fromHex } from '../../codecs/bytes.ts';

/** How binary parameters are spelled. */
export type BinaryEncoding = 'base64' | 'hex';

/** Binary data of a message. */
export interface BinaryData {
  readonly data: Uint8Array;
  /** With its length octet; empty when there is none. */
  readonly udh: Uint8Array;
}

const hexPattern = /^(?:[0-9a-f]{2})*$/iu;
const base64Pattern = /^[\w+/-]*={0,2}$/u;

function readAs(text: string, encoding: BinaryEncoding): Uint8Array | undefined {
  if (encoding === 'hex') return hexPattern.test(text) ? fromHex(text.toLowerCase()) : undefined;
  const bare = text.replace(/=+$/u, '');
  if (!base64Pattern.test(text) || bare.length % 4 === 1) return undefined;
  // Both alphabets of RFC 4648 are taken.
  return new Uint8Array(Buffer.from(bare, 'base64'));
}

/** A query that was not percent-encoded has lost its plus signs; lines are broken in long texts. */
function tidy(text: string): string {
  return text.replace(/[\r\n\t]+/gu, '').replaceAll(' ', '+');
}

/** Hex that cannot be whole base64: only hex digits, in pairs, but not in fours. */
function isPlainlyHex(text: string): boolean {
  return hexPattern.test(text) && text.length % 4 === 2;
}

function isHeader(octets: Uint8Array | undefined): boolean {
  return octets !== undefined && octets[0] === octets.length - 1;
}

/**
 * Reads `data` and `udh` of a binary message. Where `encoding` is not told it is base64, but for
 * clients that send hex and do not say so: a header shows by its length octet (GSM 03.40 §9.2.3.24)
 * how it is spelled, and data is spelled the same way; data alone is hex when it cannot be base64.
 */
export function readBinary(
  spelled: { readonly data: string; readonly udh: string },
  told: BinaryEncoding | undefined,
): BinaryData | 'data-invalid' | 'udh-invalid' {
  const data = tidy(spelled.data);
  const udh = tidy(spelled.udh);
  const encoding = told ?? guess(data, udh);
  const header = readAs(udh, encoding);
  if (header === undefined || (header.length > 0 && !isHeader(header))) return 'udh-invalid';
  const octets = readAs(data, encoding);
  return octets === undefined ? 'data-invalid' : { data: octets, udh: header };
}

function guess(data: string, udh: string): BinaryEncoding {
  if (udh !== '') {
    if (isHeader(readAs(udh, 'base64'))) return 'base64';
    return isHeader(readAs(udh, 'hex')) ? 'hex' : 'base64';
  }
  return isPlainlyHex(data) ? 'hex' : 'base64';
}
