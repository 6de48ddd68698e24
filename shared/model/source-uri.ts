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
    'addressbook',
    'address',
    'card',
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
    'cal',
    'scal',
    'sevent',
    'appointments',
    'calendardb',
    'eventtask',
    'eventtask/events',
    'eventtask/calendar',
  ],
  tasks: ['tasks', 'task', 'stask', 'todo', 'todos', 'scheduletask', 'eventtask/tasks'],
  notes: ['notes', 'note', 'snote', 'memo', 'memos', 'notepad', 'text'],
  inbox: ['inbox', 'mail', 'mails', 'email', 'emails', 'imail'],
  briefcase: ['briefcase', 'files', 'file', 'picture', 'pictures'],
};

const byName: ReadonlyMap<string, DataType> = new Map(
  (Object.entries(names) as [DataType, readonly string[]][]).flatMap(([dataType, all]) =>
    all.map((name) => [name, dataType] as const),
  ),
);

/** Reads `''`, `NAME`, `corporate`, `corporate/NAME` or `shared/NAME`. */
export function parsePlace(text: string): Place {
  const path = text.replace(/^\/+|\/+$/gu, '');
  const [head = '', ...rest] = path.split('/');
  const kind = head.toLowerCase();
  if (kind === 'corporate') return { kind, name: rest.join('/') };
  if (kind === 'shared' && rest.length > 0) return { kind, name: rest.join('/') };
  return { kind: 'own', name: path };
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
    .trim()
    .replace(/\?.*$/su, '')
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*\//iu, '')
    .replace(/^(?:\.?\/)+/u, '')
    .replace(/\/+$/u, '')
    .replace(/\/{2,}/gu, '/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What a source URI means by itself, in any letter case; undefined when it names no data type. */
export function parseSourceUri(uri: string): SourceUri | undefined {
  const bare = bareSourceUri(uri);
  const segments = bare.split('/');
  // The longest name first: `EventTask/Tasks` is a name, not a folder of `EventTask`.
  for (const length of [2, 1]) {
    if (segments.length < length) continue;
    const dataType = byName.get(segments.slice(0, length).join('/').toLowerCase());
    if (dataType === undefined) continue;
    return { dataType, place: parsePlace(segments.slice(length).join('/')) };
  }
  return undefined;
}

/** Whether both are the same place; letter case does not count. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.kind === other.kind && one.name.toLowerCase() === other.name.toLowerCase();
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
