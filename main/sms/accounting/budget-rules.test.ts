import { beforeEach, describe, expect, it } from 'vitest';
import { BudgetRules } from './budget-rules.ts';
import { Meters } from './meter.ts';

const noon = new Date(2026, 11, 30, 12).getTime();
const midnight = new Date(2026, 11, 31).getTime();
const newYear = new Date(2027, 0, 1).getTime();
const none = { perMinute: null, perDay: null, perMonth: null };

let meters: Meters;
let rules: BudgetRules;

beforeEach(() => {
  meters = new Meters();
  rules = new BudgetRules(meters);
});

function freeAt(
  now: number,
  parts = 1,
  accountId = 'anna',
  deviceId: string | null = null,
): number {
  return rules.freeAt(now, { accountId, deviceId, parts });
}

function use(scope: 'account' | 'device', id: string, parts: number, now = noon): void {
  meters.of(scope, id, now).add(now, parts);
}

describe('a budget', () => {
  it('binds nobody while there is none', () => {
    use('account', 'anna', 1_000_000);
    expect(freeAt(noon, 255)).toBe(noon);
  });

  it('of a day frees at midnight, of a month with the next month', () => {
    rules.set({ ...none, scope: 'account', target: 'anna', perDay: 10, perMonth: 15 });
    use('account', 'anna', 10);
    expect(freeAt(noon)).toBe(midnight);
    expect(freeAt(midnight, 5)).toBe(midnight);
    use('account', 'anna', 5, midnight);
    expect(freeAt(midnight)).toBe(newYear);
    expect(freeAt(newYear, 10)).toBe(newYear);
    expect(freeAt(newYear, 11)).toBeGreaterThan(newYear);
  });

  it('counts parts: a long message waits where a short one still fits', () => {
    rules.set({ ...none, scope: 'account', target: 'anna', perDay: 10 });
    use('account', 'anna', 8);
    expect(freeAt(noon, 2)).toBe(noon);
    expect(freeAt(noon, 3)).toBe(midnight);
  });

  it('of one’s own goes before the rule for all, and binds account and device at once', () => {
    rules.load([
      { ...none, scope: 'account', target: '', perDay: 1 },
      { ...none, scope: 'account', target: 'anna' },
      { ...none, scope: 'device', target: '', perDay: 2 },
    ]);
    use('account', 'anna', 100);
    use('account', 'bela', 1);
    use('device', 'phone', 2);
    expect(freeAt(noon)).toBe(noon);
    expect(freeAt(noon, 1, 'bela')).toBe(midnight);
    expect(freeAt(noon, 1, 'anna', 'phone')).toBe(midnight);
    rules.remove('device', '');
    expect(freeAt(noon, 1, 'anna', 'phone')).toBe(noon);
  });

  it('sets parts aside that are under way, and gives back what was not accepted', () => {
    rules.set({ ...none, scope: 'account', target: 'anna', perMinute: 3, perDay: 3 });
    const message = { accountId: 'anna', deviceId: null, parts: 3 };
    const reservation = rules.reserve(noon, message);
    expect(freeAt(noon)).toBe(noon + 1_000);
    reservation.end(false);
    expect(freeAt(noon, 3)).toBe(noon);
    rules.reserve(noon, message).end(true);
    const next = freeAt(noon);
    expect(next).toBeGreaterThanOrEqual(noon + 60_000);
    expect(next).toBeLessThanOrEqual(noon + 60_250);
    expect(freeAt(next)).toBe(next);
  });
});
