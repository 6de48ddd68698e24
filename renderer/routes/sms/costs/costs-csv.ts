import type { CostLine } from '../../../../shared/model/sms-account.ts';
import { csvLine } from '../../../components/csv.ts';

/** Lines of the cost report as CSV with a head line; amounts with a point, without the currency's sign. */
export function costsToCsv(lines: readonly CostLine[], currency: string): string {
  const head = [
    'month',
    'id',
    'name',
    'messages',
    'parts',
    'delivered',
    'failed',
    'cost',
    'currency',
    'partsWithoutPrice',
  ];
  const rows = lines.map((line) => [
    line.month,
    line.id,
    line.name,
    line.messages,
    line.parts,
    line.delivered,
    line.failed,
    // Sums of prices are binary fractions: 0.1 + 0.2.
    Number(line.cost.toFixed(6)),
    currency,
    line.unpriced,
  ]);
  return [head, ...rows].map((row) => `${csvLine(row)}\r\n`).join('');
}
