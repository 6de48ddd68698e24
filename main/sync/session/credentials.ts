import { createHash, timingSafeEqual } from 'node:crypto';
import { md5, md5Base64 } from '../../codecs/hash.ts';
import type { Credentials, SyncmlVersion } from '../../codecs/syncml/message/model.ts';

/** What a client signs in with (OMA SyncML security 1.2 §5). */
export type SignInClaim =
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  /** The user's name travels beside it, in Source/LocName. */
  | { readonly kind: 'md5'; readonly digest: Uint8Array }
  | { readonly kind: 'unknown' };

const DIGEST_OCTETS = 16;

/**
 * Reads a Cred. Old clients leave the type of Basic out, and some send the sixteen octets of MD5 as
 * they are.
 */
export function readCredentials(credentials: Credentials): SignInClaim {
  const type = credentials.type.trim().toLowerCase();
  const { data } = credentials;
  if (type === 'syncml:auth-md5') return readDigest(data);
  if (type !== 'syncml:auth-basic' && type !== '') return { kind: 'unknown' };
  const text = typeof data === 'string' ? data : Buffer.from(data).toString('utf8');
  for (const plain of [Buffer.from(text, 'base64').toString('utf8'), text]) {
    const colon = plain.indexOf(':');
    if (colon < 0) continue;
    return { kind: 'basic', user: plain.slice(0, colon), password: plain.slice(colon + 1) };
  }
  return { kind: 'unknown' };
}

function readDigest(data: string | Uint8Array): SignInClaim {
  if (typeof data !== 'string' && data.length === DIGEST_OCTETS) {
    return { kind: 'md5', digest: data };
  }
  const text = typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
  const digest = Buffer.from(text.trim(), 'base64');
  if (digest.length !== DIGEST_OCTETS) return { kind: 'unknown' };
  return { kind: 'md5', digest: new Uint8Array(digest) };
}

/** Whether a password is the right one, in time that does not depend on where it differs. */
export function isSamePassword(given: string, stored: string): boolean {
  const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digestOf(given), digestOf(stored));
}

/**
 * Whether an MD5 digest was made with this name, password and nonce: since 1.1
 * `MD5(B64(MD5(user ":" password)) ":" nonce)`, in 1.0 `MD5(user ":" password ":" nonce)`, which some
 * clients of that version make the newer way as well.
 */
export function isRightDigest(
  digest: Uint8Array,
  user: string,
  password: string,
  nonce: Uint8Array,
  version: SyncmlVersion,
): boolean {
  const newer = md5(md5Base64(user, ':', password), ':', nonce);
  const older = md5(user, ':', password, ':', nonce);
  const fitsNewer = timingSafeEqual(digest, newer);
  const fitsOlder = timingSafeEqual(digest, older);
  return fitsNewer || (version === '1.0' && fitsOlder);
}
