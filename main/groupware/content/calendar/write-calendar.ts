import type { EventItem, NoteItem, TaskItem } from '../item.ts';
import { writeJournal } from '../note/journal.ts';
import type { ContentProfile } from '../profile.ts';
import { limitToDevice } from '../vobject/capability.ts';
import { legacyEscaping, modernEscaping } from '../vobject/escaping.ts';
import { plainLine, type Component, type Line } from '../vobject/line.ts';
import { fromRaw } from '../vobject/raw.ts';
import { writeObject } from '../vobject/write.ts';
import { writeLegacyZone } from './legacy-zone.ts';
import { writeTimezone } from './vtimezone-write.ts';
import { writePlanned } from './write-planned.ts';
import type { Writing } from './writing.ts';

const product = '-//Pushdesk//Pushdesk//EN';

/** Writes vCalendar 1.0 or iCalendar 2.0 as the device wants it. */
export function writeCalendar(
  item: EventItem | TaskItem | NoteItem,
  version: '1.0' | '2.0',
  profile: ContentProfile,
): Uint8Array {
  const legacy = version === '1.0';
  const writing = makeWriting(item, legacy, profile);
  const components = componentsOf(item, writing).map((child) => limitToDevice(child, profile));
  const lines = [plainLine('VERSION', version)];
  if (legacy) lines.push(...legacyZoneLines(item, writing));
  else lines.push(plainLine('PRODID', product));
  for (const property of item.envelope ?? []) lines.push(fromRaw(property, writing.escaping));
  const timezones = [...writing.zones].map(([zone, year]) => writeTimezone(zone, year));
  const root = { name: 'VCALENDAR', lines, components: [...timezones, ...components] };
  return writeObject(root, legacy, profile);
}

function makeWriting(
  item: EventItem | TaskItem | NoteItem,
  legacy: boolean,
  profile: ContentProfile,
): Writing {
  const escaping = legacy
    ? legacyEscaping({ list: ';', escapesText: profile.escapesLegacyText })
    : modernEscaping;
  const start = item.kind === 'note' ? item.date : startOf(item);
  const recurring = item.kind !== 'note' && isSeries(item);
  const own = start?.kind === 'zoned' ? start.zone : start?.kind === 'utc' ? 'UTC' : profile.zone;
  // Local times of a device are those of its user; only an instant can belong to another zone.
  const zone = recurring && profile.times !== 'local' ? own : profile.zone;
  return { escaping, profile, legacy, recurring, zone, zones: new Map() };
}

function componentsOf(item: EventItem | TaskItem | NoteItem, writing: Writing): Component[] {
  if (item.kind === 'note') return [writeJournal(item, writing)];
  const overrides = item.overrides ?? [];
  const inline = !writing.legacy || writing.profile.overrides === 'inline';
  return [item, ...(inline ? overrides : [])].map((each) => writePlanned(each, writing));
}

/** vCalendar 1.0 names one zone for all; only a series needs it. */
function legacyZoneLines(item: EventItem | TaskItem | NoteItem, writing: Writing): Line[] {
  const start = item.kind === 'note' ? undefined : startOf(item);
  if (!writing.recurring || start === undefined) return [];
  if (start.kind === 'date' || start.kind === 'floating') return [];
  return writeLegacyZone(writing.zone, Number(start.at.slice(0, 4)));
}

function isSeries(item: EventItem | TaskItem): boolean {
  const { recurrence, recurrenceId, overrides } = item;
  return [recurrence, recurrenceId, overrides].some((field) => field !== undefined);
}

function startOf(item: EventItem | TaskItem): EventItem['start'] {
  return item.start ?? (item.kind === 'task' ? item.due : undefined);
}
