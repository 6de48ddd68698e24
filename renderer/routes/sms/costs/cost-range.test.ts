import { describe, expect, it } from 'vitest';
import { monthsBefore, monthsBetween, offeredMonths, readCostRange } from './cost-range.ts';

const november = new Date(2026, 10, 22).getTime();

describe('the range of the cost report', () => {
  it('is this year until a person says otherwise', () => {
    expect(readCostRange({}, november)).toEqual({ by: 'month', from: '2026-01', to: '2026-11' });
  });

  it('stands in the URL, whichever way round it was written', () => {
    const url = { by: 'gateway', from: '2026-03', to: '2025-12' };
    expect(readCostRange(url, november)).toEqual({
      by: 'gateway',
      from: '2025-12',
      to: '2026-03',
    });
  });

  it('passes over what is no month', () => {
    expect(readCostRange({ from: '2026-13', to: 'now', by: 'moon' }, november)).toMatchObject({
      from: '2026-01',
      by: 'month',
    });
  });
});

it('counts months over the ends of years', () => {
  expect(monthsBefore('2026-01', 1)).toBe('2025-12');
  expect(monthsBefore('2025-12', -1)).toBe('2026-01');
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(offeredMonths(november).slice(0, 2)).toEqual(['2026-11', '2026-10']);
});
