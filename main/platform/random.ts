import { randomBytes, randomInt } from 'node:crypto';

/** Randomness, as the services see it. */
export interface Random {
  /** `length` octets that nobody can guess. */
  bytes(length: number): Uint8Array;
  /** A whole number from 0 up to, not including, `below` (at most 2^48). */
  integer(below: number): number;
}

/** The machine's own source. */
export const systemRandom: Random = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
  integer: (below) => randomInt(below),
};

/** A source that gives the same values for the same seed (mulberry32). For tests and the demo. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  return {
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    integer: (below) => next() % below,
  };
}
