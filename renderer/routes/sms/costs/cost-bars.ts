import type { CostLine } from '../../../../shared/model/sms-account.ts';

/** Bars by month, stacked by gateway. */
export interface CostBars {
  /** Names of the gateways, the one with the most first; null stands for all others together. */
  readonly names: readonly (string | null)[];
  readonly months: readonly { readonly month: string; readonly values: readonly number[] }[];
}

/** Gateways that have a tone of their own. */
const mostShown = 3;

/** Stacks lines that are grouped by gateway: the greatest few each for itself, the rest together. */
export function costBars(
  lines: readonly CostLine[],
  months: readonly string[],
  valueOf: (line: CostLine) => number,
): CostBars {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.name, (sums.get(line.name) ?? 0) + valueOf(line));
  const ordered = [...sums].sort(([, one], [, other]) => other - one).map(([name]) => name);
  const shown = ordered.length > mostShown + 1 ? ordered.slice(0, mostShown) : ordered;
  const rest = ordered.filter((name) => !shown.includes(name));
  const sum = (month: string, names: readonly string[]): number =>
    lines
      .filter((line) => line.month === month && names.includes(line.name))
      .reduce((total, line) => total + valueOf(line), 0);
  return {
    names: rest.length === 0 ? shown : [...shown, null],
    months: months.map((month) => ({
      month,
      values: [
        ...shown.map((name) => sum(month, [name])),
        ...(rest.length === 0 ? [] : [sum(month, rest)]),
      ],
    })),
  };
}
