import { keepsTasksInCalendar } from '../../shared/catalogue/client-types.ts';
import type { PhoneProfile } from '../../shared/model/phone.ts';
import type { ClientTypeId } from '../../shared/model/words.ts';
import type { PhoneDataType } from './phone-item.ts';

/** A database of the server that the phone has a place for. */
export interface HeldDatabase {
  readonly name: string;
  /** What lies in it: one type, or two where a phone keeps tasks in its calendar. */
  readonly dataTypes: readonly [PhoneDataType, ...PhoneDataType[]];
}

const held: ReadonlySet<string> = new Set<PhoneDataType>([
  'contacts',
  'calendar',
  'tasks',
  'notes',
]);

/**
 * What the phone synchronises: it has one place for each kind of entries, as small phones do, and
 * takes the first database for it.
 */
export function heldDatabases(
  clientType: ClientTypeId,
  databases: readonly PhoneProfile['databases'][number][],
): readonly HeldDatabase[] {
  // Some phones keep their tasks in the calendar, where they have no list for them.
  const isMixed =
    keepsTasksInCalendar.has(clientType) && !databases.some(({ dataType }) => dataType === 'tasks');
  const taken = new Set<string>();
  return databases.flatMap(({ name, dataType }) => {
    if (!held.has(dataType) || taken.has(dataType)) return [];
    taken.add(dataType);
    const type = dataType as PhoneDataType;
    return [{ name, dataTypes: type === 'calendar' && isMixed ? [type, 'tasks'] : [type] }];
  });
}
