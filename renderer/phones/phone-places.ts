import { keepsTasksInCalendar } from '../../shared/catalogue/client-types.ts';
import type { Folder } from '../../shared/model/device.ts';
import type { PhoneItem } from '../../shared/model/phone.ts';

/** Kinds of entries that a virtual phone can hold. */
export type PhoneDataType = PhoneItem['dataType'];

/** All of them, as its home screen lists them. */
export const phoneDataTypes: readonly PhoneDataType[] = ['contacts', 'calendar', 'tasks', 'notes'];

/**
 * What a phone has a place for: what its device has folders of. Some phones keep their tasks in the
 * calendar. All while the device is not known.
 */
export function placesOf(
  clientType: string,
  folders: readonly Pick<Folder, 'dataType'>[] | undefined,
): readonly PhoneDataType[] {
  if (folders === undefined) return phoneDataTypes;
  const has = new Set<string>(folders.map(({ dataType }) => dataType));
  const mixed: ReadonlySet<string> = keepsTasksInCalendar;
  if (has.has('calendar') && mixed.has(clientType)) has.add('tasks');
  return phoneDataTypes.filter((dataType) => has.has(dataType));
}
