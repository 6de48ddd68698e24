import type { AlertFolder } from '../../shared/model/alert.ts';
import type { Folder } from '../../shared/model/device.ts';
import type { ChangeRow, DeviceRow } from '../store/types.ts';

/** A folder as an alert names it. */
export function alertFolder({ id, dataType, name, syncType }: Folder): AlertFolder {
  return { folderId: id, dataType, name, syncType };
}

/** Whether the device itself made the change, so that it is not told of it. */
export function isOrigin(change: Pick<ChangeRow, 'origin'>, deviceId: string): boolean {
  return change.origin === deviceId || change.origin === `device:${deviceId}`;
}

/**
 * The ticked folders of a device that a change concerns.
 *
 * A change of a data type concerns all folders of that type. A change of a folder that the reporter
 * named as a device has it concerns exactly that folder there; on the account's other devices, which
 * know the same data by other names, it concerns the data type.
 */
export function foldersConcerned(
  change: Pick<ChangeRow, 'folder' | 'dataType'>,
  device: Pick<DeviceRow, 'folders'>,
): Folder[] {
  const { folder, dataType } = change;
  const isDataType = folder.trim().toLowerCase() === dataType;
  const named = isDataType ? [] : device.folders.filter(({ name }) => name === folder);
  const candidates =
    named.length > 0 ? named : device.folders.filter((one) => one.dataType === dataType);
  return candidates.filter(({ enabled }) => enabled);
}
