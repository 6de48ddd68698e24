import { compact, type Draft } from '../compact.ts';
import { contentLimits } from '../limits.ts';
import type { RecurrenceRule, Weekday, When } from '../item.ts';
import { compactForm, instantOf, readWhen, utc } from './when.ts';

/** Monday first, as RFC 5545 counts. */
export const weekdays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

type NumberList =
  | 'byMonthDay'
  | 'byMonth'
  | 'byYearDay'
  | 'byWeekNumber'
  | 'byHour'
  | 'byMinute'
  | 'bySecond'
  | 'bySetPosition';

/** Names of the number lists, and the largest number in each; negative ones where it says so. */
const lists: Readonly<Record<string, readonly [NumberList, number, boolean]>> = {
  BYMONTHDAY: ['byMonthDay', 31, true],
  BYMONTH: ['byMonth', 12, false],
  BYYEARDAY: ['byYearDay', 366, true],
  BYWEEKNO: ['byWeekNumber', 53, true],
  BYHOUR: ['byHour', 23, false],
  BYMINUTE: ['byMinute', 59, false],
  BYSECOND: ['bySecond', 60, false],
  BYSETPOS: ['bySetPosition', 366, true],
};

/**
 * Reads an RRULE (RFC 5545 §3.3.10). Undefined when any part of it is not understood: a rule is
 * then kept word for word, as half a rule is another series. Local UNTIL belongs to `zone`.
 */
export function readRule(text: string, zone?: string): RecurrenceRule | undefined {
  if (text.length > contentLimits.ruleLength) return undefined;
  const rule: Draft<RecurrenceRule> = {};
  for (const piece of text.trim().replace(/;$/, '').split(';')) {
    const [name = '', value = ''] = piece.split('=');
    if (!readPart(rule, name.trim().toUpperCase(), value.trim(), zone)) return undefined;
  }
  return rule.frequency === undefined ? undefined : compact<RecurrenceRule>(rule);
}

/** Writes an RRULE. */
export function writeRule(rule: RecurrenceRule): string {
  const parts = [`FREQ=${rule.frequency.toUpperCase()}`];
  if (rule.until !== undefined) parts.push(`UNTIL=${compactForm(rule.until)}`);
  if (rule.count !== undefined) parts.push(`COUNT=${String(rule.count)}`);
  if (rule.interval !== undefined) parts.push(`INTERVAL=${String(rule.interval)}`);
  for (const [name, [field]] of Object.entries(lists)) {
    const numbers = rule[field];
    if (numbers !== undefined) parts.push(`${name}=${numbers.join(',')}`);
  }
  if (rule.byDay !== undefined) {
    const days = rule.byDay.map(({ day, nth }) => `${nth === undefined ? '' : String(nth)}${day}`);
    parts.push(`BYDAY=${days.join(',')}`);
  }
  if (rule.weekStart !== undefined) parts.push(`WKST=${rule.weekStart}`);
  return parts.join(';');
}

function readPart(
  rule: Draft<RecurrenceRule>,
  name: string,
  value: string,
  zone: string | undefined,
): boolean {
  switch (name) {
    case 'FREQ': {
      const frequency = value.toLowerCase();
      if (!isFrequency(frequency)) return false;
      rule.frequency = frequency;
      return true;
    }
    case 'INTERVAL': {
      const interval = readCount(value);
      if (interval === undefined || interval === 0) return false;
      if (interval > 1) rule.interval = interval;
      return true;
    }
    case 'COUNT':
      rule.count = readCount(value);
      return rule.count !== undefined;
    case 'UNTIL':
      rule.until = readUntil(value, zone);
      return rule.until !== undefined;
    case 'WKST': {
      const day = weekdays.find((known) => known === value.toUpperCase());
      rule.weekStart = day;
      return day !== undefined;
    }
    case 'BYDAY':
      return readDays(rule, value);
    default:
      return Object.hasOwn(lists, name) && readNumbers(rule, name, value);
  }
}

/** The end of a series; local time becomes an instant, as that is how it is written. */
export function readUntil(text: string, zone: string | undefined): When | undefined {
  const until = readWhen(text, zone);
  return until?.kind === 'zoned' ? utc(instantOf(until, until.zone)) : until;
}

function readDays(rule: Draft<RecurrenceRule>, value: string): boolean {
  const pieces = value.split(',');
  if (pieces.length > contentLimits.ruleParts) return false;
  const days = [];
  for (const piece of pieces) {
    const [, nth, name] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(piece.trim().toUpperCase()) ?? [];
    const day = weekdays.find((known) => known === name);
    if (day === undefined || Number(nth) === 0) return false;
    days.push(nth === undefined ? { day } : { day, nth: Number(nth) });
  }
  rule.byDay = days;
  return true;
}

function readNumbers(rule: Draft<RecurrenceRule>, name: string, value: string): boolean {
  const [field, largest, negative] = lists[name] ?? ['byMonth', 0, false];
  const pieces = value.split(',');
  if (pieces.length > contentLimits.ruleParts) return false;
  const numbers = pieces.map((piece) =>
    /^[+-]?\d{1,3}$/.test(piece.trim()) ? Number(piece) : Number.NaN,
  );
  const fits = (number: number): boolean =>
    Math.abs(number) <= largest && (negative ? number !== 0 : number >= 0);
  if (!numbers.every(fits)) return false;
  rule[field] = numbers;
  return true;
}

function readCount(value: string): number | undefined {
  if (!/^\d{1,9}$/.test(value)) return undefined;
  const count = Number(value);
  return count > contentLimits.ruleNumber ? undefined : count;
}

function isFrequency(word: string): word is RecurrenceRule['frequency'] {
  return /^(secondly|minutely|hourly|daily|weekly|monthly|yearly)$/.test(word);
}
