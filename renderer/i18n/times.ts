import type { Language } from '../../shared/i18n/languages.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Numbers, dates and durations as a language writes them. */
export interface Formats {
  readonly number: (value: number) => string;
  /** Octets as kB, MB …, with at most one decimal. */
  readonly bytes: (octets: number) => string;
  /** A length of time in its largest fitting unit: 12 ms, 5.0 s, 3 min. */
  readonly duration: (ms: number) => string;
  /** Hours, minutes, seconds and milliseconds of the day. */
  readonly clock: (instant: number) => string;
  /** Hours and minutes of the day. */
  readonly hour: (instant: number) => string;
  readonly date: (instant: number) => string;
  /** Date and time to the second, with the zone. */
  readonly exact: (instant: number) => string;
  /** The same in UTC, for comparing with other machines' logs. */
  readonly utc: (instant: number) => string;
  /** `2 minutes ago`, `yesterday`. */
  readonly relative: (instant: number, now: number) => string;
}

/** Unit and count in which a distance in time is told; null for less than ten seconds. */
export function relativeUnit(
  ms: number,
): { readonly count: number; readonly unit: Intl.RelativeTimeFormatUnit } | null {
  const distance = Math.abs(ms);
  const sign = ms < 0 ? -1 : 1;
  if (distance < 10 * second) return null;
  if (distance < minute) return { count: sign * Math.round(distance / second), unit: 'second' };
  if (distance < hour) return { count: sign * Math.floor(distance / minute), unit: 'minute' };
  if (distance < day) return { count: sign * Math.floor(distance / hour), unit: 'hour' };
  if (distance < 60 * day) return { count: sign * Math.floor(distance / day), unit: 'day' };
  return { count: sign * Math.floor(distance / (30 * day)), unit: 'month' };
}

/** What a language says for lengths of time; the counts come as finished texts. */
export interface TimeWords {
  /** For less than ten seconds ago. */
  readonly justNow: string;
  readonly milliseconds: (count: string) => string;
  readonly seconds: (count: string) => string;
  readonly minutes: (count: string) => string;
  readonly hours: (count: string) => string;
  readonly days: (count: string) => string;
}

/** Formats of a language, with its words for lengths of time. */
export function createFormats(language: Language, words: TimeWords): Formats {
  const number = new Intl.NumberFormat(language);
  const oneDigit = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const octets = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const).map(
    (name) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: name,
        unitDisplay: name === 'byte' ? 'long' : 'short',
        maximumFractionDigits: 1,
      }),
  );
  const clock = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  });
  const hourOnly = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const exact = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
    hourCycle: 'h23',
  });
  const utc = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

  return {
    number: (value) => number.format(value),
    bytes: (value) => {
      const step = value < 1_000 ? 0 : value < 1_000_000 ? 1 : value < 1_000_000_000 ? 2 : 3;
      return octets[step]?.format(value / 1_000 ** step) ?? '';
    },
    duration: (ms) => {
      if (ms < second) return words.milliseconds(number.format(Math.round(ms)));
      if (ms < 10 * second) return words.seconds(oneDigit.format(ms / second));
      if (ms < minute) return words.seconds(number.format(Math.round(ms / second)));
      if (ms < hour) return words.minutes(number.format(Math.round(ms / minute)));
      if (ms < 2 * day) return words.hours(oneDigit.format(ms / hour));
      return words.days(number.format(Math.round(ms / day)));
    },
    clock: (instant) => clock.format(instant),
    hour: (instant) => hourOnly.format(instant),
    date: (instant) => date.format(instant),
    exact: (instant) => exact.format(instant),
    utc: (instant) => utc.format(instant),
    relative: (instant, now) => {
      const told = relativeUnit(instant - now);
      return told === null ? words.justNow : relative.format(told.count, told.unit);
    },
  };
}
