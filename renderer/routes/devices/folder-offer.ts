import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { CatalogueFolder } from '../../../shared/catalogue/client-types.ts';
import type { Device, Folder } from '../../../shared/model/device.ts';
import { dataTypeSchema } from '../../../shared/model/words.ts';

/** Folders that the device's client type offers and the device does not have. */
export function missingFolders(device: Pick<Device, 'clientType' | 'folders'>): CatalogueFolder[] {
  const present = new Set(device.folders.map((folder) => folder.dataType));
  return clientType(device.clientType).folders.filter((folder) => !present.has(folder.dataType));
}

/** The catalogue's name of a folder where the device's own name differs from it; else null. */
export function catalogueNameIfOther(
  device: Pick<Device, 'clientType'>,
  folder: Pick<Folder, 'dataType' | 'name'>,
): string | null {
  const offered = clientType(device.clientType).folders.find(
    (one) => one.dataType === folder.dataType,
  );
  return offered === undefined || offered.name === folder.name ? null : offered.name;
}

const order = new Map(dataTypeSchema.options.map((type, index) => [type, index]));

/** Folders in the order of the data types, so that the list does not jump when one is changed. */
export function sortedFolders(folders: readonly Folder[]): Folder[] {
  return [...folders].sort(
    (left, right) => (order.get(left.dataType) ?? 0) - (order.get(right.dataType) ?? 0),
  );
}
