import { compact, type Draft } from '../compact.ts';
import type { RecurrenceRule, Weekday, When } from '../item.ts';
import { contentLimits } from '../limits.ts';
import { readUntil, weekdays } from './rule.ts';
import { compactForm, dateOf, instantOf, readingIn, readingOf, utc } from './when.ts';

/**
 * Reads a vCalendar 1.0 rule (vCalendar 1.0 §2.1.2, "Basic Recurrence Rule Grammar"); undefined when
 * it is not understood. A rule without an end is endless: the grammar says "twice", but phones that
 * leave the end out mean "for ever".
 */
export function readLegacyRule(
  text: string,
  start: When,
  zone?: string,
): RecurrenceRule | undefined {
  if (text.length > contentLimits.ruleLength) return undefined;
  const [first = '', ...tokens] = text.trim().toUpperCase().split(/\s+/);
  const [, unit, digits] = /^(D|W|MP|MD|YM|YD)(\d{1,4})$/.exec(first) ?? [];
  const interval = Number(digits);
  if (unit === undefined || interval === 0 || tokens.length > contentLimits.ruleParts) {
    return undefined;
  }
  const rule: Draft<RecurrenceRule> = { interval: interval === 1 ? undefined : interval };
  const words: string[] = [];
  for (const token of tokens) {
    if (!readEnd(rule, token, start, zone)) words.push(token);
  }
  return readWords(rule, unit, words, start) ? compact<RecurrenceRule>(rule as never) : undefined;
}

/** Writes a vCalendar 1.0 rule; undefined when its grammar has no words for it. */
export function writeLegacyRule(
  rule: RecurrenceRule,
  start: When,
  zone: string,
): string | undefined {
  if (rule.byHour ?? rule.byMinute ?? rule.bySecond ?? rule.byWeekNumber) return undefined;
  const words = wordsOf(rule, start);
  return words === undefined ? undefined : `${words} ${endOf(rule, start, zone)}`;
}

function readEnd(
  rule: Draft<RecurrenceRule>,
  token: string,
  start: When,
  zone: string | undefined,
): boolean {
  if (/^#\d{1,6}$/.test(token)) {
    const count = Number(token.slice(1));
    if (count > 0) rule.count = count;
    return true;
  }
  const until = /^\d{8}/.test(token) ? readUntil(token, zone) : undefined;
  if (until === undefined) return false;
  rule.until = start.kind === 'date' ? dateOf(readingIn(until, zone ?? 'UTC')) : until;
  return true;
}

function readWords(
  rule: Draft<RecurrenceRule>,
  unit: string,
  words: readonly string[],
  start: When,
): boolean {
  switch (unit) {
    case 'D':
      rule.frequency = 'daily';
      return words.length === 0;
    case 'W':
      rule.frequency = 'weekly';
      rule.byDay = words.filter(isWeekday).map((day) => ({ day }));
      return rule.byDay.length === words.length;
    case 'MP':
      return readPositions(rule, words, start);
    case 'MD': {
      rule.frequency = 'monthly';
      const days = words.map((word) => (word === 'LD' ? -1 : signed(word)));
      rule.byMonthDay = days.filter((day) => day !== undefined && Math.abs(day) <= 31) as number[];
      return rule.byMonthDay.length === words.length;
    }
    default: {
      rule.frequency = 'yearly';
      const largest = unit === 'YM' ? 12 : 366;
      const numbers = words.map(signed).filter((n) => n !== undefined && n > 0 && n <= largest);
      if (unit === 'YM') rule.byMonth = numbers as number[];
      else rule.byYearDay = numbers as number[];
      return numbers.length === words.length;
    }
  }
}

/** `1+ 2+ SA SU 1- FR`: positions belong to the days behind them. */
function readPositions(
  rule: Draft<RecurrenceRule>,
  words: readonly string[],
  start: When,
): boolean {
  const days: { day: Weekday; nth: number }[] = [];
  let positions: number[] = [];
  let used = true;
  for (const word of words) {
    if (isWeekday(word)) {
      if (positions.length === 0) return false;
      for (const nth of positions) days.push({ day: word, nth });
      used = true;
      continue;
    }
    const nth = signed(word);
    if (nth === undefined || Math.abs(nth) > 5 || days.length > contentLimits.ruleParts) {
      return false;
    }
    positions = used ? [nth] : [...positions, nth];
    used = false;
  }
  if (days.length === 0 || !used) return false;
  rule.byDay = days;
  rule.frequency = 'monthly';
  if ((rule.interval ?? 1) % 12 === 0) {
    // How a yearly "last Sunday of March" is said here.
    const years = (rule.interval ?? 12) / 12;
    rule.frequency = 'yearly';
    rule.interval = years === 1 ? undefined : years;
    rule.byMonth = [new Date(readingOf(start)).getUTCMonth() + 1];
  }
  return true;
}

function wordsOf(rule: RecurrenceRule, start: When): string | undefined {
  const interval = rule.interval ?? 1;
  const date = new Date(readingOf(start));
  const month = date.getUTCMonth() + 1;
  switch (rule.frequency) {
    case 'daily':
      if (rule.byMonth ?? rule.byMonthDay ?? rule.byYearDay ?? rule.bySetPosition) return undefined;
      if (rule.byDay === undefined) return `D${String(interval)}`;
      return interval === 1 ? `W1 ${rule.byDay.map(({ day }) => day).join(' ')}` : undefined;
    case 'weekly': {
      if (rule.byMonth ?? rule.byMonthDay ?? rule.byYearDay ?? rule.bySetPosition) return undefined;
      const days = rule.byDay?.map(({ day }) => day) ?? [weekdays[(date.getUTCDay() + 6) % 7]];
      return `W${String(interval)} ${days.join(' ')}`;
    }
    case 'monthly':
      if (rule.byMonth ?? rule.byYearDay) return undefined;
      return monthlyWords(rule, interval, date.getUTCDate());
    case 'yearly': {
      if (rule.byYearDay !== undefined) {
        const others = rule.byMonth ?? rule.byMonthDay ?? rule.byDay ?? rule.bySetPosition;
        if (others !== undefined || rule.byYearDay.some((day) => day < 0)) return undefined;
        return `YD${String(interval)} ${rule.byYearDay.join(' ')}`;
      }
      const months = rule.byMonth ?? [month];
      const inStartMonth = months.length === 1 && months[0] === month;
      if (rule.byDay !== undefined) {
        // Without a month the n-th weekday is one of the year, which has no words.
        const sayable = inStartMonth && rule.byMonth !== undefined && interval < 800;
        return sayable ? monthlyWords(rule, interval * 12, date.getUTCDate()) : undefined;
      }
      if (rule.bySetPosition !== undefined) return undefined;
      if (rule.byMonthDay !== undefined) {
        const same = rule.byMonthDay.length === 1 && rule.byMonthDay[0] === date.getUTCDate();
        if (!same || rule.byMonth === undefined) return undefined;
      }
      return `YM${String(interval)} ${months.join(' ')}`;
    }
    default:
      return undefined;
  }
}

function monthlyWords(
  rule: RecurrenceRule,
  interval: number,
  startDay: number,
): string | undefined {
  if (rule.byDay === undefined) {
    if (rule.bySetPosition !== undefined) return undefined;
    const days = (rule.byMonthDay ?? [startDay]).map((day) =>
      day === -1 ? 'LD' : day < 0 ? `${String(-day)}-` : String(day),
    );
    return `MD${String(interval)} ${days.join(' ')}`;
  }
  if (rule.byMonthDay !== undefined) return undefined;
  const single = rule.byDay.length === 1 ? rule.byDay[0] : undefined;
  if (rule.bySetPosition !== undefined && (single === undefined || single.nth !== undefined)) {
    return undefined;
  }
  const positioned = rule.byDay.flatMap(({ day, nth }) => {
    const all = nth === undefined ? (rule.bySetPosition ?? [1, 2, 3, 4, 5]) : [nth];
    return all.map((position) => ({ day, position }));
  });
  if (positioned.some(({ position }) => Math.abs(position) > 5)) return undefined;
  const words = positioned.map(
    ({ day, position }) => `${String(Math.abs(position))}${position < 0 ? '-' : '+'} ${day}`,
  );
  return `MP${String(interval)} ${words.join(' ')}`;
}

function endOf(rule: RecurrenceRule, start: When, zone: string): string {
  if (rule.count !== undefined) return `#${String(rule.count)}`;
  if (rule.until === undefined) return '#0';
  if (start.kind === 'date') return `${rule.until.at.slice(0, 10).replaceAll('-', '')}T000000`;
  if (rule.until.kind === 'date') {
    const lastSecond: When = { kind: 'floating', at: `${rule.until.at}T23:59:59` };
    return compactForm(utc(instantOf(lastSecond, zone)));
  }
  return compactForm(utc(instantOf(rule.until, zone)));
}

function signed(word: string): number | undefined {
  const [, digits, sign] = /^(\d{1,3})([+-])?$/.exec(word) ?? [];
  if (digits === undefined || Number(digits) === 0) return undefined;
  return sign === '-' ? -Number(digits) : Number(digits);
}

function isWeekday(word: string): word is Weekday {
  return weekdays.some((day) => day === word);
}
