import { keepsTasksInCalendar } from '../../shared/catalogue/client-types.ts';
import type { AlertFolder } from '../../shared/model/alert.ts';
import type { Folder } from '../../shared/model/device.ts';
import { formatPlace, parseSourceUri, placeOfFolder } from '../../shared/model/source-uri.ts';
import type { Place } from '../../shared/model/source-uri.ts';
import type { DataType } from '../../shared/model/words.ts';
import type { ChangeRow, DeviceRow } from '../store/types.ts';

type ChangeToMatch = Pick<ChangeRow, 'folder' | 'dataType' | 'source'>;
type DeviceToMatch = Pick<DeviceRow, 'folders' | 'clientType'>;

/** A folder as an alert names it. */
export function alertFolder({ id, dataType, name, syncType }: Folder): AlertFolder {
  return { folderId: id, dataType, name, syncType };
}

/** Whether the device itself made the change, so that it is not told of it. */
export function isOrigin(change: Pick<ChangeRow, 'origin'>, deviceId: string): boolean {
  return change.origin === deviceId || change.origin === `device:${deviceId}`;
}

/** Finds the ticked folders of a device that a change concerns. */
export type Matcher = (device: DeviceToMatch) => Folder[];

/** Places are compared as text, in lower case; the main one is empty. */
const mainPlace = '';

/** Folders stay the same objects between changes, and reading a URI takes longer than comparing. */
const placesOfFolders = new WeakMap<Folder, string>();

function placeKey(place: Place): string {
  const { kind, name } = place;
  // What others share goes by its name, and by its owner and its name.
  const told = kind === 'shared' ? name.slice(name.lastIndexOf('/') + 1) : name;
  return formatPlace({ ...place, name: told }).toLowerCase();
}

function placeOf(folder: Folder): string {
  let place = placesOfFolders.get(folder);
  if (place === undefined) {
    place = placeKey(placeOfFolder(folder));
    placesOfFolders.set(folder, place);
  }
  return place;
}

/**
 * What a change is about, for all devices of the account.
 *
 * - A data type (`contacts`) means its main folder, and a source URI with a place (`contacts/Sales`,
 *   `events/shared/Team`) means that place: it concerns the folders that stand for it, whatever the
 *   devices call them.
 * - A reporter may also name a folder as a device has it: it concerns exactly that folder there. On
 *   the account's other devices, which know the same data by other names, it concerns what the name
 *   means by itself, or else everything of the data type.
 * - A place that no device of the account has is taken for a name like any other, so that nothing is
 *   missed; only the server itself is believed to know its folders.
 */
export function createMatcher(
  change: ChangeToMatch,
  devices: () => Iterable<DeviceToMatch>,
): Matcher {
  const { folder, dataType, source } = change;
  const isOurs = source === 'session' || source === 'console';
  if (folder === dataType || folder.trim().toLowerCase() === dataType) {
    return (device) => atPlace(device, dataType, mainPlace);
  }
  const meant = parseSourceUri(folder);
  let place = meant?.dataType === dataType ? placeKey(meant.place) : null;
  if (place !== null && place !== mainPlace && !isOurs) {
    const wanted = place;
    const isKnown = [...devices()].some(({ folders }) =>
      folders.some((one) => one.dataType === dataType && placeOf(one) === wanted),
    );
    if (!isKnown) place = null;
  }
  return (device) => {
    const named = isOurs ? [] : device.folders.filter(({ name }) => name === folder);
    if (named.length > 0) return named.filter(({ enabled }) => enabled);
    return atPlace(device, dataType, place);
  };
}

/** The ticked folders at a place; null stands for any. */
function atPlace(
  { folders, clientType }: DeviceToMatch,
  dataType: DataType,
  place: string | null,
): Folder[] {
  const type = storedAs(folders, clientType, dataType);
  return folders.filter(
    (one) => one.enabled && one.dataType === type && (place === null || placeOf(one) === place),
  );
}

/** Some phones keep tasks in the calendar, and have no folder of their own for them. */
function storedAs(
  folders: readonly Folder[],
  clientType: DeviceRow['clientType'],
  dataType: DataType,
): DataType {
  if (dataType !== 'tasks' || !keepsTasksInCalendar.has(clientType)) return dataType;
  return folders.some((one) => one.dataType === 'tasks') ? 'tasks' : 'calendar';
}
