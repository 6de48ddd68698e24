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

/** Formats of a language. `justNow` is its word for less than ten seconds ago. */
export function createFormats(language: Language, justNow: string): Formats {
  const number = new Intl.NumberFormat(language);
  const unit = (name: string, digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const units = {
    ms: unit('millisecond', 0),
    seconds: unit('second', 1),
    wholeSeconds: unit('second', 0),
    minutes: unit('minute', 0),
    hours: unit('hour', 1),
    days: unit('day', 0),
  };
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
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' });
  const utc = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
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
      if (ms < second) return units.ms.format(Math.round(ms));
      if (ms < 10 * second) return units.seconds.format(ms / second);
      if (ms < minute) return units.wholeSeconds.format(Math.round(ms / second));
      if (ms < hour) return units.minutes.format(Math.round(ms / minute));
      if (ms < 2 * day) return units.hours.format(ms / hour);
      return units.days.format(Math.round(ms / day));
    },
    clock: (instant) => clock.format(instant),
    hour: (instant) => hourOnly.format(instant),
    date: (instant) => date.format(instant),
    exact: (instant) => exact.format(instant),
    utc: (instant) => utc.format(instant),
    relative: (instant, now) => {
      const told = relativeUnit(instant - now);
      return told === null ? justNow : relative.format(told.count, told.unit);
    },
  };
}
