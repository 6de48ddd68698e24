import { clientType } from '../../shared/catalogue/client-types.ts';
import type { CatalogueFolder } from '../../shared/catalogue/client-types.ts';
import type { Folder, FolderInput } from '../../shared/model/device.ts';
import { deviceLimits } from '../../shared/model/device.ts';
import { invalidField } from '../../shared/model/errors.ts';
import { formatPlace, formatSourceUri, parsePlace } from '../../shared/model/source-uri.ts';
import type { ClientTypeId, DataType } from '../../shared/model/words.ts';
import type { Ids } from '../platform/ids.ts';

function catalogueFolders(id: ClientTypeId, ids: Ids): Folder[] {
  return clientType(id).folders.map((row) => fromCatalogue(row, ids));
}

function fromCatalogue({ dataType, name, enabled }: CatalogueFolder, ids: Ids): Folder {
  return { id: ids.next(), dataType, name, syncType: 'two-way', enabled, place: '' };
}

/**
 * The folders of a new device: those of the catalogue, as far as the input does not say otherwise. A
 * row stands for the catalogue's row of its data type; a second one of that type, or one of another
 * place than the main one, is added to it.
 *
 * @throws AppError INVALID_INPUT with the folder's place in the input.
 */
export function foldersOfNewDevice(
  id: ClientTypeId,
  inputs: readonly FolderInput[],
  ids: Ids,
): Folder[] {
  const folders = catalogueFolders(id, ids);
  const taken = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    // The catalogue's rows are the main folders; one of another place comes beside them.
    const isMain = (input.place ?? '') === '';
    const own = folders.findIndex(
      (folder) => isMain && folder.dataType === input.dataType && !taken.has(folder.id),
    );
    const offered = folders[own];
    if (offered === undefined) {
      folders.push(addFolder(id, input, index, ids));
    } else {
      folders[own] = changeFolder(id, offered, input, index);
      taken.add(offered.id);
    }
  }
  return checkFolders(folders, inputs);
}

/**
 * The folders of a device after a change: named ones are changed, those without an id are added,
 * others stay as they are.
 *
 * @throws AppError INVALID_INPUT with the folder's place in the input.
 */
export function changedFolders(
  id: ClientTypeId,
  before: readonly Folder[],
  inputs: readonly FolderInput[],
  removed: readonly string[],
  ids: Ids,
): Folder[] {
  const folders = before.filter((folder) => !removed.includes(folder.id));
  for (const [index, input] of inputs.entries()) {
    if (input.id === undefined) {
      folders.push(addFolder(id, input, index, ids));
      continue;
    }
    const place = folders.findIndex((folder) => folder.id === input.id);
    const folder = folders[place];
    if (folder === undefined) throw invalidField(`folders.${index}.id`, 'unknown');
    folders[place] = changeFolder(id, folder, input, index);
  }
  return checkFolders(folders, inputs);
}

/**
 * The folders of a device whose client type changes: those that still are as the old client's
 * catalogue made them give way to the new client's, what the admin has named or typed stays, and the
 * ticks go with the data type.
 */
export function foldersOfOtherClient(
  from: ClientTypeId,
  to: ClientTypeId,
  before: readonly Folder[],
  ids: Ids,
): Folder[] {
  const offered = clientType(to).folders;
  const untouched = new Map(clientType(from).folders.map((row) => [row.dataType, row.name]));
  const kept = before.filter(
    ({ dataType, name }) =>
      untouched.get(dataType) !== name && offered.some((row) => row.dataType === dataType),
  );
  const fresh = offered
    .filter(({ dataType }) => !kept.some((folder) => folder.dataType === dataType))
    .map((row) => {
      const old = before.find(({ dataType }) => dataType === row.dataType);
      const folder = fromCatalogue(row, ids);
      return old === undefined
        ? folder
        : { ...folder, id: old.id, enabled: old.enabled, syncType: old.syncType };
    });
  return [...fresh, ...kept];
}

function addFolder(id: ClientTypeId, input: FolderInput, index: number, ids: Ids): Folder {
  if (input.dataType === undefined) throw invalidField(`folders.${index}.dataType`, 'required');
  const row = { ...fromCatalogue(offeredRow(id, input.dataType, index), ids), enabled: true };
  const place = parsePlace(input.place ?? '');
  const name = input.place ? formatSourceUri({ dataType: input.dataType, place }) : row.name;
  return changeFolder(id, { ...row, name }, input, index);
}

function changeFolder(id: ClientTypeId, folder: Folder, input: FolderInput, index: number): Folder {
  const { dataType = folder.dataType } = input;
  if (dataType !== folder.dataType) offeredRow(id, dataType, index);
  return {
    ...folder,
    dataType,
    name: input.name ?? folder.name,
    syncType: input.syncType ?? folder.syncType,
    enabled: input.enabled ?? folder.enabled,
    place: input.place === undefined ? folder.place : formatPlace(parsePlace(input.place)),
  };
}

function offeredRow(id: ClientTypeId, dataType: DataType, index: number): CatalogueFolder {
  const row = clientType(id).folders.find((each) => each.dataType === dataType);
  if (row === undefined) throw invalidField(`folders.${index}.dataType`, 'not-offered');
  return row;
}

/** Phones tell folders apart by name alone, octet for octet, so two of one name cannot be. */
function checkFolders(folders: Folder[], inputs: readonly FolderInput[]): Folder[] {
  if (folders.length > deviceLimits.folders) {
    throw invalidField('folders', 'too-long', { max: deviceLimits.folders });
  }
  const names = new Set<string>();
  for (const { name } of folders) {
    if (names.has(name)) {
      const index = inputs.findLastIndex((input) => input.name === name);
      throw invalidField(index < 0 ? 'folders' : `folders.${index}.name`, 'duplicate');
    }
    names.add(name);
  }
  return folders;
}
