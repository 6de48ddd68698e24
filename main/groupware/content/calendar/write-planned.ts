import { writeInstant } from '../instant.ts';
import type { EventItem, RawParam, RecurrenceRule, TaskItem, When } from '../item.ts';
import { holdsComponent } from '../vobject/capability.ts';
import type { Component, Line } from '../vobject/line.ts';
import { fromRaw, fromRawComponent } from '../vobject/raw.ts';
import { writeAlarm, writeLegacyAlarm } from './alarm.ts';
import { writeLegacyRule } from './legacy-rule.ts';
import { moveSeries } from './moved-rule.ts';
import { writeLegacyPerson, writePerson } from './person.ts';
import { writeRule } from './rule.ts';
import { writeLegacyStatus } from './status.ts';
import { instantOf, shift, utc } from './when.ts';
import { timeLine, timesLines, writeLegacyDay, type Writing } from './writing.ts';

/** What devices that keep a field until it is overwritten have to be told about. */
const clearable = ['SUMMARY', 'DESCRIPTION', 'LOCATION'] as const;

/** Writes one VEVENT or VTODO of either calendar version. */
export function writePlanned(item: EventItem | TaskItem, writing: Writing): Component {
  const lines = [...linesOf(item, writing)];
  const { emptyProperties } = writing.profile;
  if (emptyProperties !== 'omit') {
    const value = emptyProperties === 'dummy' ? ' ' : '';
    for (const name of clearable) {
      if (!lines.some((line) => line.name === name)) lines.push({ name, params: [], value });
    }
  }
  return {
    name: item.kind === 'event' ? 'VEVENT' : 'VTODO',
    lines,
    components: componentsOf(item, writing),
  };
}

function* linesOf(item: EventItem | TaskItem, writing: Writing): Generator<Line> {
  const { escaping, legacy, profile } = writing;
  const params = (name: string): readonly RawParam[] => item.params?.[name] ?? [];
  const text = function* (name: string, value: string | undefined): Generator<Line> {
    if (value !== undefined) {
      yield { name, params: params(name), value: escaping.writeText(value) };
    }
  };
  const plain = function* (name: string, value: string | number | undefined): Generator<Line> {
    if (value !== undefined) yield { name, params: params(name), value: String(value) };
  };
  const instant = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : writeInstant(value);
  if (profile.uid) yield* text('UID', item.uid);
  if (!legacy) {
    // Required; the time of the last change is what it says for an object that was not sent by mail.
    yield* plain('DTSTAMP', instant(item.modified ?? item.created) ?? '19700101T000000Z');
    yield* plain('SEQUENCE', item.sequence);
  } else {
    yield* plain('SEQUENCE', item.sequence);
  }
  yield* plain(legacy ? 'DCREATED' : 'CREATED', instant(item.created));
  yield* plain('LAST-MODIFIED', instant(item.modified));
  yield* text('SUMMARY', item.summary);
  yield* text('DESCRIPTION', item.description);
  yield* text('LOCATION', item.location);
  if (item.categories !== undefined) {
    yield { name: 'CATEGORIES', params: [], value: escaping.writeList(item.categories) };
  }
  yield* text('CLASS', item.classification);
  const { status } = item;
  yield* plain('STATUS', legacy && status !== undefined ? writeLegacyStatus(status) : status);
  yield* plain('PRIORITY', item.priority);
  yield* plain('URL', item.url);
  if (item.kind === 'event' && item.transparent === true) {
    yield* plain('TRANSP', legacy ? '1' : 'TRANSPARENT');
  }
  yield* timeLines(item, writing, params);
  yield* seriesLines(item, writing);
  if (item.kind === 'task') {
    yield* plain('COMPLETED', instant(item.completed));
    yield* plain('PERCENT-COMPLETE', item.percent);
  }
  if (item.organizer !== undefined) {
    yield legacy
      ? writeLegacyPerson(item.organizer, true)
      : writePerson('ORGANIZER', item.organizer);
  }
  for (const person of item.attendees ?? []) {
    yield legacy ? writeLegacyPerson(person, false) : writePerson('ATTENDEE', person);
  }
  for (const property of item.extra ?? []) yield fromRaw(property, escaping);
  if (legacy) yield* legacyAlarms(item, writing);
}

function* timeLines(
  item: EventItem | TaskItem,
  writing: Writing,
  params: (name: string) => readonly RawParam[],
): Generator<Line> {
  // Without an end a midnight would not be taken for a day (RFC 5545 §3.6.1: it lasts one).
  const oneDay =
    writing.legacy && item.start?.kind === 'date' ? shift(item.start, 1, 0) : undefined;
  const end = item.kind === 'event' ? (item.end ?? oneDay) : item.due;
  const endName = item.kind === 'event' ? 'DTEND' : 'DUE';
  const { start, recurrenceId } = item;
  if (start !== undefined) yield timeLine('DTSTART', start, writing, params('DTSTART'));
  if (end !== undefined) {
    const daysEnd = writing.legacy && end.kind === 'date' && item.kind === 'event';
    yield daysEnd
      ? {
          name: endName,
          params: params(endName),
          value: writeLegacyDay(end, 'end', writing.profile),
        }
      : timeLine(endName, end, writing, params(endName));
  }
  if (recurrenceId !== undefined) {
    yield timeLine('RECURRENCE-ID', recurrenceId, writing, params('RECURRENCE-ID'));
  }
}

function* seriesLines(item: EventItem | TaskItem, writing: Writing): Generator<Line> {
  const start = item.start ?? (item.kind === 'task' ? item.due : undefined);
  const rules = item.recurrence?.rules ?? [];
  const values = rules.flatMap((rule) => ruleValue(rule, start, writing) ?? []);
  for (const value of values) yield { name: 'RRULE', params: [], value };
  // Exceptions from a rule that the device is not told would only confuse it.
  if (rules.length > 0 && values.length === 0) return;
  yield* timesLines('RDATE', item.recurrence?.dates ?? [], writing);
  const excluded =
    writing.legacy && writing.profile.overrides === 'exclude'
      ? (item.overrides ?? []).flatMap((override) => override.recurrenceId ?? [])
      : [];
  yield* timesLines('EXDATE', [...(item.recurrence?.exceptions ?? []), ...excluded], writing);
}

function ruleValue(
  rule: RecurrenceRule,
  start: When | undefined,
  writing: Writing,
): string | undefined {
  const { legacy, profile, zone } = writing;
  if (start === undefined) return legacy ? undefined : writeRule(rule);
  // Local times make the series one by the clock of the user.
  const written =
    profile.times === 'local' ? moveSeries(rule, start, profile.zone) : { rule, start };
  if (written === undefined) return undefined;
  if (legacy) return writeLegacyRule(written.rule, written.start, zone);
  if (rule.until === undefined) return writeRule(written.rule);
  return writeRule({ ...written.rule, until: untilFor(rule.until, start, profile.zone) });
}

/** RFC 5545 §3.3.10: UNTIL is a day where the start is one, else UTC, or floating like the start. */
function untilFor(until: When, start: When, zone: string): When {
  if (start.kind === 'date') return { kind: 'date', at: until.at.slice(0, 10) };
  if (start.kind === 'floating') return until;
  const own = start.kind === 'zoned' ? start.zone : zone;
  if (until.kind === 'date') {
    return utc(instantOf({ kind: 'floating', at: `${until.at}T23:59:59` }, own));
  }
  return utc(instantOf(until, own));
}

function* legacyAlarms(item: EventItem | TaskItem, writing: Writing): Generator<Line> {
  const end = item.kind === 'event' ? item.end : item.due;
  for (const alarm of item.alarms ?? []) {
    const reference = { start: item.start, end };
    const { escaping, profile, zone } = writing;
    const line = writeLegacyAlarm(alarm, reference, escaping, profile, zone);
    if (line !== undefined) yield line;
  }
}

function componentsOf(item: EventItem | TaskItem, writing: Writing): Component[] {
  const { escaping, legacy, profile } = writing;
  const alarms =
    legacy || !holdsComponent('VALARM', profile)
      ? []
      : (item.alarms ?? []).map((alarm) => writeAlarm(alarm, item.summary, escaping));
  const others = (item.components ?? []).map((child) => fromRawComponent(child, escaping));
  return [...alarms, ...others];
}
