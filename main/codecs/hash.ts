import { createHash } from 'node:crypto';

// The only door to node:crypto in the codecs. Formats of 2002 ask for MD5; it protects nothing else.

/** MD5 of some octets and UTF-8 texts, one behind the other. */
export function md5(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** The same in base64 with padding: always 24 characters. */
export function md5Base64(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest('base64');
}
