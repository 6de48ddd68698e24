import { equalBytes } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { sanLimits } from '../limits.ts';
import { md5, md5Base64 } from '../hash.ts';

/** What the sender and the device share. */
export type SanCredentials = {
  /** The identifier that is hashed; with most senders the server-id that is on the wire. */
  readonly serverId: string;
  readonly password: string;
  /** Raw octets, as the device stored them; empty when none was ever agreed on. */
  readonly nonce: Uint8Array;
};

/**
 * Digest of a notification (OMA DS 1.2 SAN §5.2.1):
 * `MD5(B64(MD5(serverId ":" password)) ":" nonce ":" B64(MD5(trigger)))`.
 *
 * The colon stays with an empty password, as in Nokia's and Funambol's senders; libsynthesis drops
 * it. `trigger` is everything behind the digest, vendor octets included.
 */
export function computeSanDigest(
  input: SanCredentials & { readonly trigger: Uint8Array },
): Uint8Array {
  const identity = md5Base64(input.serverId, ':', input.password);
  return md5(identity, ':', input.nonce, ':', md5Base64(input.trigger));
}

/**
 * Tells whether a notification was made with these credentials. Too few octets for a digest are a
 * CodecError `truncated`.
 */
export function verifySanDigest(notification: Uint8Array, credentials: SanCredentials): boolean {
  const length = sanLimits.digestOctets;
  if (notification.length < length) throw new CodecError('san', 'truncated', notification.length);
  const expected = computeSanDigest({ ...credentials, trigger: notification.subarray(length) });
  return equalBytes(notification.subarray(0, length), expected);
}
