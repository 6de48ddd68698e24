import type { Random } from '../../platform/random.ts';

const firstMs = 1_000;
const longestMs = 5 * 60_000;
/** Each wait is drawn from this part of its length below and above, so that waits do not bunch up. */
const spread = 0.2;

/**
 * How long to wait after so many failures in a row (from 1): 1 s, 2 s, 4 s … up to 5 minutes, each
 * a fifth shorter or longer by chance.
 */
export function backOffMs(failures: number, random: Random): number {
  const wait = Math.min(firstMs * 2 ** Math.min(failures - 1, 30), longestMs);
  const drawn = random.integer(2_001) / 1_000 - 1;
  return Math.round(wait * (1 + spread * drawn));
}

/** Longest wait that a far side may ask for. */
export function cappedRetryAfterMs(retryAfterMs: number | undefined): number {
  return Math.min(retryAfterMs ?? 0, longestMs);
}
