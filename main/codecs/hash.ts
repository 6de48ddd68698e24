import { createHmac, hash } from 'node:crypto';

// The only door to node:crypto in the codecs. Formats of 2002 ask for MD5 and SHA-1; they protect nothing else.

/** MD5 of some octets and UTF-8 texts, one behind the other. */
export function md5(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  return new Uint8Array(hash('md5', joined(parts), 'buffer'));
}

/** The same in base64 with padding: always 24 characters. */
export function md5Base64(...parts: readonly (Uint8Array | string)[]): string {
  return hash('md5', joined(parts), 'base64');
}

/** HMAC-SHA1 of some octets (RFC 2104): 20 octets. */
export function hmacSha1(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha1', key).update(bytes).digest());
}

function joined(parts: readonly (Uint8Array | string)[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only instanceof Uint8Array) return only;
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
