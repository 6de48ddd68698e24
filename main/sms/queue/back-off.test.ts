import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '../../platform/random.ts';
import { backOffMs, cappedRetryAfterMs } from './back-off.ts';

it('doubles from one second to five minutes, a fifth shorter or longer by chance', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer(), (failures, seed) => {
      const wait = backOffMs(failures, seededRandom(seed));
      const middle = Math.min(1_000 * 2 ** (failures - 1), 300_000);
      expect(wait).toBeGreaterThanOrEqual(middle * 0.8 - 1);
      expect(wait).toBeLessThanOrEqual(middle * 1.2 + 1);
    }),
  );
});

it('does as it is asked for five minutes at most', () => {
  expect([undefined, 7_000, 1e9].map(cappedRetryAfterMs)).toEqual([0, 7_000, 300_000]);
});
