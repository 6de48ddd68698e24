import { describe, expect, it } from 'vitest';
import { barHeights, niceTop } from './bar-heights.ts';

describe('a stacked bar', () => {
  it('grows from the bottom, piece on piece', () => {
    expect(barHeights([2, 1], 4, 100)).toEqual([
      { y: 50, height: 50 },
      { y: 25, height: 25 },
    ]);
  });

  it('stands under a round number', () => {
    expect([0, 4, 5, 11, 99, 101, 501].map(niceTop)).toEqual([4, 4, 5, 20, 100, 200, 1_000]);
  });
});
