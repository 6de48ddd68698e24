import type {
  ContactItem,
  EventItem,
  Item,
  NoteItem,
  TaskItem,
  When,
} from '../../groupware/content/index.ts';

const DAY_MS = 86_400_000;
/** Zones differ by so much at most: what is near the edge of a range is in it. */
const ZONES_MS = 14 * 3_600_000;

/** Values of an item by the names that filters have for them. */
type Values = Readonly<Record<string, (string | undefined)[]>>;

/** Properties that a filter may name. */
export const filterProperties: ReadonlySet<string> = new Set([
  'N',
  'FN',
  'FIRSTNAME',
  'LASTNAME',
  'ORG',
  'TITLE',
  'TEL',
  'EMAIL',
  'NOTE',
  'BODY',
  'CATEGORIES',
  'CLASS',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'STATUS',
  'PRIORITY',
  'DTSTART',
  'DTEND',
  'DUE',
  'COMPLETED',
  'REV',
  'LAST-MODIFIED',
  'SUBJECT',
  'NAME',
]);

/** Those of them whose values are times. */
export const timeProperties: ReadonlySet<string> = new Set([
  'DTSTART',
  'DTEND',
  'DUE',
  'COMPLETED',
  'REV',
  'LAST-MODIFIED',
]);

/** What an item has under a property's name; nothing where its kind has no such property. */
export function valuesOf(item: Item, property: string): string[] {
  const values = fieldsOf(item)[property] ?? [];
  return values.filter((value) => value !== undefined && value !== '') as string[];
}

/** Whether an item has anything to do with the time between two instants. */
export function isWithin(item: Item, since: number, before: number, modifiedAt: number): boolean {
  switch (item.kind) {
    case 'event':
      return isEventWithin(item, since, before);
    case 'task': {
      const due = momentOf(item.due ?? item.start);
      // What has no date is due at any time.
      return due === undefined || (due + ZONES_MS >= since && due - ZONES_MS < before);
    }
    case 'note': {
      const at = momentOf(item.date) ?? instant(item.modified) ?? modifiedAt;
      return at >= since && at < before;
    }
    case 'mail': {
      const at = instant(item.received ?? item.created) ?? modifiedAt;
      return at >= since && at < before;
    }
    case 'contact':
    case 'file':
    case 'folder':
      return modifiedAt >= since && modifiedAt < before;
  }
}

/** `20240101T000000Z`, `2024-01-01` or the like as milliseconds; undefined when it is no time. */
export function readFilterTime(text: string): number | undefined {
  const match =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?Z?)?$/u.exec(text.trim()) ?? undefined;
  if (match === undefined) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** A time as filters write it, so that texts compare as times do. */
export function compactTime(text: string): string {
  return text.replace(/[-:]/gu, '');
}

function isEventWithin(event: EventItem, since: number, before: number): boolean {
  const start = momentOf(event.start);
  if (start === undefined) return true;
  if (start - ZONES_MS >= before) return false;
  const end = momentOf(event.end) ?? start + (event.start?.kind === 'date' ? DAY_MS : 0);
  if (end + ZONES_MS >= since) return true;
  const { rules = [], dates = [] } = event.recurrence ?? {};
  const last = [
    ...dates.map(momentOf),
    // A rule without an end goes on for ever, and one with a count far enough.
    ...rules.map(({ until }) => (until === undefined ? Infinity : momentOf(until))),
    ...(event.overrides ?? []).map((override) => momentOf(override.end ?? override.start)),
  ];
  return last.some((at) => at !== undefined && at + ZONES_MS >= since);
}

function momentOf(when: When | undefined): number | undefined {
  if (when === undefined) return undefined;
  return instant(when.kind === 'date' ? `${when.at}T00:00:00Z` : when.at);
}

function instant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text.endsWith('Z') ? text : `${text}Z`);
  return Number.isNaN(at) ? undefined : at;
}

function fieldsOf(item: Item): Values {
  switch (item.kind) {
    case 'contact':
      return contactFields(item);
    case 'event':
    case 'task':
      return plannedFields(item);
    case 'note':
      return noteFields(item);
    case 'mail':
      return { 'LAST-MODIFIED': [item.modified] };
    case 'file':
    case 'folder':
      return { NAME: [item.name], 'LAST-MODIFIED': [item.modified] };
  }
}

function contactFields(contact: ContactItem): Values {
  const { name = {}, formattedName } = contact;
  const whole = formattedName ?? [name.given, name.family].filter(Boolean).join(' ');
  return {
    N: [name.family, name.given, whole],
    FN: [whole],
    FIRSTNAME: [name.given],
    LASTNAME: [name.family],
    ORG: [contact.organization, ...(contact.units ?? [])],
    TITLE: [contact.title],
    TEL: contact.phones?.map(({ value }) => value) ?? [],
    EMAIL: contact.emails?.map(({ value }) => value) ?? [],
    NOTE: [contact.notes],
    CATEGORIES: [...(contact.categories ?? [])],
    CLASS: [contact.classification],
    REV: [contact.modified],
    'LAST-MODIFIED': [contact.modified],
  };
}

function plannedFields(item: EventItem | TaskItem): Values {
  return {
    SUMMARY: [item.summary],
    DESCRIPTION: [item.description],
    LOCATION: [item.location],
    CATEGORIES: [...(item.categories ?? [])],
    CLASS: [item.classification],
    STATUS: [item.status],
    PRIORITY: [item.priority === undefined ? undefined : String(item.priority)],
    DTSTART: [item.start?.at],
    DTEND: [item.kind === 'event' ? item.end?.at : undefined],
    DUE: [item.kind === 'task' ? item.due?.at : undefined],
    COMPLETED: [item.kind === 'task' ? item.completed : undefined],
    'LAST-MODIFIED': [item.modified],
  };
}

function noteFields(note: NoteItem): Values {
  return {
    SUMMARY: [note.subject],
    SUBJECT: [note.subject],
    BODY: [note.text],
    NOTE: [note.text],
    CATEGORIES: [...(note.categories ?? [])],
    'LAST-MODIFIED': [note.modified],
  };
}
