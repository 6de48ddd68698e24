import type { Collection } from '../../../shared/model/collection.ts';
import { nameShared } from '../../../shared/model/shared-names.ts';
import { formatPlace, formatSourceUri, parsePlace } from '../../../shared/model/source-uri.ts';
import type { Place } from '../../../shared/model/source-uri.ts';
import { isSamePlace } from '../../../shared/model/source-uri.ts';
import { dataTypeSchema } from '../../../shared/model/words.ts';
import type { DataType } from '../../../shared/model/words.ts';
import { oneOf } from '../../routing/search.ts';
import type { SearchValues } from '../../routing/search.ts';

/** What part of the tree a folder stands in. */
export type FolderGroup = 'own' | 'corporate' | 'shared';

/** A folder as one account sees it. */
export interface SeenFolder {
  readonly collection: Collection;
  readonly group: FolderGroup;
  readonly place: Place;
  /** The same as the URL and the API have it: `''`, `Sales`, `corporate`, `shared/Team`. */
  readonly folder: string;
  /** What this account's phones call it: `contacts/shared/Team`. */
  readonly uri: string;
  readonly access: 'read' | 'write';
}

/** What a person calls an account's folder: its name, or whose main folder it is. */
export function folderName({ collection, place }: SeenFolder): string {
  return place.kind === 'shared' ? place.name : collection.name;
}

/** The folders that one account sees, in the order of the tree; `collections` may have others too. */
export function seenFolders(accountId: string, collections: readonly Collection[]): SeenFolder[] {
  const groups: readonly FolderGroup[] = ['own', 'corporate', 'shared'];
  const seen = dataTypeSchema.options.flatMap((type) =>
    seenOfType(
      accountId,
      collections.filter(({ dataType }) => dataType === type),
    ),
  );
  return groups.flatMap((group) => seen.filter((folder) => folder.group === group));
}

function seenOfType(accountId: string, ofType: readonly Collection[]): SeenFolder[] {
  const shared = ofType.flatMap((collection) => {
    const share = collection.shares.find((each) => each.accountId === accountId);
    return share === undefined
      ? []
      : [{ collection, ownerAddress: collection.accountAddress, share }];
  });
  const { told } = nameShared(shared);
  const own = ofType.flatMap((collection): SeenFolder[] => {
    const { accountId: owner, name } = collection;
    if (owner === accountId) return [seen(collection, { kind: 'own', name }, 'write')];
    if (owner !== null) return [];
    return [seen(collection, { kind: 'corporate', name }, collection.corporateAccess ?? 'read')];
  });
  const others = shared.flatMap(({ collection, share }): SeenFolder[] => {
    const name = told.get(collection.id);
    return name === undefined ? [] : [seen(collection, { kind: 'shared', name }, share.access)];
  });
  return [...own, ...others].sort((one, other) => folderName(one).localeCompare(folderName(other)));
}

function seen(collection: Collection, place: Place, access: 'read' | 'write'): SeenFolder {
  const { dataType } = collection;
  return {
    collection,
    place,
    group: place.kind,
    folder: formatPlace(place),
    uri: formatSourceUri({ dataType, place }),
    access,
  };
}

/** What the URL says about the folder that is looked at. */
export interface DataPlace {
  readonly accountId: string | undefined;
  readonly dataType: DataType;
  readonly folder: string;
}

/** Reads it from the URL; without a data type, the contacts. */
export function readDataPlace(url: SearchValues): DataPlace {
  return {
    accountId: url['account'],
    dataType: oneOf(url['dataType'], dataTypeSchema.options) ?? 'contacts',
    folder: url['folder'] ?? '',
  };
}

/** The folder of a place among those that an account sees. */
export function findFolder(
  folders: readonly SeenFolder[],
  { dataType, folder }: Pick<DataPlace, 'dataType' | 'folder'>,
): SeenFolder | undefined {
  const wanted = parsePlace(folder);
  return folders.find(
    ({ collection, place }) => collection.dataType === dataType && isSamePlace(place, wanted),
  );
}

/** Values of the URL that lead to a folder in the data browser. */
export function placeValues(
  accountId: string,
  { collection, folder }: Pick<SeenFolder, 'collection' | 'folder'>,
): Record<'account' | 'dataType' | 'folder', string> {
  return { account: accountId, dataType: collection.dataType, folder };
}

/** Octets of an account's own folders together. */
export function ownBytes(folders: readonly SeenFolder[]): number {
  return folders
    .filter(({ group }) => group === 'own')
    .reduce((sum, { collection }) => sum + collection.bytes, 0);
}
