import { expect, it } from 'vitest';
import type { CostLine } from '../../../../shared/model/sms-account.ts';
import { costBars } from './cost-bars.ts';

const line = (month: string, name: string, parts: number): CostLine => ({
  month,
  id: name,
  name,
  messages: parts,
  parts,
  delivered: 0,
  failed: 0,
  cost: 0,
  unpriced: 0,
});

it('stacks the gateways, the greatest at the bottom, and months without SMS too', () => {
  const lines = [line('2026-01', 'a', 1), line('2026-03', 'b', 5), line('2026-03', 'a', 2)];
  const bars = costBars(lines, ['2026-01', '2026-02', '2026-03'], ({ parts }) => parts);
  expect(bars.names).toEqual(['b', 'a']);
  expect(bars.months.map(({ values }) => values)).toEqual([
    [0, 1],
    [0, 0],
    [5, 2],
  ]);
});

it('puts the smallest of many together', () => {
  const lines = ['a', 'b', 'c', 'd', 'e'].map((name, index) => line('2026-01', name, 10 - index));
  const bars = costBars(lines, ['2026-01'], ({ parts }) => parts);
  expect(bars.names).toEqual(['a', 'b', 'c', null]);
  expect(bars.months[0]?.values).toEqual([10, 9, 8, 7 + 6]);
});
