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

/**
 * Values by field, in a form in which equal means the same to a person. The names of every object
 * in it are in order, so that equal values have equal JSON.
 */
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
  const all = fieldsOf(item);
  const fields: Record<string, unknown> = {};
  for (const field of Object.keys(all)) {
    const value = all[field];
    if (!isEmpty(value) && !bookkeeping.has(field)) fields[field] = value;
  }
  return fields;
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

function fieldsOf(item: Item): Record<string, unknown> {
  switch (item.kind) {
    case 'contact':
      return contactFields(item);
    case 'event':
    case 'task':
      return ordered(plannedFields(item)) as Record<string, unknown>;
    case 'note':
      return ordered(noteFields(item)) as Record<string, unknown>;
    case 'mail':
    case 'file':
    case 'folder':
      return deep(item) as Record<string, unknown>;
  }
}

/** What a contact has beside the fields that {@link contactFields} names. */
type OtherContactField = 'kind' | 'uid' | 'created' | 'modified';

function contactFields(contact: ContactItem): Record<string, unknown> {
  const { formattedName, photo } = contact;
  const whole = formattedName === undefined ? undefined : canonicalString(formattedName);
  // Devices without FN put it into the first part of N, and the other way round.
  const name = contact.name ?? (whole === undefined ? undefined : { family: whole });
  // Field by field, as this is done for every contact of every sync.
  return {
    addresses: contact.addresses?.map(canonicalAddress),
    anniversary: contact.anniversary,
    birthday: contact.birthday,
    categories: contact.categories?.map(canonicalString),
    classification: canonicalClass(contact),
    components: contact.components?.map(canonicalComponent),
    emails: contact.emails?.map(canonicalTyped),
    extra: contact.extra?.map(canonicalRaw),
    fileAs: deep(contact.fileAs),
    formattedName: whole === displayName(name ?? {}) ? undefined : whole,
    name: deep(name),
    nicknames: contact.nicknames?.map(canonicalString),
    notes: deep(contact.notes),
    organization: deep(contact.organization),
    params: deep(contact.params),
    phones: contact.phones?.map(canonicalTyped),
    photo: photo === undefined ? undefined : 'url' in photo ? photo.url : photo.data,
    role: deep(contact.role),
    title: deep(contact.title),
    units: contact.units?.map(canonicalString),
    urls: contact.urls?.map(canonicalTyped),
  } satisfies Record<Exclude<keyof ContactItem, OtherContactField>, unknown>;
}

function canonicalClass({ classification }: { classification?: string }): string | undefined {
  return classification === 'PUBLIC' ? undefined : classification;
}

function common(item: EventItem | TaskItem | NoteItem): Record<string, unknown> {
  return {
    ...(deep(item) as Record<string, unknown>),
    categories: item.categories?.map(canonicalString),
    classification: canonicalClass(item),
    extra: item.extra?.map(canonicalRaw),
    components: item.components?.map(canonicalComponent),
  };
}

/** The fields of a value with types, in order. */
const typedNames = ['params', 'types', 'value'] as const satisfies (keyof Typed)[];
/** Those of an address. */
const addressNames = [
  'city',
  'country',
  'extended',
  'params',
  'poBox',
  'postalCode',
  'region',
  'street',
  'types',
] as const satisfies (keyof PostalAddress)[];

function canonicalTyped(value: Typed): unknown {
  return canonicalWith(typedNames, value);
}

function canonicalAddress(address: PostalAddress): unknown {
  return canonicalWith(addressNames, address);
}

// By lists of names, since a contact has many such values and to bring their names into order costs.
function canonicalWith<Name extends string>(
  names: readonly Name[],
  value: Readonly<Partial<Record<Name, unknown>>> & Pick<Typed, 'types'>,
): unknown {
  const fields: Record<string, unknown> = {};
  for (const name of names) {
    const field: unknown = value[name];
    if (field === undefined) continue;
    const canonical = name === 'types' ? saidTypes(value.types) : deep(field);
    if (!isEmpty(canonical)) fields[name] = canonical;
  }
  return fields;
}

function saidTypes(types: readonly string[] = []): readonly string[] {
  return types.some((type) => impliedTypes.has(type))
    ? types.filter((type) => !impliedTypes.has(type))
    : types;
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
  return mapOrdered(value, deep);
}

/** The same value with the names of all its objects in order. */
function ordered(value: unknown): unknown {
  return mapOrdered(value, ordered);
}

function mapOrdered(value: unknown, change: (value: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(change);
  const fields: Record<string, unknown> = {};
  for (const name of sortedNames(value)) {
    fields[name] = change((value as Readonly<Record<string, unknown>>)[name]);
  }
  return fields;
}

function sortedNames(fields: object): string[] {
  const names = Object.keys(fields);
  for (let index = 1; index < names.length; index += 1) {
    if ((names[index - 1] ?? '') > (names[index] ?? '')) return names.sort();
  }
  return names;
}
