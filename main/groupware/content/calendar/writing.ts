import type { RawParam, When } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import type { Escaping } from '../vobject/escaping.ts';
import type { Line } from '../vobject/line.ts';
import { compactForm, dateOf, instantOf, localWhen, readingIn, readingOf, utc } from './when.ts';

/** What all components of one calendar object share while it is written. */
export interface Writing {
  readonly escaping: Escaping;
  readonly profile: ContentProfile;
  readonly legacy: boolean;
  /** The item is a series, so its times must keep to the clock of their zone. */
  readonly recurring: boolean;
  /** Zone of a series in vCalendar 1.0, where TZ and DAYLIGHT name one for the whole object. */
  readonly zone: string;
  /** Zones that need a VTIMEZONE, and the first year that they are needed for. */
  readonly zones: Map<string, number>;
}

/** A line with one time. */
export function timeLine(
  name: string,
  when: When,
  writing: Writing,
  params: readonly RawParam[] = [],
): Line {
  const [value, own] = writeTime(when, writing);
  return { name, params: [...own, ...params], value };
}

/** Lines with many times: one per way of writing. */
export function timesLines(name: string, times: readonly When[], writing: Writing): Line[] {
  const groups = new Map<string, { params: RawParam[]; values: string[] }>();
  for (const when of times) {
    const [value, params] = writeTime(when, writing);
    const key = JSON.stringify(params);
    const group = groups.get(key) ?? { params, values: [] };
    group.values.push(value);
    groups.set(key, group);
  }
  const separator = writing.legacy ? ';' : ',';
  return [...groups.values()].map(({ params, values }) => ({
    name,
    params,
    value: values.join(separator),
  }));
}

/** A whole day as vCalendar 1.0 devices want it; `end` is the first day after. */
export function writeLegacyDay(day: When, role: 'start' | 'end', profile: ContentProfile): string {
  const value = compactForm(day);
  if (profile.allDay === 'date') return value;
  if (role === 'start' || profile.allDay === 'midnight') return `${value}T000000`;
  const last = compactForm(dateOf(readingOf(day) - 86_400_000));
  return `${last}${profile.allDay === 'hour-24' ? 'T240000' : 'T235959'}`;
}

function writeTime(when: When, writing: Writing): [string, RawParam[]] {
  const { profile, legacy } = writing;
  if (when.kind === 'date') {
    if (legacy) return [writeLegacyDay(when, 'start', profile), []];
    return [compactForm(when), [{ name: 'VALUE', values: ['DATE'] }]];
  }
  if (when.kind === 'floating') return [compactForm(when), []];
  if (profile.times === 'local') {
    return [compactForm(localWhen(readingIn(when, profile.zone))), []];
  }
  const zoned = when.kind === 'zoned' && (profile.times === 'zoned' || writing.recurring);
  if (when.kind === 'zoned' && zoned && !legacy) {
    const year = Number(when.at.slice(0, 4));
    writing.zones.set(when.zone, Math.min(year, writing.zones.get(when.zone) ?? year));
    return [compactForm(when), [{ name: 'TZID', values: [when.zone] }]];
  }
  return [compactForm(utc(instantOf(when, profile.zone))), []];
}
