import type { DataType } from '../../../shared/model/words.ts';
import type { ReceivedDatabase } from './received-settings.ts';

/** A database as a message names it: by its URI and the type of what it takes. */
export interface NamedDatabase {
  readonly uri: string;
  /** MIME type; phones look at its beginning. */
  readonly mediaType: string;
}

const byMediaType: readonly (readonly [beginning: string, dataType: DataType])[] = [
  ['text/x-vcard', 'contacts'],
  ['text/vcard', 'contacts'],
  ['text/x-s4j-sifc', 'contacts'],
  ['text/x-vcalendar', 'calendar'],
  ['text/calendar', 'calendar'],
  ['text/x-s4j-sife', 'calendar'],
  ['text/x-s4j-sift', 'tasks'],
  ['text/plain', 'notes'],
  ['text/x-vnote', 'notes'],
  ['text/x-s4j-sifn', 'notes'],
  ['application/vnd.omads-email', 'inbox'],
  ['message/rfc822', 'inbox'],
  ['application/vnd.omads-file', 'briefcase'],
];

/** Names by which a list of tasks is told from a calendar: both are of the same type. */
const tasksName = /task|to-?do|zada|úkol|ukol|任务|待办/iu;

/**
 * What the databases hold, by their types: a second one of calendar entries is the tasks'. One of a
 * type that no phone has a place for is left out.
 */
export function databasesOf(named: readonly NamedDatabase[]): ReceivedDatabase[] {
  const found: ReceivedDatabase[] = [];
  for (const { uri, mediaType } of named) {
    const type = mediaType.trim().toLowerCase();
    const general = byMediaType.find(([beginning]) => type.startsWith(beginning))?.[1];
    if (general === undefined || uri === '') continue;
    const hasCalendar = found.some((one) => one.dataType === 'calendar');
    const isTasks = general === 'calendar' && (hasCalendar || tasksName.test(uri));
    found.push({ dataType: isTasks ? 'tasks' : general, name: uri });
  }
  return found;
}
