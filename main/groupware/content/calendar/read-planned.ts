import { compact, type Draft } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import { readInstant } from '../instant.ts';
import type {
  Alarm,
  EventItem,
  Person,
  RawParam,
  RawProperty,
  RecurrenceRule,
  TaskItem,
  When,
} from '../item.ts';
import { contentLimits } from '../limits.ts';
import { isBinary, withoutParams, type Component, type Line } from '../vobject/line.ts';
import { textOf, toRaw, toRawComponent } from '../vobject/raw.ts';
import { readAlarm, readLegacyAlarm } from './alarm.ts';
import { recogniseDays, type Span } from './all-day.ts';
import { readDuration } from './duration.ts';
import { readLegacyRule } from './legacy-rule.ts';
import { readLegacyPerson, readPerson } from './person.ts';
import {
  dayOf,
  intoZone,
  isMidnight,
  readTime,
  readTimes,
  settleUtc,
  type Reading,
} from './reading.ts';
import { readRule } from './rule.ts';
import { readStatus } from './status.ts';
import { instantOf, localWhen, readingIn, shift } from './when.ts';

/** Everything that the lines of a VEVENT or VTODO say, before it is put in order. */
interface Gathered extends Draft<Omit<EventItem, 'kind' | 'overrides'>> {
  due?: When | undefined;
  completed?: string | undefined;
  percent?: number | undefined;
  duration?: Line | undefined;
  ruleLines: Line[];
  alarmLines: Line[];
  dates: When[];
  exceptions: When[];
  people: Person[];
  extras: RawProperty[];
  kept: Record<string, readonly RawParam[]>;
}

/** Lines that are written anew each time. */
const ignored = new Set(['DTSTAMP', 'VERSION', 'PRODID']);

/** Reads one VEVENT or VTODO of either calendar version. */
export function readPlanned(component: Component, reading: Reading): EventItem | TaskItem {
  const gathered: Gathered = {
    ruleLines: [],
    alarmLines: [],
    dates: [],
    exceptions: [],
    people: [],
    extras: [],
    kept: {},
  };
  for (const line of component.lines) {
    const name = line.name.toUpperCase();
    if (ignored.has(name)) continue;
    const taken = take(gathered, name, line, reading);
    if (taken === false) gathered.extras.push(toRaw(line, reading.escaping));
    else if (taken !== true && taken.length > 0) gathered.kept[name] = taken;
  }
  if (gathered.dates.length + gathered.exceptions.length > contentLimits.recurrenceDates) {
    throw new ContentError('vcalendar', 'too-many', 'EXDATE');
  }
  return settle(gathered, component, reading);
}

/** False: keep the line word for word. Otherwise the parameters left to keep. */
function take(
  into: Gathered,
  name: string,
  line: Line,
  reading: Reading,
): boolean | readonly RawParam[] {
  const text = (): string => textOf(line, reading.escaping);
  switch (name) {
    case 'UID':
      return once(into, 'uid', text().trim(), line);
    case 'SUMMARY':
      return once(into, 'summary', text(), line);
    case 'DESCRIPTION':
      return once(into, 'description', text(), line);
    case 'LOCATION':
      return once(into, 'location', text(), line);
    case 'URL':
      return once(into, 'url', line.value.trim(), line);
    case 'CLASS':
      return once(into, 'classification', text().trim().toUpperCase(), line);
    case 'STATUS':
      return once(into, 'status', readStatus(line.value, reading.legacy), line);
    case 'CREATED':
    case 'DCREATED':
      return once(into, 'created', readInstant(line.value), line);
    case 'LAST-MODIFIED':
      return once(into, 'modified', readInstant(line.value), line);
    case 'COMPLETED':
      return once(into, 'completed', readInstant(line.value), line);
    case 'PRIORITY':
      return once(into, 'priority', readNumber(line.value, 9), line);
    case 'SEQUENCE':
      return once(into, 'sequence', readNumber(line.value, 1e9), line);
    case 'PERCENT-COMPLETE':
      return once(into, 'percent', readNumber(line.value, 100), line);
    case 'TRANSP':
      return once(into, 'transparent', readTransparency(line.value), line);
    case 'CATEGORIES': {
      const words = reading.escaping.readList(line.value, 'vcalendar').map((word) => word.trim());
      into.categories = [...(into.categories ?? []), ...words.filter((word) => word !== '')];
      return true;
    }
    case 'DTSTART':
      return once(into, 'start', readTime(line.value, line, reading), line, timeParams);
    case 'DTEND':
      return once(into, 'end', readTime(line.value, line, reading), line, timeParams);
    case 'DUE':
      return once(into, 'due', readTime(line.value, line, reading), line, timeParams);
    case 'RECURRENCE-ID':
      return once(into, 'recurrenceId', readTime(line.value, line, reading), line, timeParams);
    case 'DURATION':
      if (into.duration !== undefined || readDuration(line.value) === undefined) return false;
      into.duration = line;
      return true;
    case 'RDATE':
    case 'EXDATE': {
      const times = readTimes(line, reading);
      if (times.includes(undefined)) return false;
      const target = name === 'RDATE' ? into.dates : into.exceptions;
      for (const time of times) if (time !== undefined) target.push(time);
      return true;
    }
    case 'RRULE':
      into.ruleLines.push(line);
      return true;
    case 'AALARM':
    case 'DALARM':
    case 'MALARM':
    case 'PALARM':
      if (!reading.legacy) return false;
      into.alarmLines.push(line);
      return true;
    case 'ORGANIZER': {
      const organizer = readPerson(line);
      if (into.organizer !== undefined || organizer === undefined) return false;
      into.organizer = organizer;
      return true;
    }
    case 'ATTENDEE':
      return takeAttendee(into, line, reading);
    default:
      return false;
  }
}

const timeParams = ['TZID', 'VALUE', 'X-VOBJ-FLOATINGTIME-ALLOWED'] as const;

function once<Field extends keyof Gathered>(
  into: Gathered,
  field: Field,
  value: Gathered[Field] | undefined,
  line: Line,
  known: readonly string[] = [],
): boolean | readonly RawParam[] {
  // Devices clear a field with an empty value, or with a blank.
  if (line.value.trim() === '') return true;
  if (into[field] !== undefined || value === undefined) return false;
  into[field] = value;
  return withoutParams(line.params, isBinary(line.params) ? ['ENCODING', ...known] : known);
}

function takeAttendee(into: Gathered, line: Line, reading: Reading): boolean {
  if (!reading.legacy) {
    const person = readPerson(line);
    if (person === undefined) return false;
    into.people.push(person);
    return true;
  }
  const legacy = readLegacyPerson(line);
  if (legacy === undefined) return false;
  if (legacy.organizer && into.organizer === undefined) into.organizer = legacy.person;
  else into.people.push(legacy.person);
  return true;
}

/** Puts together what depends on several lines: days, durations, rules, alarms. */
function settle(gathered: Gathered, component: Component, reading: Reading): EventItem | TaskItem {
  const { duration, ruleLines, alarmLines, dates, exceptions, people, extras, kept, ...rest } =
    gathered;
  const { due, completed, percent, end: writtenEnd, transparent, ...shared } = rest;
  const task = component.name === 'VTODO';
  const localZone = reading.localZone ?? reading.profile.zone;
  let start = shared.start;
  let end = task ? due : writtenEnd;
  if (end === undefined && start !== undefined && duration !== undefined) {
    const length = readDuration(duration.value);
    if (length !== undefined) end = shift(start, length.days, length.seconds);
  }
  if (reading.legacy) {
    // The clock that TZ and DAYLIGHT describe tells the midnights, which may not be the user's.
    ({ start, end } = task
      ? readTaskDays(start, end, localZone, reading.profile.zone)
      : recogniseDays({ start, end }, component, localZone));
  }
  const adjust = adjuster(start, reading);
  const instanceOf = exactly(adjust);
  // A task may begin on a day and be due at an hour.
  if (!task) end = adjust(end);
  else if (start?.kind !== 'date') end = adjuster(undefined, reading)(end);
  start = adjust(start);
  const rules: RecurrenceRule[] = [];
  for (const line of ruleLines) {
    const rule = readAnyRule(line, start ?? end, localZone, reading);
    if (rule === undefined) extras.push(toRaw(line, reading.escaping));
    else rules.push(rule);
  }
  const planned = {
    ...shared,
    start,
    recurrenceId: instanceOf(shared.recurrenceId),
    recurrence: compact({
      rules,
      dates: dates.flatMap((when) => instanceOf(when) ?? []),
      exceptions: exceptions.flatMap((when) => instanceOf(when) ?? []),
    }),
    attendees: people,
    alarms: readAlarms(component, alarmLines, { start, end }, extras, reading),
    components: component.components
      .filter((child) => !isAlarm(child, reading))
      .map((child) => toRawComponent(child, reading.escaping)),
    extra: extras,
    params: kept,
  };
  return task
    ? compact<TaskItem>({ kind: 'task', ...planned, due: end, completed, percent })
    : compact<EventItem>({
        kind: 'event',
        ...planned,
        end,
        transparent: transparent === true ? true : undefined,
      });
}

function readAlarms(
  component: Component,
  lines: readonly Line[],
  reference: { start: When | undefined; end: When | undefined },
  extras: RawProperty[],
  reading: Reading,
): Alarm[] {
  const alarms = component.components.flatMap((child) =>
    isAlarm(child, reading) ? (readAlarm(child, reading.escaping) ?? []) : [],
  );
  const zone = reading.localZone ?? reading.profile.zone;
  for (const line of lines) {
    const alarm = readLegacyAlarm(line, reference, reading.escaping, zone);
    if (alarm !== undefined) alarms.push(alarm);
    else if (/[^;\s]/.test(line.value)) extras.push(toRaw(line, reading.escaping));
  }
  return alarms;
}

function isAlarm(component: Component, reading: Reading): boolean {
  return component.name === 'VALARM' && readAlarm(component, reading.escaping) !== undefined;
}

function readAnyRule(
  line: Line,
  start: When | undefined,
  localZone: string,
  reading: Reading,
): RecurrenceRule | undefined {
  const zone = start?.kind === 'zoned' ? start.zone : reading.localZone;
  if (!reading.legacy || line.value.includes('FREQ=')) {
    const rule = readRule(line.value, start?.kind === 'floating' ? undefined : (zone ?? localZone));
    return rule;
  }
  return start === undefined ? undefined : readLegacyRule(line.value, start, zone);
}

/**
 * Brings the other times of a component in line with its start: days for an event of days, and in
 * vCalendar 1.0 the clock of the zone for a series, whose weekdays are meant there.
 */
function adjuster(
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

/** A task that begins on a day keeps to no clock but the user's, and its due time with it. */
function readTaskDays(
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

/**
 * What names one instance of a series stays an instant in the hour that comes twice when the clocks
 * go back: its reading would mean the first of the two, and miss the instance.
 */
function exactly(adjust: (when: When) => When): (when: When | undefined) => When | undefined {
  return (when) => {
    if (when === undefined) return undefined;
    const adjusted = adjust(when);
    const timed = when.kind === 'utc' && adjusted.kind === 'zoned';
    return timed && instantOf(adjusted, adjusted.zone) !== instantOf(when, 'UTC') ? when : adjusted;
  };
}

function dayIfMidnight(when: When | undefined, zone: string): When | undefined {
  return when !== undefined && isMidnight(when, zone) ? dayOf(when, zone) : when;
}

function readTransparency(text: string): boolean {
  const word = text.trim().toUpperCase();
  return word === 'TRANSPARENT' || /^[1-9]/.test(word);
}

function readNumber(text: string, largest: number): number | undefined {
  const digits = text.trim();
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  return Number(digits) <= largest ? Number(digits) : undefined;
}
