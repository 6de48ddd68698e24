import type { When } from '../item.ts';
import { instantToLocal, localToInstant } from './zones.ts';

const pattern =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads a date or date-time of any of the calendar types. Local times become `zoned` when a zone is
 * given, else `floating`; an offset makes `utc`. `T240000` is the next midnight. Undefined when it
 * is no time.
 */
export function readWhen(text: string, zone?: string): When | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, date, hour, minute = '0', second = '0', offset] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > 31) {
    return undefined;
  }
  const midnight = new Date(0);
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  if (hour === undefined) return dateOf(midnight.getTime());
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Math.min(Number(second), 59);
  const local = midnight.getTime() + seconds * 1000;
  if (offset !== undefined) return utc(local - offsetOf(offset));
  return zone === undefined ? localWhen(local) : localWhen(local, zone);
}

/** A day; years beyond four digits do not exist here. */
export function dateOf(local: number): When {
  return { kind: 'date', at: iso(local).slice(0, 10) };
}

/** An instant. */
export function utc(instant: number): When {
  return { kind: 'utc', at: `${iso(instant)}Z` };
}

/** A reading of the clock, in a zone or anywhere. The zone `UTC` makes an instant. */
export function localWhen(local: number, zone?: string): When {
  if (zone === undefined) return { kind: 'floating', at: iso(local) };
  return zone === 'UTC' ? utc(local) : { kind: 'zoned', at: iso(local), zone };
}

/** Milliseconds of what is written down, read as if it were UTC. */
export function readingOf(when: When): number {
  const date = when.at.slice(0, 10).split('-').map(Number);
  const time = when.at.slice(11, 19).split(':').map(Number);
  const local = new Date(0);
  local.setUTCFullYear(date[0] ?? 1970, (date[1] ?? 1) - 1, date[2] ?? 1);
  local.setUTCHours(time[0] ?? 0, time[1] ?? 0, time[2] ?? 0);
  return local.getTime();
}

/** The instant in milliseconds; days and floating times are those of `zone`. */
export function instantOf(when: When, zone: string): number {
  if (when.kind === 'utc') return readingOf(when);
  return localToInstant(when.kind === 'zoned' ? when.zone : zone, readingOf(when));
}

/** The local reading in a zone, in milliseconds as if it were UTC; days and floating stay. */
export function readingIn(when: When, zone: string): number {
  if (when.kind === 'date' || when.kind === 'floating') return readingOf(when);
  if (when.kind === 'zoned' && when.zone === zone) return readingOf(when);
  return instantToLocal(zone, instantOf(when, zone));
}

/** The same kind of time, some seconds later; of days the whole days count. */
export function shift(when: When, days: number, seconds: number): When {
  const moved = readingOf(when) + days * 86_400_000;
  switch (when.kind) {
    case 'date':
      return dateOf(moved + seconds * 1000);
    case 'utc':
      return utc(moved + seconds * 1000);
    case 'floating':
      return localWhen(moved + seconds * 1000);
    case 'zoned': {
      // RFC 5545 §3.3.6: days are days of the calendar, seconds are seconds.
      const instant = localToInstant(when.zone, moved) + seconds * 1000;
      const local = seconds === 0 ? moved : instantToLocal(when.zone, instant);
      return localWhen(local, when.zone);
    }
  }
}

/** `20240331T100000`, with Z for instants; `20240331` for days. */
export function compactForm(when: When): string {
  return when.at.replace(/[-:]/g, '');
}

function iso(time: number): string {
  // Shifts out of the range of four-digit years stop at its ends.
  const bounded = Math.min(Math.max(time, -62_135_596_800_000), 253_402_300_799_000);
  return new Date(bounded).toISOString().slice(0, 19);
}

function offsetOf(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const digits = text.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
