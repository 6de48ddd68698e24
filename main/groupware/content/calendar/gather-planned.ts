import type { Draft } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import { readInstant } from '../instant.ts';
import type { EventItem, Person, RawParam, RawProperty, When } from '../item.ts';
import { contentLimits } from '../limits.ts';
import {
  isBinary,
  saysSomething,
  withoutParams,
  type Component,
  type Line,
} from '../vobject/line.ts';
import { textOf, toRaw } from '../vobject/raw.ts';
import { readDuration } from './duration.ts';
import { readLegacyPerson, readPerson } from './person.ts';
import { readTime, readTimes, type Reading } from './reading.ts';
import { readStatus } from './status.ts';

/** Everything that the lines of a VEVENT or VTODO say, before it is put in order. */
export interface Gathered extends Draft<Omit<EventItem, 'kind' | 'overrides'>> {
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

/** Reads the lines of one VEVENT or VTODO, each by itself. */
export function gatherPlanned(component: Component, reading: Reading): Gathered {
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
    if (taken === false && saysSomething(line)) gathered.extras.push(toRaw(line, reading.escaping));
    else if (typeof taken !== 'boolean' && taken.length > 0) gathered.kept[name] = taken;
  }
  if (gathered.dates.length + gathered.exceptions.length > contentLimits.recurrenceDates) {
    throw new ContentError('vcalendar', 'too-many', 'EXDATE');
  }
  return gathered;
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

function readTransparency(text: string): boolean {
  const word = text.trim().toUpperCase();
  return word === 'TRANSPARENT' || /^[1-9]/.test(word);
}

function readNumber(text: string, largest: number): number | undefined {
  const digits = text.trim();
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  return Number(digits) <= largest ? Number(digits) : undefined;
}
