import { costGroupSchema } from '../../../../shared/model/sms-account.ts';
import type { CostGroup } from '../../../../shared/model/sms-account.ts';
import { oneOf } from '../../../routing/search.ts';
import type { SearchValues } from '../../../routing/search.ts';

/** Which costs are to be seen, as the URL says it. Months are `2026-11`. */
export interface CostRange {
  readonly by: CostGroup;
  readonly from: string;
  readonly to: string;
}

/** Most months that are offered, and shown in one report. */
const mostMonths = 36;

const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

/** The month of an instant, by this machine's zone. */
export function monthOf(instant: number): string {
  const date = new Date(instant);
  return `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/** The month so many months before or, with a negative number, after another. */
export function monthsBefore(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The months of a range, oldest first; a range the wrong way round is turned. */
export function monthsBetween(from: string, to: string): string[] {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const months: string[] = [];
  for (let month = first; month <= last; month = monthsBefore(month, -1)) months.push(month);
  return months.slice(-mostMonths);
}

/** Months to choose from, newest first. */
export function offeredMonths(now: number): string[] {
  return Array.from({ length: mostMonths }, (_none, index) => monthsBefore(monthOf(now), index));
}

function readMonth(value: string | undefined): string | undefined {
  return value !== undefined && monthPattern.test(value) ? value : undefined;
}

/** Reads `by`, `from` and `to` of the URL; this year's months where none are named. */
export function readCostRange(url: SearchValues, now: number): CostRange {
  const present = monthOf(now);
  const to = readMonth(url['to']) ?? present;
  const from = readMonth(url['from']) ?? `${to.slice(0, 4)}-01`;
  const by = oneOf(url['by'], costGroupSchema.options) ?? 'month';
  return from <= to ? { by, from, to } : { by, from: to, to: from };
}
