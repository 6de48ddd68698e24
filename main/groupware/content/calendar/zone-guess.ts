import { contentLimits } from '../limits.ts';
import type { Component } from '../vobject/line.ts';
import { readRule, weekdays } from './rule.ts';
import { readingOf, readWhen } from './when.ts';
import { windowsZones } from './windows-zones.ts';
import { findZone, offsetAt } from './zones.ts';

/** Zones that are tried first when only the offsets are known: one for each way of living. */
const usual = [
  'Europe/Berlin',
  'Europe/Prague',
  'Europe/London',
  'Europe/Helsinki',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Halifax',
  'America/Sao_Paulo',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Australia/Sydney',
  'Australia/Brisbane',
  'Pacific/Auckland',
] as const;

/** Offset of a zone that somebody described, at a moment in a year. */
export interface Probe {
  /** UTC, milliseconds. */
  readonly instant: number;
  readonly offset: number;
}

/**
 * The IANA zone that a TZID means: by its name, by the end of its name (vendors put paths in front),
 * by Windows' names, by its city, and last by what its VTIMEZONE says. Undefined when nothing fits.
 */
export function guessZone(
  tzid: string,
  timezone: Component | undefined,
  preferred: string,
): string | undefined {
  const location = valueOf(timezone, 'X-LIC-LOCATION');
  const parts = tzid.split('/').filter((part) => part !== '');
  const names = [
    tzid,
    location,
    parts.slice(-2).join('/'),
    parts.slice(-3).join('/'),
    parts.at(-1),
  ];
  for (const name of names) {
    const zone = name === undefined ? undefined : (findZone(name) ?? windowsZones.get(name.trim()));
    if (zone !== undefined) return zone;
  }
  const city = zoneOfCity(parts.at(-1) ?? '');
  if (timezone === undefined) return city;
  const probes = probesOf(timezone);
  // Two cities of one name, or a name that only looks like one: the description decides.
  if (city !== undefined && fits(city, probes)) return city;
  return zoneByOffsets(probes, preferred) ?? fixedZone(probes);
}

let zonesByCity: ReadonlyMap<string, string> | undefined;

/** `Prague` or `New York`, as SyncEvolution and others write a TZID: the zone that ends in it. */
function zoneOfCity(name: string): string | undefined {
  zonesByCity ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      zone.slice(zone.lastIndexOf('/') + 1).toLowerCase(),
      zone,
    ]),
  );
  return zonesByCity.get(name.trim().replaceAll(' ', '_').toLowerCase());
}

function fits(zone: string, probes: readonly Probe[]): boolean {
  return probes.every(({ instant, offset }) => offsetAt(zone, instant) === offset);
}

/** A place that nobody knows keeps its distance from UTC at least, where that is full hours. */
function fixedZone(probes: readonly Probe[]): string | undefined {
  const hours = (probes[0]?.offset ?? Number.NaN) / 3_600_000;
  if (!Number.isInteger(hours) || Math.abs(hours) > 12) return undefined;
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${String(Math.abs(hours))}`;
}

/** The first zone that has all these offsets; the user's own and usual ones come first. */
export function zoneByOffsets(probes: readonly Probe[], preferred: string): string | undefined {
  if (probes.length === 0) return undefined;
  const hasAll = (zone: string): boolean => fits(zone, probes);
  if (hasAll(preferred)) return preferred;
  return usual.find(hasAll) ?? Intl.supportedValuesOf('timeZone').find(hasAll);
}

/** What a VTIMEZONE says about two winters and two summers. */
function probesOf(timezone: Component): Probe[] {
  const observances = timezone.components
    .slice(0, contentLimits.zoneObservances)
    .flatMap((part) => {
      const to = readOffset(valueOf(part, 'TZOFFSETTO'));
      const from = readOffset(valueOf(part, 'TZOFFSETFROM'));
      const start = readWhen(valueOf(part, 'DTSTART') ?? '');
      if (to === undefined || from === undefined || start === undefined) return [];
      return [{ to, from, start: readingOf(start), rule: valueOf(part, 'RRULE') }];
    });
  if (observances.length === 0) return [];
  const lastStart = Math.max(...observances.map(({ start }) => start));
  const year = Math.max(new Date(lastStart).getUTCFullYear(), 2020);
  const changes = observances.flatMap(({ to, from, start, rule }) =>
    [year - 1, year, year + 1]
      .map((each) => startIn(each, start, rule))
      .filter((local) => local !== undefined)
      .map((local) => ({ instant: local - from, to })),
  );
  const sorted = changes.sort((left, right) => left.instant - right.instant);
  return [
    `${String(year)}-12-15`,
    `${String(year + 1)}-03-20`,
    `${String(year + 1)}-07-01`,
    `${String(year + 1)}-11-02`,
  ].flatMap((date) => {
    const instant = Date.parse(date);
    const last = sorted.findLast((change) => change.instant <= instant) ?? sorted[0];
    return last === undefined ? [] : [{ instant, offset: last.to }];
  });
}

/**
 * When an observance begins in a year; only rules "n-th weekday of a month" are known. Synthesis
 * writes them as every twelfth month instead of every year.
 */
function startIn(year: number, start: number, ruleText: string | undefined): number | undefined {
  const startYear = new Date(start).getUTCFullYear();
  if (startYear > year) return undefined;
  const rule = ruleText === undefined ? undefined : readRule(ruleText);
  if (rule === undefined) return start;
  if (rule.until !== undefined && readingOf(rule.until) < Date.UTC(year, 11, 31)) return undefined;
  const month = rule.byMonth?.[0] ?? new Date(start).getUTCMonth() + 1;
  const { day, nth = 1 } = rule.byDay?.[0] ?? { day: 'SU' as const };
  const isYearly =
    rule.frequency === 'yearly' || (rule.frequency === 'monthly' && rule.interval === 12);
  if (!isYearly || rule.byDay === undefined) return undefined;
  const wanted = (weekdays.indexOf(day) + 1) % 7;
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const earliest = 1 + ((wanted - first + 7) % 7);
  const latest = earliest + Math.floor((length - earliest) / 7) * 7;
  const date = nth > 0 ? earliest + (nth - 1) * 7 : latest + (nth + 1) * 7;
  return Date.UTC(year, month - 1, date) + (start % 86_400_000);
}

/** Milliseconds of `+0100`, `-05:00`, `+01`. */
export function readOffset(text: string | undefined): number | undefined {
  const match = /^([+-])?(\d{1,2}):?(\d{2})?:?(\d{2})?$/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const [, sign, hours, minutes = '0', seconds = '0'] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (sign === '-' ? -total : total) * 1000 + 0;
}

function valueOf(component: Component | undefined, name: string): string | undefined {
  return component?.lines.find((line) => line.name.toUpperCase() === name)?.value;
}
