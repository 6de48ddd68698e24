import type { When } from '../item.ts';
import type { Span } from './all-day.ts';
import { dayOf, intoZone, isMidnight, settleUtc, type Reading } from './reading.ts';
import { instantOf, localWhen, readingIn } from './when.ts';

/**
 * Brings the other times of a component in line with its start: days for an event of days, and in
 * vCalendar 1.0 the clock of the zone for a series, whose weekdays are meant there.
 */
export function adjuster(
  start: When | undefined,
  reading: Reading,
): <T extends When | undefined>(when: T) => T | When {
  return (when) => {
    if (when === undefined || !reading.legacy) return when;
    if (start?.kind === 'date') return dayOf(when, reading.localZone ?? reading.profile.zone);
    const settled = settleUtc(when);
    return reading.series ? intoZone(settled, reading.localZone ?? reading.profile.zone) : settled;
  };
}

/**
 * What names one instance of a series stays an instant in the hour that comes twice when the clocks
 * go back: its reading would mean the first of the two, and miss the instance.
 */
export function exactly(
  adjust: (when: When) => When,
): (when: When | undefined) => When | undefined {
  return (when) => {
    if (when === undefined) return undefined;
    const adjusted = adjust(when);
    const timed = when.kind === 'utc' && adjusted.kind === 'zoned';
    return timed && instantOf(adjusted, adjusted.zone) !== instantOf(when, 'UTC') ? when : adjusted;
  };
}

/** A task that begins on a day keeps to no clock but the user's, and its due time with it. */
export function readTaskDays(
  start: When | undefined,
  due: When | undefined,
  objectZone: string,
  userZone: string,
): Span {
  const first = dayIfMidnight(start, objectZone);
  const last = dayIfMidnight(due, objectZone);
  if (first?.kind !== 'date' || last === undefined || last.kind === 'date') {
    return { start: first, end: last };
  }
  const seen = localWhen(readingIn(last, userZone), userZone);
  return { start: first, end: dayIfMidnight(seen, userZone) };
}

function dayIfMidnight(when: When | undefined, zone: string): When | undefined {
  return when !== undefined && isMidnight(when, zone) ? dayOf(when, zone) : when;
}
