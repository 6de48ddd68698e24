import { phoneItemFields } from '../../shared/model/phone.ts';
import type { PhoneItem } from '../../shared/model/phone.ts';
import type {
  ContactItem,
  EventItem,
  Item,
  NoteItem,
  TaskItem,
  Typed,
  When,
} from '../groupware/content/index.ts';

/** Kinds of entries that a virtual phone holds. */
export type PhoneDataType = PhoneItem['dataType'];
/** The small form on the phone's screen. */
export type PhoneFields = Readonly<Record<string, string>>;

const dataTypes = { contact: 'contacts', event: 'calendar', task: 'tasks', note: 'notes' } as const;

/** Where the phone keeps such an item; undefined for kinds that it has no place for. */
export function dataTypeOf(item: Item): PhoneDataType | undefined {
  return item.kind in dataTypes ? dataTypes[item.kind as keyof typeof dataTypes] : undefined;
}

/** What the phone's form shows of an item. */
export function fieldsOf(item: Item): PhoneFields {
  switch (item.kind) {
    case 'contact':
      return {
        firstName: item.name?.given ?? '',
        lastName:
          item.name?.family ?? (item.name?.given === undefined ? item.formattedName : '') ?? '',
        company: item.organization ?? '',
        mobile: find(item.phones, 'cell')?.value ?? '',
        phone: item.phones?.find((one) => !isOf(one, 'cell'))?.value ?? '',
        email: item.emails?.[0]?.value ?? '',
        note: item.notes ?? '',
      };
    case 'event':
      return {
        title: item.summary ?? '',
        start: readingOf(item.start),
        end: readingOf(item.end),
        place: item.location ?? '',
        note: item.description ?? '',
      };
    case 'task':
      return {
        title: item.summary ?? '',
        due: readingOf(item.due),
        done: item.status === 'COMPLETED' || item.completed !== undefined ? 'yes' : '',
        note: item.description ?? '',
      };
    case 'note':
      return { text: [item.subject, item.text].filter((part) => part !== undefined).join('\n') };
    default:
      return {};
  }
}

/** First and second line in the phone's lists. */
export function linesOf(item: Item): { readonly title: string; readonly subtitle: string } {
  const fields = fieldsOf(item);
  const text = (name: string): string => fields[name] ?? '';
  switch (item.kind) {
    case 'contact': {
      const name = `${text('firstName')} ${text('lastName')}`.trim();
      const second = [text('mobile'), text('phone'), text('email')].find((one) => one !== '') ?? '';
      return { title: name === '' ? text('company') : name, subtitle: second };
    }
    case 'event':
      return { title: text('title'), subtitle: text('start').replace('T', ' ') };
    case 'task':
      return { title: text('title'), subtitle: text('due').replace('T', ' ') };
    case 'note': {
      const [title = '', ...rest] = text('text').split('\n');
      return { title, subtitle: rest.find((line) => line.trim() !== '') ?? '' };
    }
    default:
      return { title: '', subtitle: '' };
  }
}

/**
 * The item with what was typed into the form. What the form does not show stays as it is, as on a
 * real phone that edits a part of an entry.
 */
export function withFields(
  dataType: PhoneDataType,
  before: Item | undefined,
  typed: PhoneFields,
): Item {
  const known: ReadonlySet<string> = new Set(phoneItemFields[dataType]);
  const old = before === undefined ? {} : fieldsOf(before);
  const all = Object.fromEntries(
    [...known].map((name) => [name, (typed[name] ?? old[name] ?? '').trim()]),
  );
  const text = (name: string): string => all[name] ?? '';
  switch (dataType) {
    case 'contacts':
      return contact(before?.kind === 'contact' ? before : { kind: 'contact' }, text);
    case 'calendar':
      return event(before?.kind === 'event' ? before : { kind: 'event' }, text);
    case 'tasks':
      return task(before?.kind === 'task' ? before : { kind: 'task' }, text);
    case 'notes':
      return note(before?.kind === 'note' ? before : { kind: 'note' }, text('text'));
  }
}

type Text = (name: string) => string;

function contact(old: ContactItem, text: Text): ContactItem {
  const { formattedName: _made, name: oldName, ...rest } = old;
  const { given: _given, family: _family, ...otherParts } = oldName ?? {};
  const cells = replaceFirst(old.phones, (one) => isOf(one, 'cell'), text('mobile'), ['cell']);
  const phones = replaceFirst(cells, (one) => !isOf(one, 'cell'), text('phone'), ['voice']);
  const emails = replaceFirst(old.emails, () => true, text('email'), ['internet']);
  return without<ContactItem>({
    ...rest,
    name: without({ ...otherParts, given: text('firstName'), family: text('lastName') }),
    organization: text('company'),
    phones,
    emails,
    notes: text('note'),
  });
}

function event(old: EventItem, text: Text): EventItem {
  return without<EventItem>({
    ...old,
    summary: text('title'),
    start: whenOf(text('start'), old.start),
    end: whenOf(text('end'), old.end ?? old.start),
    location: text('place'),
    description: text('note'),
  });
}

function task(old: TaskItem, text: Text): TaskItem {
  const isDone = text('done') !== '';
  const { status, completed, percent, ...rest } = old;
  return without<TaskItem>({
    ...rest,
    summary: text('title'),
    due: whenOf(text('due'), old.due),
    description: text('note'),
    status: isDone ? 'COMPLETED' : status === 'COMPLETED' ? 'NEEDS-ACTION' : status,
    completed: isDone ? completed : undefined,
    percent: isDone ? 100 : percent === 100 ? undefined : percent,
  });
}

function note(old: NoteItem, whole: string): NoteItem {
  const [subject = '', ...rest] = whole.split('\n');
  return without<NoteItem>({ ...old, subject, text: rest.join('\n') });
}

/** The value of the first entry that fits, changed; gone with an empty text; new at the end. */
function replaceFirst(
  list: readonly Typed[] | undefined,
  fits: (one: Typed) => boolean,
  value: string,
  types: readonly string[],
): readonly Typed[] | undefined {
  const entries = [...(list ?? [])];
  const index = entries.findIndex(fits);
  const found = entries[index];
  if (found === undefined) {
    if (value !== '') entries.push({ value, types });
  } else if (value === '') entries.splice(index, 1);
  else entries[index] = { ...found, value };
  return entries.length === 0 ? undefined : entries;
}

function find(list: readonly Typed[] | undefined, type: string): Typed | undefined {
  return list?.find((one) => isOf(one, type));
}

function isOf(one: Typed, type: string): boolean {
  return one.types?.includes(type) === true;
}

/** What a clock shows: `2026-11-22T09:30`, or a day. */
function readingOf(when: When | undefined): string {
  if (when === undefined) return '';
  return when.kind === 'date' ? when.at : when.at.slice(0, 16);
}

/** The typed reading in the zone (or kind of day) that the entry had before. */
function whenOf(reading: string, old: When | undefined): When | undefined {
  if (reading === '') return undefined;
  if (old !== undefined && readingOf(old) === reading) return old;
  if (/^\d{4}-\d\d-\d\d$/u.test(reading)) return { kind: 'date', at: reading };
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(reading)) return old;
  const at = `${reading.slice(0, 16)}:00`;
  if (old?.kind === 'zoned') return { ...old, at };
  return old?.kind === 'floating' ? { kind: 'floating', at } : { kind: 'utc', at: `${at}Z` };
}

/** Without what is absent: the inner form never stores empty values. */
function without<Type extends object>(value: { [Key in keyof Type]: Type[Key] | undefined }): Type {
  const kept = Object.entries(value).filter(([, one]) => {
    if (one === undefined || one === '') return false;
    return !(typeof one === 'object' && one !== null && Object.keys(one).length === 0);
  });
  return Object.fromEntries(kept) as Type;
}
