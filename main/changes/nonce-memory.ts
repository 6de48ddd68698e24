import { doorLimits } from './limits.ts';

/** Remembers the nonces of signed datagrams for as long as a replay could pass as fresh. */
export interface NonceMemory {
  /** True the first time that it sees a nonce. */
  isNew(nonce: string, now: number): boolean;
}

/**
 * Makes a memory of at most `size` nonces. When it is full of nonces that may still be replayed, a
 * new one is refused: dropping an old one would let its datagram in again.
 */
export function createNonceMemory(size: number = doorLimits.nonces): NonceMemory {
  // A datagram may be dated ahead by the window and be replayed until the window behind it ends.
  const keepMs = 2 * doorLimits.signatureAgeMs;
  const seen = new Map<string, number>();

  function forget(now: number): void {
    // Insertion order is order of arrival, so the walk ends at the first that is still young.
    for (const [nonce, at] of seen) {
      if (now - at <= keepMs) return;
      seen.delete(nonce);
    }
  }

  return {
    isNew(nonce, now) {
      forget(now);
      if (seen.has(nonce) || seen.size >= size) return false;
      seen.set(nonce, now);
      return true;
    },
  };
}
