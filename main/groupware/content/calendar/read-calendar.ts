import { compact } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import type { EventItem, NoteItem, RawProperty, TaskItem } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import { restoreNames } from '../vobject/capability.ts';
import { legacyEscaping, modernEscaping } from '../vobject/escaping.ts';
import type { Component, Line } from '../vobject/line.ts';
import { toRaw } from '../vobject/raw.ts';
import { readObject } from '../vobject/read.ts';
import { readJournal } from '../note/journal.ts';
import { readLegacyZone } from './legacy-zone.ts';
import { readPlanned } from './read-planned.ts';
import { readTime, zoneResolver, type Reading } from './reading.ts';

/** Properties of the calendar object that are written anew each time. */
const ignored = new Set(['VERSION', 'PRODID', 'CALSCALE', 'TZ', 'DAYLIGHT']);
const kinds = new Set(['VEVENT', 'VTODO', 'VJOURNAL']);

/**
 * Reads a vCalendar 1.0 or iCalendar 2.0 object: one event, task or journal entry, together with the
 * instances of a series that differ from it.
 */
export function readCalendar(
  bytes: Uint8Array,
  profile: ContentProfile,
): EventItem | TaskItem | NoteItem {
  const { root, legacy } = readObject(bytes, 'vcalendar', profile);
  const calendar = restoreNames(wrap(root), profile);
  const components = calendar.components.filter((child) => kinds.has(child.name));
  const master = components.find((child) => !isOverride(child)) ?? components[0];
  if (master === undefined) throw new ContentError('vcalendar', 'missing', 'VEVENT');
  const others = components.filter((child) => child !== master);
  if (others.some((child) => !belongs(child, master))) {
    throw new ContentError('vcalendar', 'unsupported', 'several objects');
  }
  const reading = makeReading(calendar, master, legacy, profile);
  const envelope = readEnvelope(calendar, reading);
  if (master.name === 'VJOURNAL') {
    return compact<NoteItem>({ ...readJournal(master, reading), envelope });
  }
  const item = readPlanned(master, reading);
  const overrides = others.map((child) => readPlanned(child, reading));
  return item.kind === 'event'
    ? compact<EventItem>({ ...item, envelope, overrides: overrides as EventItem[] })
    : compact<TaskItem>({ ...item, envelope, overrides: overrides as TaskItem[] });
}

/** Some phones send a VEVENT without the calendar around it. */
function wrap(root: Component): Component {
  if (root.name === 'VCALENDAR') return root;
  if (kinds.has(root.name)) return { name: 'VCALENDAR', lines: [], components: [root] };
  throw new ContentError('vcalendar', 'malformed', root.name);
}

function makeReading(
  calendar: Component,
  master: Component,
  legacy: boolean,
  profile: ContentProfile,
): Reading {
  const escaping = legacy
    ? legacyEscaping({ list: ';', escapesText: profile.escapesLegacyText })
    : modernEscaping;
  const floating: Reading = {
    escaping,
    profile,
    legacy,
    series: calendar.components.some((child) => child.lines.some(isSeriesLine)),
    localZone: profile.times === 'local' ? profile.zone : undefined,
    zoneOf: zoneResolver(calendar, profile.zone),
  };
  if (!legacy) return floating;
  const line = master.lines.find((each) => /^(DTSTART|DUE)$/i.test(each.name));
  const start = line === undefined ? undefined : readTime(line.value, line, floating);
  return { ...floating, localZone: readLegacyZone(calendar, start, profile.zone) };
}

function readEnvelope(calendar: Component, reading: Reading): RawProperty[] {
  return calendar.lines
    .filter((line) => !ignored.has(line.name.toUpperCase()))
    .map((line) => toRaw(line, reading.escaping));
}

function isSeriesLine(line: Line): boolean {
  return /^(RRULE|RDATE|EXDATE|RECURRENCE-ID)$/i.test(line.name);
}

function isOverride(component: Component): boolean {
  return valueOf(component, 'RECURRENCE-ID') !== undefined;
}

function belongs(component: Component, master: Component): boolean {
  if (component.name !== master.name || !isOverride(component)) return false;
  const uid = valueOf(component, 'UID');
  return uid === undefined || uid === valueOf(master, 'UID');
}

function valueOf(component: Component, name: string): string | undefined {
  return component.lines.find((line) => line.name.toUpperCase() === name)?.value.trim();
}
