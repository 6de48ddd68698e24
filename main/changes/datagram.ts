import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { changeInputSchema } from '../../shared/model/change.ts';
import { doorLimits } from './limits.ts';

/**
 * What signs a datagram. The MAC is the lower-case hex of HMAC-SHA256 with the shared secret
 * (UTF-8) as its key, over these six lines in UTF-8, joined with single line feeds and without one
 * at the end:
 *
 *     v1
 *     <account, as in the datagram>
 *     <folder>
 *     <origin, empty when there is none>
 *     <ts: milliseconds since 1970, decimal>
 *     <nonce>
 *
 * Texts with a line feed or carriage return are not taken from a signed datagram, so that no two
 * datagrams have the same lines.
 */
const signatureShape = {
  ts: z.number().int().nonnegative(),
  nonce: z
    .string()
    .regex(/^[0-9a-f]+$/u)
    .min(doorLimits.nonceLength.min)
    .max(doorLimits.nonceLength.max),
  mac: z.string().regex(/^[0-9a-f]{64}$/u),
};

const datagramSchema = changeInputSchema.extend({
  v: z.literal(1),
  // Kept as sent: the signature is over these octets, and names with blanks are not found anyway.
  account: z
    .string()
    .min(1)
    .max(changeInputSchema.shape.account.maxLength ?? 320),
  ts: signatureShape.ts.optional(),
  nonce: signatureShape.nonce.optional(),
  mac: signatureShape.mac.optional(),
});

/** A datagram whose form is right; nothing is said of its signature. */
export type Datagram = z.infer<typeof datagramSchema>;

/** Reads a datagram: one JSON object in UTF-8. Tells in a few words what is wrong with another. */
export function parseDatagram(bytes: Uint8Array): Datagram | { readonly wrong: string } {
  if (bytes.length > doorLimits.datagramOctets) return { wrong: 'too long' };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { wrong: 'not a JSON object' };
  }
  const parsed = datagramSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  return { wrong: path === '' ? 'not a JSON object' : `${path} is missing or wrong` };
}

/** What a signature is made over, besides the secret. */
export interface SignedFields {
  readonly account: string;
  readonly folder: string;
  readonly origin?: string | undefined;
  readonly ts: number;
  readonly nonce: string;
}

/** MAC of a change, in lower-case hex; see above for what it covers. */
export function signDatagram(secret: string, fields: SignedFields): string {
  const { account, folder, origin = '', ts, nonce } = fields;
  const text = ['v1', account, folder, origin, String(ts), nonce].join('\n');
  return createHmac('sha256', secret).update(text, 'utf8').digest('hex');
}

/** What {@link checkSignature} finds. */
export type SignatureCheck = 'none' | 'right' | 'wrong' | 'too-old';

/** Checks a datagram's signature at the time `now`; whether its nonce is new is asked elsewhere. */
export function checkSignature(datagram: Datagram, secret: string, now: number): SignatureCheck {
  const { account, folder, origin, ts, nonce, mac } = datagram;
  if (mac === undefined) return 'none';
  if (ts === undefined || nonce === undefined) return 'wrong';
  if (/[\r\n]/u.test(`${account}${folder}${origin ?? ''}`)) return 'wrong';
  const expected = Buffer.from(signDatagram(secret, { account, folder, origin, ts, nonce }), 'hex');
  if (!timingSafeEqual(expected, Buffer.from(mac, 'hex'))) return 'wrong';
  return Math.abs(now - ts) > doorLimits.signatureAgeMs ? 'too-old' : 'right';
}
