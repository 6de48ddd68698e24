import type { Clock } from '../../platform/clock.ts';
import type { Random } from '../../platform/random.ts';
import { syncLimits } from '../limits.ts';
import { BoundedMap } from '../../platform/bounded-map.ts';

/** A nonce that nobody can guess, in printable ASCII. */
export function makeNonce(random: Random): Uint8Array {
  const text = Buffer.from(random.bytes(syncLimits.nonceOctets)).toString('base64url');
  return new Uint8Array(Buffer.from(text));
}

/**
 * Nonces of challenges that no correct answer has come to. They live in memory alone: strangers must
 * not be able to make the server write, nor to wear out the nonce that a client has stored. A
 * restart costs a client one more challenge.
 */
export interface OpenChallenges {
  /** A new nonce, in place of the one before. */
  issue(syncId: string, user: string): Uint8Array;
  find(syncId: string, user: string): Uint8Array | undefined;
  /** A correct answer came: it cannot be used again. */
  close(syncId: string, user: string): void;
}

/** Makes an empty list of challenges. */
export function createOpenChallenges(clock: Clock, random: Random): OpenChallenges {
  const open = new BoundedMap<string, { nonce: Uint8Array; at: number }>(syncLimits.challenges);
  const keyOf = (syncId: string, user: string): string => `${syncId}\n${user.toLowerCase()}`;
  return {
    issue(syncId, user) {
      const nonce = makeNonce(random);
      open.set(keyOf(syncId, user), { nonce, at: clock.monotonic() });
      return nonce;
    },
    find(syncId, user) {
      const challenge = open.get(keyOf(syncId, user));
      if (!challenge || clock.monotonic() - challenge.at > syncLimits.challengeMs) return undefined;
      return challenge.nonce;
    },
    close(syncId, user) {
      open.take(keyOf(syncId, user));
    },
  };
}
