import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../platform/random.ts';

/** Cost, block size and parallelisation (RFC 7914 §2): 16 MB and about 50 ms. */
const cost = { N: 16_384, r: 8, p: 1 } as const;
const saltOctets = 16;
const hashOctets = 32;

/** Names the cost, so that digests of another one can be told apart should it ever change. */
const prefix = 'scrypt-14-8-1';

function derive(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same password may be typed in composed or decomposed characters (RFC 8265 §4.2.1).
    scrypt(password.normalize('NFC'), salt, hashOctets, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** What is kept of a password: nobody can get it back from that. */
export async function digestOf(password: string, random: Random): Promise<string> {
  const salt = random.bytes(saltOctets);
  const hash = await derive(password, salt);
  return [prefix, Buffer.from(salt).toString('base64'), hash.toString('base64')].join('$');
}

/**
 * Whether a password is the one of the digest. Without a digest it is wrong, and takes as long to
 * find out, so that nobody learns which users there are.
 */
export async function isPassword(password: string, digest: string | undefined): Promise<boolean> {
  const [kind, salt = '', hash = ''] = (digest ?? '').split('$');
  const expected = Buffer.from(hash, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'));
  return kind === prefix && expected.length === hashOctets && timingSafeEqual(found, expected);
}
