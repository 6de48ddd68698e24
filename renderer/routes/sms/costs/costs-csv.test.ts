import { expect, it } from 'vitest';
import type { CostLine } from '../../../../shared/model/sms-account.ts';
import { costsToCsv } from './costs-csv.ts';

const line: CostLine = {
  month: '2026-11',
  id: 'g1',
  name: 'Office modem',
  messages: 2,
  parts: 3,
  delivered: 2,
  failed: 0,
  cost: 0.1 + 0.2,
  unpriced: 1,
};

it('writes one line for each month and name, with exact amounts', () => {
  expect(costsToCsv([line], 'EUR').split('\r\n')).toEqual([
    'month,id,name,messages,parts,delivered,failed,cost,currency,partsWithoutPrice',
    '2026-11,g1,Office modem,2,3,2,0,0.3,EUR,1',
    '',
  ]);
});

it('lets no name become a formula, and none break out of its field', () => {
  const csv = costsToCsv(
    [
      { ...line, name: '=HYPERLINK("http://x","y")' },
      { ...line, name: '@SUM(A1), "all"', id: null },
    ],
    'EUR',
  );
  expect(csv).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(csv).toContain(`2026-11,,"'@SUM(A1), ""all""",`);
});
