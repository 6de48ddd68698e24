import { describe, expect, it } from 'vitest';
import type { RecurrenceRule } from '../item.ts';
import { moveSeries } from './moved-rule.ts';

const moved = (at: string, rule: RecurrenceRule, zone = 'Europe/Prague'): unknown =>
  moveSeries(rule, { kind: 'utc', at }, zone)?.rule;

describe('a series by the clock of another zone', () => {
  it.each<[string, string, RecurrenceRule, RecurrenceRule]>([
    [
      'days of the week',
      '2024-01-07T23:30:00Z',
      { frequency: 'weekly', byDay: [{ day: 'SU' }, { day: 'TU' }] },
      { frequency: 'weekly', byDay: [{ day: 'MO' }, { day: 'WE' }] },
    ],
    [
      'the first day of the week where weeks are skipped',
      '2024-01-07T23:30:00Z',
      { frequency: 'weekly', interval: 2, byDay: [{ day: 'SU' }, { day: 'TU' }] },
      {
        frequency: 'weekly',
        interval: 2,
        byDay: [{ day: 'MO' }, { day: 'WE' }],
        weekStart: 'TU',
      },
    ],
    [
      'days of the month',
      '2024-01-10T23:30:00Z',
      { frequency: 'monthly', byMonthDay: [10, -2] },
      { frequency: 'monthly', byMonthDay: [11, -1] },
    ],
    [
      "New Year's Eve",
      '2024-12-31T23:30:00Z',
      { frequency: 'yearly', byMonth: [12], byMonthDay: [31] },
      { frequency: 'yearly', byMonth: [1], byMonthDay: [1] },
    ],
    [
      'days of the year',
      '2024-01-10T23:30:00Z',
      { frequency: 'yearly', byYearDay: [10] },
      { frequency: 'yearly', byYearDay: [11] },
    ],
  ])('moves %s', (_, at, rule, expected) => {
    expect(moved(at, rule)).toEqual(expected);
  });

  it.each<[string, string, RecurrenceRule]>([
    [
      'the n-th weekday',
      '2024-01-01T23:30:00Z',
      { frequency: 'monthly', byDay: [{ day: 'MO', nth: 1 }] },
    ],
    ['the last day of a month', '2024-01-31T23:30:00Z', { frequency: 'monthly', byMonthDay: [-1] }],
    ['a day that some months lack', '2024-01-28T23:30:00Z', { frequency: 'monthly' }],
    ['the eve of a leap day', '2024-02-28T23:30:00Z', { frequency: 'yearly' }],
    ['hours', '2024-01-10T12:00:00Z', { frequency: 'daily', byHour: [12, 14] }],
  ])('has no rule for %s', (_, at, rule) => {
    expect(moved(at, rule)).toBeUndefined();
  });

  it('leaves a rule alone that stays on its days', () => {
    const rule: RecurrenceRule = { frequency: 'monthly', byDay: [{ day: 'MO', nth: 1 }] };
    expect(moved('2024-01-01T12:00:00Z', rule)).toBe(rule);
  });
});
