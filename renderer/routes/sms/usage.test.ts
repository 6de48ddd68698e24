import { expect, it } from 'vitest';
import { usageOf } from './usage.ts';

it('warns from 80 percent on, and says when nothing is left', () => {
  expect(usageOf(79, 100)).toEqual({ percent: 79, state: 'working' });
  expect(usageOf(80, 100)).toEqual({ percent: 80, state: 'attention' });
  expect(usageOf(999, 1_000)).toEqual({ percent: 99, state: 'attention' });
  expect(usageOf(120, 100)).toEqual({ percent: 100, state: 'failed' });
});

it('knows no use of no limit, and none left of nothing', () => {
  expect(usageOf(5, null)).toBeNull();
  expect(usageOf(0, 0)).toEqual({ percent: 100, state: 'failed' });
});
