import { expect, it } from 'vitest';
import { secondsLeft } from './time-left.ts';

const now = Date.UTC(2026, 0, 1);

it.each([
  ['is what is left, whole seconds', 90_500, 91],
  ['is a minute at least', 1_000, 60],
  ['is a minute even where the time is over', -5_000, 60],
  ['is a week at most', 30 * 86_400_000, 604_800],
])('the time of a message %s', (_what, ms, seconds) => {
  expect(secondsLeft({ expiresAt: now + ms }, now)).toBe(seconds);
});

it('a message that nobody gave a time has none', () => {
  expect(secondsLeft({}, now)).toBeUndefined();
});
