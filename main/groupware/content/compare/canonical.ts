import { displayName } from '../contact/names.ts';
import { instantOf, readingOf, shift, utc } from '../calendar/when.ts';
import type {
  Alarm,
  ContactItem,
  EventItem,
  Item,
  NoteItem,
  PostalAddress,
  RawComponent,
  RawProperty,
  TaskItem,
  Typed,
  When,
} from '../item.ts';
import { isEmpty } from '../compact.ts';
import { canonicalRule } from './canonical-rule.ts';

/** Values by field, in a form in which equal means the same to a person. */
export type CanonicalFields = Readonly<Record<string, unknown>>;

/** What says nothing about the content: identity and book-keeping. */
const bookkeeping = new Set(['kind', 'uid', 'created', 'modified', 'sequence', 'envelope']);
const needsCare = /[^ -~]/;
/** Words that are meant when nothing is said. */
const impliedTypes = new Set(['voice', 'internet', 'intl', 'dom', 'postal', 'parcel']);

/**
 * The content of an item with all differences taken out that no person would see: line ends and
 * blanks around texts, order and spelling of types, implied values, how a time is written. Lists
 * keep their order, so that a caller can find the original of each element.
 */
export function canonicalFields(item: Item): CanonicalFields {
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fieldsOf(item))) {
    if (bookkeeping.has(field) || isEmpty(value)) continue;
    fields[field] = value;
  }
  return fields;
}

/** One canonical text of a value: keys sorted. */
export function stableJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(fields).filter((name) => fields[name] !== undefined);
  const parts = names.sort().map((name) => `${JSON.stringify(name)}:${stableJson(fields[name])}`);
  return `{${parts.join(',')}}`;
}

/** One text per item; equal texts mean equal content. The order of lists does not count. */
export function canonicalText(item: Item): string {
  const fields = Object.entries(canonicalFields(item)).map(([field, value]) => [
    field,
    Array.isArray(value) ? sortedUnique(value) : value,
  ]);
  return `${item.kind}:${stableJson(Object.fromEntries(fields))}`;
}

/** Texts as people compare them: composed, without blanks at the ends of lines. */
export function canonicalString(text: string): string {
  // Most texts, and photos in Base64, are one line of plain characters.
  if (!needsCare.test(text)) return text.trim();
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

function sortedUnique(values: readonly unknown[]): string[] {
  return [...new Set(values.map((value) => stableJson(value)))].sort();
}

function fieldsOf(item: Item): Record<string, unknown> {
  switch (item.kind) {
    case 'contact':
      return contactFields(item);
    case 'event':
    case 'task':
      return plannedFields(item);
    case 'note':
      return noteFields(item);
    case 'mail':
    case 'file':
    case 'folder':
      return deep(item) as Record<string, unknown>;
  }
}

function common(item: ContactItem | EventItem | TaskItem | NoteItem): Record<string, unknown> {
  return {
    ...(deep(item) as Record<string, unknown>),
    categories: item.categories?.map(canonicalString),
    classification: item.classification === 'PUBLIC' ? undefined : item.classification,
    extra: item.extra?.map(canonicalRaw),
    components: item.components?.map(canonicalComponent),
  };
}

function contactFields(contact: ContactItem): Record<string, unknown> {
  const { formattedName, photo } = contact;
  const whole = formattedName === undefined ? undefined : canonicalString(formattedName);
  // Devices without FN put it into the first part of N, and the other way round.
  const name = contact.name ?? (whole === undefined ? undefined : { family: whole });
  return {
    ...common(contact),
    name: name === undefined ? undefined : deep(name),
    formattedName: whole === displayName(name ?? {}) ? undefined : whole,
    phones: contact.phones?.map(canonicalTyped),
    emails: contact.emails?.map(canonicalTyped),
    urls: contact.urls?.map(canonicalTyped),
    addresses: contact.addresses?.map(canonicalTyped),
    photo: photo === undefined ? undefined : 'url' in photo ? photo.url : photo.data,
  };
}

function canonicalTyped(value: Typed | PostalAddress): unknown {
  const types = value.types?.filter((type) => !impliedTypes.has(type)) ?? [];
  const fields = { ...(deep(value) as Record<string, unknown>), types };
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => !isEmpty(field)));
}

function plannedFields(item: EventItem | TaskItem): Record<string, unknown> {
  const recurring = item.recurrence !== undefined || item.recurrenceId !== undefined;
  const time = (when: When | undefined): unknown =>
    when === undefined ? undefined : canonicalWhen(when, recurring);
  const { start, recurrence } = item;
  const fields: Record<string, unknown> = {
    ...common(item),
    start: time(start),
    recurrenceId: time(item.recurrenceId),
    rules: recurrence?.rules?.map((rule) => canonicalRule(rule, start)),
    dates: recurrence?.dates?.map((when) => canonicalWhen(when, false)),
    exceptions: recurrence?.exceptions?.map((when) => canonicalWhen(when, false)),
    recurrence: undefined,
    alarms: item.alarms?.map((alarm) => canonicalAlarm(alarm, item)),
    status: item.status === 'CONFIRMED' || item.status === 'NEEDS-ACTION' ? undefined : item.status,
    priority: item.priority === 0 ? undefined : item.priority,
    attendees: item.attendees?.map((person) => ({
      ...(deep(person) as Record<string, unknown>),
      address: person.address.toLowerCase(),
    })),
    overrides: item.overrides?.map((override) => canonicalFields(override)),
  };
  if (item.kind === 'task') {
    return {
      ...fields,
      due: time(item.due),
      percent: item.percent === 0 ? undefined : item.percent,
    };
  }
  return {
    ...fields,
    end: time(item.end ?? impliedEnd(start)),
    transparent: item.transparent === true ? true : undefined,
  };
}

/** RFC 5545 §3.6.1: a day lasts a day, everything else no time. */
function impliedEnd(start: When | undefined): When | undefined {
  return start?.kind === 'date' ? shift(start, 1, 0) : start;
}

/** How a time is written matters only where a series crosses a change of the clocks. */
function canonicalWhen(when: When, keepZone: boolean): unknown {
  if (when.kind !== 'zoned' || keepZone) return when;
  return utc(instantOf(when, 'UTC'));
}

function canonicalAlarm(alarm: Alarm, item: EventItem | TaskItem): unknown {
  const due = item.kind === 'event' ? item.end : item.due;
  const from = item.start ?? due;
  const trigger = alarm.trigger;
  const reference = 'at' in trigger ? undefined : trigger.related === 'end' ? due : from;
  let rings: unknown = trigger;
  if ('at' in trigger && from !== undefined) {
    rings = (instantOf(trigger.at, 'UTC') - instantOf(from, 'UTC')) / 1000;
  } else if (reference !== undefined && from !== undefined && 'seconds' in trigger) {
    const ahead = trigger.related === 'end' ? (readingOf(reference) - readingOf(from)) / 1000 : 0;
    rings = trigger.seconds + ahead;
  }
  // What the alarm says is the summary, or a word of the device for "reminder".
  return {
    action: alarm.action,
    rings,
    repeat: alarm.repeat,
    extra: alarm.extra?.map(canonicalRaw),
  };
}

function noteFields(note: NoteItem): Record<string, unknown> {
  return { ...common(note), subject: canonicalString(wholeNote(note)), text: undefined };
}

/** First line and rest in one text; the rest may begin with the first line already. */
export function wholeNote(note: NoteItem): string {
  const { subject = '', text = '' } = note;
  if (subject === '' || text === subject || text.startsWith(`${subject}\n`)) return text;
  return text === '' ? subject : `${subject}\n${text}`;
}

/** A kept property without the differences between the escapings. */
export function canonicalRaw(property: RawProperty): unknown {
  return {
    name: property.name.toUpperCase(),
    params: property.params
      .map((param) => `${param.name}=${[...param.values].sort().join(',')}`.toUpperCase())
      .sort(),
    value: canonicalString(property.value.replace(/\\n/gi, '\n').replace(/\\([,\\])/g, '$1')),
  };
}

function canonicalComponent(component: RawComponent): unknown {
  return {
    name: component.name,
    properties: component.properties.map(canonicalRaw),
    components: component.components.map(canonicalComponent),
  };
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, deep(field)]));
}
