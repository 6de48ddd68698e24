import type { ContentProfile } from '../profile.ts';
import type { When } from '../item.ts';
import type { Escaping } from '../vobject/escaping.ts';
import { paramValue, type Component, type Line } from '../vobject/line.ts';
import { guessZone } from './zone-guess.ts';
import { instantToLocal } from './zones.ts';
import { dateOf, instantOf, localWhen, readingIn, readWhen } from './when.ts';

/** What all components of one calendar object share while it is read. */
export interface Reading {
  readonly escaping: Escaping;
  readonly profile: ContentProfile;
  readonly legacy: boolean;
  /** The object is a series or a part of one. */
  readonly series: boolean;
  /** What local times mean: of vCalendar 1.0 the zone of TZ and DAYLIGHT. */
  readonly localZone: string | undefined;
  readonly zoneOf: (tzid: string) => string;
}

/** Resolves each TZID of an object once. */
export function zoneResolver(calendar: Component, own: string): (tzid: string) => string {
  const resolved = new Map<string, string>();
  return (tzid) => {
    const known = resolved.get(tzid);
    if (known !== undefined) return known;
    const timezone = calendar.components.find(
      (child) =>
        child.name === 'VTIMEZONE' &&
        child.lines.some((line) => line.name.toUpperCase() === 'TZID' && line.value === tzid),
    );
    // What cannot be found out was most likely the user's own zone.
    const zone = guessZone(tzid, timezone, own) ?? own;
    if (resolved.size < 1_000) resolved.set(tzid, zone);
    return zone;
  };
}

/** Times of a line; lists are separated by comma, in vCalendar 1.0 by semicolon. */
export function readTimes(line: Line, reading: Reading): (When | undefined)[] {
  return line.value
    .split(/[,;]/)
    .filter((text) => text.trim() !== '')
    .map((text) => readTime(text, line, reading));
}

/** The only time of a line. */
export function readTime(text: string, line: Line, reading: Reading): When | undefined {
  const tzid = paramValue(line.params, 'TZID');
  const zone = tzid === undefined ? reading.localZone : reading.zoneOf(tzid);
  const when = readWhen(text, zone);
  // Midnight by the object's clock must stay one until days have been recognised.
  const written = reading.legacy && zone === 'UTC' && !/z\s*$/i.test(text);
  return written && when?.kind === 'utc' ? { kind: 'zoned', at: when.at.slice(0, 19), zone } : when;
}

/** Takes the mark off that {@link readTime} may have left. */
export function settleUtc(when: When): When {
  return when.kind === 'zoned' && when.zone === 'UTC' ? { kind: 'utc', at: `${when.at}Z` } : when;
}

/** An instant as the reading of the clock that a series keeps to. */
export function intoZone(when: When, zone: string): When {
  if (when.kind !== 'utc' || zone === 'UTC') return when;
  return localWhen(instantToLocal(zone, instantOf(when, zone)), zone);
}

/** The day of a time, as its own clock or the user's shows it. */
export function dayOf(when: When, zone: string): When {
  return dateOf(readingIn(when, when.kind === 'zoned' ? when.zone : zone));
}

/** True for 0:00 by the clock of the user (or of the time's own zone). */
export function isMidnight(when: When, zone: string): boolean {
  return readingIn(when, when.kind === 'zoned' ? when.zone : zone) % 86_400_000 === 0;
}
