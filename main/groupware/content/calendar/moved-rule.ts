import { compact } from '../compact.ts';
import type { RecurrenceRule, Weekday, When } from '../item.ts';
import { weekdays } from './rule.ts';
import { localWhen, readingIn, readingOf } from './when.ts';

const oneDay = 86_400_000;
const shortestMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A series as the clock of one zone shows it. */
export interface MovedSeries {
  readonly start: When;
  readonly rule: RecurrenceRule;
}

/**
 * The same series by the clock of `zone` (IANA), for formats whose series keep to the user's clock:
 * there it may fall on another day of the week, month or year. Undefined when no rule says the
 * same: the day after the first Monday of a month is not its first Tuesday.
 */
export function moveSeries(
  rule: RecurrenceRule,
  start: When,
  zone: string,
): MovedSeries | undefined {
  if (start.kind === 'date' || start.kind === 'floating') return { start, rule };
  const own = readingOf(start);
  const seen = readingIn(start, zone);
  const moved: When = localWhen(seen, zone);
  if (own === seen) return { start: moved, rule };
  if (rule.byHour ?? rule.byMinute ?? rule.bySecond) return undefined;
  const days = Math.floor(seen / oneDay) - Math.floor(own / oneDay);
  const changed = days === 0 ? rule : moveDays(rule, new Date(own), new Date(seen), days);
  return changed === undefined ? undefined : { start: moved, rule: changed };
}

function moveDays(
  rule: RecurrenceRule,
  from: Date,
  to: Date,
  days: number,
): RecurrenceRule | undefined {
  const { byDay, byMonth, byMonthDay, byYearDay } = rule;
  if (rule.byWeekNumber ?? rule.bySetPosition) return undefined;
  if (byDay?.some(({ nth }) => nth !== undefined) === true) return undefined;
  if (isAnniversary(rule, from)) return moveAnniversary(rule, from, to);
  const impliedDay = byDay === undefined && byYearDay === undefined && byMonthDay === undefined;
  const perMonth = rule.frequency === 'monthly' || rule.frequency === 'yearly';
  const monthDays = byMonthDay ?? (impliedDay && perMonth ? [from.getUTCDate()] : undefined);
  // Days of the week reach over the ends of the months.
  if (byMonth !== undefined && monthDays === undefined) return undefined;
  const lengths = byMonth?.map((month) => shortestMonths[month - 1] ?? 28) ?? [28];
  const movedMonthDays = moveAll(monthDays, days, Math.min(...lengths));
  const movedYearDays = moveAll(byYearDay, days, 365);
  if (movedMonthDays === null || movedYearDays === null) return undefined;
  const severalDays = (rule.interval ?? 1) > 1 && (byDay?.length ?? 0) > 1;
  return compact<RecurrenceRule>({
    ...rule,
    byDay: byDay?.map(({ day }) => ({ day: moveWeekday(day, days) })),
    byMonthDay: byMonthDay === undefined ? undefined : movedMonthDays,
    byYearDay: movedYearDays,
    // Which days belong to one week must not change where weeks are skipped.
    weekStart: severalDays ? moveWeekday(rule.weekStart ?? 'MO', days) : rule.weekStart,
  });
}

/** Once a year on the day that the series starts on, said or implied. */
function isAnniversary(rule: RecurrenceRule, start: Date): boolean {
  const only = (list: readonly number[] | undefined, value: number): boolean =>
    list === undefined || (list.length === 1 && list[0] === value);
  return (
    rule.frequency === 'yearly' &&
    rule.byDay === undefined &&
    rule.byYearDay === undefined &&
    // A day without a month is one of every month.
    (rule.byMonthDay === undefined || rule.byMonth !== undefined) &&
    only(rule.byMonth, start.getUTCMonth() + 1) &&
    only(rule.byMonthDay, start.getUTCDate())
  );
}

function moveAnniversary(rule: RecurrenceRule, from: Date, to: Date): RecurrenceRule | undefined {
  const leapDay = (date: Date): boolean => date.getUTCMonth() === 1 && date.getUTCDate() === 29;
  if (leapDay(from) || leapDay(to)) return undefined;
  return compact<RecurrenceRule>({
    ...rule,
    byMonth: rule.byMonth === undefined ? undefined : [to.getUTCMonth() + 1],
    byMonthDay: rule.byMonthDay === undefined ? undefined : [to.getUTCDate()],
  });
}

/** Null when one of the days, before or after, is not there in every period. */
function moveAll(
  list: readonly number[] | undefined,
  days: number,
  shortest: number,
): number[] | undefined | null {
  const moved = list?.map((day) => day + days);
  const steady = list?.every((day, index) => {
    const after = moved?.[index] ?? 0;
    return day * after > 0 && Math.max(Math.abs(day), Math.abs(after)) <= shortest;
  });
  return steady === false ? null : moved;
}

function moveWeekday(day: Weekday, days: number): Weekday {
  return weekdays[(weekdays.indexOf(day) + days + 7) % 7] ?? day;
}
