import type { DataType } from './words.ts';

/** Which collection of a data type is meant. */
export type Place =
  | { readonly kind: 'own'; readonly name: string }
  | { readonly kind: 'corporate'; readonly name: string }
  | { readonly kind: 'shared'; readonly name: string };

/** What a source URI means. */
export interface SourceUri {
  readonly dataType: DataType;
  readonly place: Place;
}

/**
 * Names that clients use for the databases of each data type, as delivered or as hosters tell them.
 * In lower case: letter case does not count in a source URI.
 */
const names: Readonly<Record<DataType, readonly string[]>> = {
  contacts: [
    'contacts',
    'contact',
    'contact/unfiled',
    'addressbook',
    'address',
    'card',
    'card3',
    'scard',
    'sc',
    'con',
    'contactdb',
    'pab',
    'phonebook',
  ],
  calendar: [
    'events',
    'event',
    'calendar',
    'calendar/events',
    'cal',
    'cal2',
    'caltask',
    'scal',
    'sevent',
    'appointments',
    'calendardb',
    // Nokia's phones keep both in one database, and Ovi named it so.
    'eventtask',
    'eventtask/tasks',
    'eventtask/events',
    'eventtask/calendar',
  ],
  tasks: [
    'tasks',
    'task',
    'task2',
    'stask',
    'todo',
    'todos',
    'scheduletask',
    'calendar/tasks',
    'calendar/todo',
  ],
  notes: ['notes', 'note', 'snote', 'pnote', 'memo', 'memos', 'notepad', 'text'],
  inbox: ['inbox', 'mail', 'mails', 'email', 'emails', 'imail'],
  briefcase: ['briefcase', 'files', 'file', 'picture', 'pictures'],
};

const byName: ReadonlyMap<string, DataType> = new Map(
  (Object.entries(names) as [DataType, readonly string[]][]).flatMap(([dataType, all]) =>
    all.map((name) => [name, dataType] as const),
  ),
);

/** Longest URI that is looked at; a longer one names nothing. */
const longestUri = 2_048;

/** What stands between the slashes of a path; `.` means nothing. */
function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '' && segment !== '.');
}

/** Reads `''`, `NAME`, `corporate`, `corporate/NAME`, `shared/NAME` or `shared/OWNER/NAME`. */
export function parsePlace(text: string): Place {
  const segments = segmentsOf(text.trim());
  const [head = '', ...rest] = segments;
  const kind = head.toLowerCase();
  if (kind === 'corporate') return { kind, name: rest.join('/') };
  if (kind === 'shared' && rest.length > 0) return { kind, name: rest.join('/') };
  return { kind: 'own', name: segments.join('/') };
}

/** The text that {@link parsePlace} reads. */
export function formatPlace({ kind, name }: Place): string {
  if (kind === 'own') return name;
  return name === '' ? kind : `${kind}/${name}`;
}

/** The source URI that hosters tell for a collection: `events/shared/NAME`. */
export function formatSourceUri({ dataType, place }: SourceUri): string {
  const base = dataType === 'calendar' ? 'events' : dataType;
  const path = formatPlace(place);
  return path === '' ? base : `${base}/${path}`;
}

/**
 * A URI without what clients put around it: scheme and host, `./`, slashes, filter, percent escapes.
 * Letter case is kept, since names of folders are shown.
 */
export function bareSourceUri(uri: string): string {
  const path = uri
    .slice(0, longestUri)
    .trim()
    .replace(/\?.*$/su, '')
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*\//iu, '');
  return segmentsOf(decoded(path)).join('/').trim();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that stands for itself.
    return path;
  }
}

/** What a source URI means by itself, in any letter case; undefined when it names no data type. */
export function parseSourceUri(uri: string): SourceUri | undefined {
  if (uri.length > longestUri) return undefined;
  const segments = bareSourceUri(uri).split('/');
  // The longest name first: `Contact/Unfiled` is a name, not a folder of `Contact`.
  for (const length of [2, 1]) {
    if (segments.length < length) continue;
    const dataType = byName.get(segments.slice(0, length).join('/').toLowerCase());
    if (dataType === undefined) continue;
    return { dataType, place: parsePlace(segments.slice(length).join('/')) };
  }
  return undefined;
}

/** Names as they are compared: letter case and the way accents are composed do not count. */
export function placeNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Whether both are the same place, whatever the letter case of their names. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.kind === other.kind && placeNameKey(one.name) === placeNameKey(other.name);
}

/**
 * Which collection of its data type a device's folder stands for: its place, or else the place in its
 * own name (`contacts/Sales`), or else the main one.
 */
export function placeOfFolder(folder: {
  readonly dataType: DataType;
  readonly name: string;
  readonly place: string;
}): Place {
  if (folder.place !== '') return parsePlace(folder.place);
  const named = parseSourceUri(folder.name);
  return named?.dataType === folder.dataType ? named.place : parsePlace('');
}
