import { createHash, timingSafeEqual } from 'node:crypto';
import type { Random } from '../platform/random.ts';
import type { PageRequest } from './ports.ts';

/** A text that nobody can guess, in characters that stand in any URL and any header. */
export function randomText(random: Random, octets: number): string {
  return Buffer.from(random.bytes(octets)).toString('base64url');
}

/** SHA-256 of a text, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Whether two texts are the same, in time that does not depend on where they differ. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** The value of a cookie; the first one of a name is that of the longest path (RFC 6265 §5.4). */
export function readCookie(
  { headers }: Pick<PageRequest, 'headers'>,
  name: string,
): string | undefined {
  for (const pair of String(headers['cookie'] ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2);
    if (key === name && /^[\w-]{1,100}$/u.test(value)) return value;
  }
  return undefined;
}

/** What a cookie is set with. */
export interface CookieToSet {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  /** Undefined: until the browser ends. 0 takes it away. */
  readonly maxAgeSeconds?: number;
}

/** A `Set-Cookie` header: never for scripts, never for other sites, never in the clear once encrypted. */
export function setCookie(
  { isEncrypted }: Pick<PageRequest, 'isEncrypted'>,
  { name, value, path, maxAgeSeconds }: CookieToSet,
): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${Math.floor(maxAgeSeconds)}`;
  const secure = isEncrypted ? '; Secure' : '';
  return `${name}=${value}; Path=${path}${age}; HttpOnly; SameSite=Strict${secure}`;
}
