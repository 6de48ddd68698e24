import type { Clock } from './clock.ts';
import { BoundedMap } from './bounded-map.ts';

/** Counts what somebody does within a span of time. */
export interface RateLimit {
  /** Counts one more. */
  count(key: string): number;
  /** Seconds until one who is beyond the limit may go on; 0 for everybody else. */
  waitSeconds(key: string): number;
  /** How many are remembered. */
  readonly size: number;
}

/** Makes a limit: `limit` times within `windowMs`, for the `keys` that were last seen. */
export function createRateLimit(
  clock: Clock,
  options: { readonly limit: number; readonly windowMs: number; readonly keys: number },
): RateLimit {
  const { limit, windowMs, keys } = options;
  const seen = new BoundedMap<string, { readonly count: number; readonly from: number }>(keys);

  const current = (key: string) => {
    const entry = seen.get(key);
    return entry !== undefined && clock.monotonic() - entry.from < windowMs ? entry : undefined;
  };

  return {
    count(key) {
      const entry = current(key) ?? { count: 0, from: clock.monotonic() };
      const count = entry.count + 1;
      seen.set(key, { count, from: entry.from });
      return count;
    },
    waitSeconds(key) {
      const entry = current(key);
      if (entry === undefined || entry.count < limit) return 0;
      return Math.max(1, Math.ceil((entry.from + windowMs - clock.monotonic()) / 1_000));
    },
    get size() {
      return seen.size;
    },
  };
}
