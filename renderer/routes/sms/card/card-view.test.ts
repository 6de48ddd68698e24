import { describe, expect, it } from 'vitest';
import { sampleGateway } from '../../../testing/samples.ts';
import { breakerView, budgetViews, cardMove, signalView } from './card-view.ts';

describe('a signal', () => {
  it.each([
    [-60, 'excellent', 4],
    [-83, 'good', 3],
    [-93, 'fair', 2],
    [-109, 'weak', 1],
    [-113, 'none', 0],
  ])('of %i dBm is %s', (dbm, word, bars) => {
    expect(signalView(dbm)).toEqual({ word, bars });
  });
});

describe('the limits of a gateway', () => {
  it('are not shown where there are none', () => {
    expect(budgetViews(sampleGateway())).toEqual([]);
  });

  it('warn from four fifths on, and say when they are used up', () => {
    const gateway = sampleGateway({
      perDay: 10,
      partsToday: 8,
      perMonth: 100,
      partsThisMonth: 120,
      perMinute: 5,
      perMinuteNow: 1,
    });
    expect(budgetViews(gateway)).toEqual([
      { period: 'minute', used: 1, limit: 5, percent: 20, level: 'calm' },
      { period: 'day', used: 8, limit: 10, percent: 80, level: 'near' },
      { period: 'month', used: 120, limit: 100, percent: 100, level: 'full' },
    ]);
  });
});

describe('a breaker', () => {
  it('says nothing while the gateway works or is off', () => {
    expect(breakerView(sampleGateway(), 0)).toEqual({ kind: 'none' });
    const off = sampleGateway({ active: false, breaker: 'open', retryAt: 5_000 });
    expect(breakerView(off, 0)).toEqual({ kind: 'none' });
  });

  it('counts down to the next try', () => {
    const gateway = sampleGateway({ breaker: 'open', retryAt: 5_000 });
    expect(breakerView(gateway, 3_200)).toEqual({ kind: 'open', seconds: 2 });
    expect(breakerView(gateway, 5_000)).toEqual({ kind: 'due' });
    expect(breakerView(sampleGateway({ breaker: 'half-open' }), 0)).toEqual({ kind: 'half-open' });
  });
});

describe('the arrow keys', () => {
  it('go from card to card, and stay within them', () => {
    expect(cardMove('ArrowRight', 0, 5, 3)).toBe(1);
    expect(cardMove('ArrowDown', 1, 5, 3)).toBe(4);
    expect(cardMove('ArrowDown', 2, 5, 3)).toBeNull();
    expect(cardMove('ArrowUp', 0, 5, 3)).toBeNull();
    expect(cardMove('End', 0, 5, 3)).toBe(4);
    expect(cardMove('a', 0, 5, 3)).toBeNull();
  });
});
