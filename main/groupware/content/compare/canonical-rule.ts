import { instantOf, readingOf } from '../calendar/when.ts';
import { weekdays } from '../calendar/rule.ts';
import type { RecurrenceRule, When } from '../item.ts';

/** A rule with everything said that its start implies (RFC 5545 §3.3.10), lists sorted. */
export function canonicalRule(rule: RecurrenceRule, start: When | undefined): unknown {
  const byDay = rule.byDay?.map(({ day, nth }) => `${String(nth ?? 0)}${day}`);
  const explicit = {
    byDay,
    byMonthDay: rule.byMonthDay,
    byMonth: rule.byMonth,
    byYearDay: rule.byYearDay,
    byWeekNumber: rule.byWeekNumber,
    byHour: rule.byHour,
    byMinute: rule.byMinute,
    bySecond: rule.bySecond,
    bySetPosition: rule.bySetPosition,
  };
  const lists = { ...impliedLists(rule, start), ...defined(explicit) };
  return {
    frequency: rule.frequency,
    interval: rule.interval ?? 1,
    count: rule.count,
    until: rule.until === undefined ? undefined : untilOf(rule.until, start),
    // The first day of the week matters only when weeks are skipped.
    weekStart:
      (rule.interval ?? 1) > 1 && rule.frequency === 'weekly'
        ? (rule.weekStart ?? 'MO')
        : undefined,
    ...Object.fromEntries(
      Object.entries(lists).map(([name, values]) => [
        name,
        [...new Set(values.map(String))].sort(),
      ]),
    ),
  };
}

/** Which day of the week a local reading is. */
export function weekdayOf(start: When): (typeof weekdays)[number] {
  const day = new Date(readingOf(start)).getUTCDay();
  return weekdays[(day + 6) % 7] ?? 'MO';
}

function impliedLists(
  rule: RecurrenceRule,
  start: When | undefined,
): Record<string, readonly (string | number)[]> {
  if ((start === undefined || rule.byYearDay) ?? rule.byWeekNumber ?? rule.bySetPosition) return {};
  const date = new Date(readingOf(start));
  if (rule.frequency === 'weekly' && rule.byDay === undefined) {
    return { byDay: [`0${weekdayOf(start)}`] };
  }
  const noDay = rule.byDay === undefined && rule.byMonthDay === undefined;
  if (rule.frequency === 'monthly' && noDay) return { byMonthDay: [date.getUTCDate()] };
  if (rule.frequency === 'yearly' && noDay) {
    return { byMonth: [date.getUTCMonth() + 1], byMonthDay: [date.getUTCDate()] };
  }
  return {};
}

/** The last day of a series: a date and the moments of that day mean the same. */
function untilOf(until: When, start: When | undefined): string {
  if (start === undefined || start.kind === 'date' || until.kind === 'date') {
    return until.at.slice(0, 10);
  }
  return new Date(instantOf(until, start.kind === 'zoned' ? start.zone : 'UTC')).toISOString();
}

function defined<T>(fields: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, T] => entry[1] !== undefined),
  );
}
