import { moveSeries } from '../calendar/moved-rule.ts';
import { weekdays } from '../calendar/rule.ts';
import { dateOf, instantOf, readingIn, readingOf, readWhen, utc } from '../calendar/when.ts';
import { compact } from '../compact.ts';
import type { RecurrenceRule, Weekday, When } from '../item.ts';
import { childText, writeElement, type Element } from './flat-xml.ts';

/** Outlook's masks: Sunday is 1, Saturday 64. */
const maskDays: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** RecurrenceType: daily, weekly, monthly, monthly on the n-th weekday, yearly, the same for years. */
const types = { daily: 0, weekly: 1, monthly: 2, monthNth: 3, yearly: 5, yearNth: 6 } as const;

/** Elements that say how a SIF event or task recurs. */
export const ruleElements = [
  'IsRecurring',
  'RecurrenceType',
  'Interval',
  'MonthOfYear',
  'DayOfMonth',
  'DayOfWeekMask',
  'Instance',
  'PatternStartDate',
  'PatternEndDate',
  'NoEndDate',
  'Occurrences',
  'Exceptions',
] as const;

/** Reads the rule of a SIF object; undefined when it does not recur. */
export function readSifRule(
  root: Element,
  start: When | undefined,
  zone: string,
): RecurrenceRule | undefined {
  if (!isTrue(childText(root, 'IsRecurring'))) return undefined;
  const number = (name: string): number | undefined => {
    const value = childText(root, name) ?? '';
    return /^-?\d{1,6}$/.test(value) ? Number(value) : undefined;
  };
  const type = number('RecurrenceType');
  const mask = number('DayOfWeekMask') ?? 0;
  const days = maskDays.filter((_, index) => (mask & (1 << index)) !== 0);
  const instance = number('Instance') ?? 1;
  // The fifth is Outlook's word for the last.
  const nth = instance === 5 ? -1 : instance;
  const dayOfMonth = number('DayOfMonth');
  const month = number('MonthOfYear');
  const byMonth = month !== undefined && month >= 1 && month <= 12 ? [month] : undefined;
  const byMonthDay =
    dayOfMonth !== undefined && dayOfMonth >= 1 && dayOfMonth <= 31 ? [dayOfMonth] : undefined;
  const interval = number('Interval') ?? 1;
  const base = {
    interval: interval > 1 ? interval : undefined,
    ...readEnd(root, start, zone),
  };
  const positioned =
    days.length === 1
      ? { byDay: days.map((day) => ({ day, nth })) }
      : { byDay: days.map((day) => ({ day })), bySetPosition: [nth] };
  switch (type) {
    case types.daily:
      return compact<RecurrenceRule>({
        ...base,
        frequency: days.length > 0 ? 'weekly' : 'daily',
        byDay: days.map((day) => ({ day })),
      });
    case types.weekly:
      return compact<RecurrenceRule>({
        ...base,
        frequency: 'weekly',
        byDay: days.map((day) => ({ day })),
      });
    case types.monthly:
      return compact<RecurrenceRule>({ ...base, frequency: 'monthly', byMonthDay });
    case types.monthNth:
      return days.length === 0
        ? undefined
        : compact<RecurrenceRule>({ ...base, frequency: 'monthly', ...positioned });
    case types.yearly:
      return compact<RecurrenceRule>({ ...base, ...years(interval), byMonth, byMonthDay });
    case types.yearNth:
      return days.length === 0
        ? undefined
        : compact<RecurrenceRule>({ ...base, ...years(interval), byMonth, ...positioned });
    default:
      return undefined;
  }
}

/** Writes a rule; empty when SIF has no words for it. */
export function writeSifRule(
  rule: RecurrenceRule | undefined,
  start: When | undefined,
  zone: string,
): string[] {
  const notRecurring = [writeElement('IsRecurring', '0')];
  if (rule === undefined || start === undefined) return notRecurring;
  // SIF has instants only: whoever reads them takes the days from the clock of the user.
  const series = moveSeries(rule, start, zone);
  const pattern = series === undefined ? undefined : patternOf(series.rule, series.start);
  if (pattern === undefined) return notRecurring;
  const own = start.kind === 'zoned' ? start.zone : zone;
  const elements = {
    IsRecurring: '1',
    ...pattern,
    PatternStartDate: start.kind === 'date' ? start.at : stamp(start, zone),
    NoEndDate: rule.count === undefined && rule.until === undefined ? '1' : '0',
    ...(rule.count === undefined ? {} : { Occurrences: String(rule.count) }),
    ...(rule.until === undefined ? {} : { PatternEndDate: endOf(rule.until, start, own) }),
  };
  return Object.entries(elements).map(([name, value]) => writeElement(name, value));
}

/** True for SIF's ways of saying yes. */
export function isTrue(text: string | undefined): boolean {
  return /^(1|-1|true)$/i.test(text?.trim() ?? '');
}

/** `20240331T080000Z`. */
export function stamp(when: When, zone: string): string {
  return utc(instantOf(when, zone)).at.replace(/[-:]/g, '');
}

function patternOf(rule: RecurrenceRule, start: When): Record<string, string> | undefined {
  const date = new Date(readingOf(start));
  const interval = rule.interval ?? 1;
  const { byDay, byMonthDay, byMonth, bySetPosition } = rule;
  const others = [rule.byYearDay, rule.byWeekNumber, rule.byHour, rule.byMinute, rule.bySecond];
  if (others.some((list) => list !== undefined)) return undefined;
  const startDay = weekdays[(date.getUTCDay() + 6) % 7] ?? 'MO';
  const mask = (days: readonly Weekday[]): string =>
    String(days.reduce((sum, day) => sum | (1 << maskDays.indexOf(day)), 0));
  const every = { Interval: String(interval) };
  if (rule.frequency === 'daily' || rule.frequency === 'weekly') {
    if (byMonthDay ?? byMonth ?? bySetPosition) return undefined;
    if (rule.frequency === 'daily' && byDay === undefined) return { RecurrenceType: '0', ...every };
    if (rule.frequency === 'daily' && interval > 1) return undefined;
    const days = byDay?.map(({ day }) => day) ?? [startDay];
    return { RecurrenceType: '1', ...every, DayOfWeekMask: mask(days) };
  }
  if (rule.frequency !== 'monthly' && rule.frequency !== 'yearly') return undefined;
  const yearly = rule.frequency === 'yearly';
  if (yearly ? (byMonth?.length ?? 1) !== 1 : byMonth !== undefined) return undefined;
  if (yearly && byMonth === undefined && (byDay ?? byMonthDay) !== undefined) return undefined;
  const month = yearly
    ? {
        Interval: String(interval * 12),
        MonthOfYear: String(byMonth?.[0] ?? date.getUTCMonth() + 1),
      }
    : every;
  if (byDay === undefined) {
    const day = byMonthDay?.[0] ?? date.getUTCDate();
    if (bySetPosition !== undefined || (byMonthDay?.length ?? 1) !== 1 || day < 1) return undefined;
    return { RecurrenceType: yearly ? '5' : '2', ...month, DayOfMonth: String(day) };
  }
  const nths = new Set(byDay.map(({ nth }) => nth ?? bySetPosition?.[0]));
  const [nth] = nths;
  const ambiguous = byDay.some((each) => each.nth !== undefined) && byDay.length > 1;
  const mixed = byDay.some((each) => each.nth !== undefined) && bySetPosition !== undefined;
  if (byMonthDay !== undefined || nths.size !== 1 || ambiguous || mixed) return undefined;
  if (nth === undefined || (nth !== -1 && (nth < 1 || nth > 4))) return undefined;
  if ((bySetPosition?.length ?? 1) !== 1) return undefined;
  return {
    RecurrenceType: yearly ? '6' : '3',
    ...month,
    DayOfWeekMask: mask(byDay.map(({ day }) => day)),
    Instance: String(nth === -1 ? 5 : nth),
  };
}

/** Funambol counts the interval of yearly rules in months, others in years. */
function years(interval: number): Pick<RecurrenceRule, 'frequency'> & { interval?: number } {
  const count = interval % 12 === 0 ? interval / 12 : interval;
  return { frequency: 'yearly', interval: count > 1 ? count : (undefined as never) };
}

function readEnd(
  root: Element,
  start: When | undefined,
  zone: string,
): Pick<RecurrenceRule, 'count' | 'until'> {
  const count = Number(childText(root, 'Occurrences') ?? 0);
  if (Number.isInteger(count) && count > 0 && count < 1_000_000) return { count };
  if (isTrue(childText(root, 'NoEndDate'))) return {};
  const until = readWhen(childText(root, 'PatternEndDate') ?? '');
  if (until === undefined) return {};
  const own = start?.kind === 'zoned' ? start.zone : zone;
  if (start?.kind === 'date') return { until: dateOf(readingIn(until, own)) };
  return { until: until.kind === 'date' ? until : utc(instantOf(until, own)) };
}

function endOf(until: When, start: When, zone: string): string {
  if (start.kind === 'date' || until.kind === 'date') return until.at.slice(0, 10);
  return stamp(until, zone);
}
