import { expect, it } from 'vitest';
import { createFakeClock } from '../../../platform/fake-clock.ts';
import { Pace } from './pace.ts';

it('knows no limit until somebody complains', () => {
  const pace = new Pace(createFakeClock());
  expect(Array.from({ length: 1_000 }, () => pace.takeTurn())).toEqual(Array(1_000).fill(0));
});

it('goes on a little slower than what was taken, from the next second on', async () => {
  const clock = createFakeClock();
  const pace = new Pace(clock);
  await clock.advance(5_000);
  for (let count = 0; count < 50; count += 1) pace.accepted();
  expect(pace.complained(clock.monotonic())).toBe(40);
  expect([1, 2, 3].map(() => Math.round(pace.takeTurn()))).toEqual([1_000, 1_025, 1_050]);
});

it('hears one complaint in those about messages that were sent together', async () => {
  const clock = createFakeClock();
  const pace = new Pace(clock);
  await clock.advance(5_000);
  for (let count = 0; count < 50; count += 1) pace.accepted();
  const sentAt = clock.monotonic();
  await clock.advance(10);
  expect(pace.complained(sentAt)).toBe(40);
  expect(pace.complained(sentAt)).toBeUndefined();
});

it('is never slower than one a second, and free again after a while', async () => {
  const clock = createFakeClock();
  const pace = new Pace(clock);
  for (let count = 0; count < 10; count += 1) pace.complained(clock.monotonic());
  expect(pace.takeTurn()).toBe(1_000);
  expect(pace.takeTurn()).toBe(2_000);
  await clock.advance(60_000);
  const first = pace.takeTurn();
  expect(pace.takeTurn() - first).toBeLessThan(400);
  await clock.advance(60_000);
  expect([pace.takeTurn(), pace.takeTurn()]).toEqual([0, 0]);
});
