import { placeNameKey } from './source-uri.ts';

/** What of a collection counts for the name that it is shared by. */
export interface NamedCollection {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
}

/** A collection and the address of the account whose it is. */
export interface OwnedCollection<Named extends NamedCollection = NamedCollection> {
  readonly collection: Named;
  readonly ownerAddress: string;
}

/** The names behind `shared/` by which one account reaches what others share with it. */
export interface SharedNames {
  /** The name that is told, by id of the collection. */
  readonly told: ReadonlyMap<string, string>;
  /** Every name that is understood, made comparable by `placeNameKey`. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Names what is shared with an account, of one data type. Each collection goes by its own name; of
 * several of one name the oldest has it, and all go by `OWNER/NAME`, where OWNER is the local part of
 * the owner's address (or all of it, where that is taken). A main folder has no name: it goes by OWNER.
 */
export function nameShared(shared: readonly OwnedCollection[]): SharedNames {
  const oldestFirst = [...shared].sort(
    ({ collection: one }, { collection: other }) =>
      one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
  const told = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const owned of oldestFirst) {
    const name = namesOf(owned).find((each) => !ids.has(placeNameKey(each)));
    if (name === undefined) continue;
    told.set(owned.collection.id, name);
    ids.set(placeNameKey(name), owned.collection.id);
  }
  // Only then the others, so that none of them takes a name that is told.
  for (const owned of oldestFirst) {
    for (const name of namesOf(owned)) {
      if (!ids.has(placeNameKey(name))) ids.set(placeNameKey(name), owned.collection.id);
    }
  }
  return { told, ids };
}

function namesOf({ collection: { name }, ownerAddress }: OwnedCollection): string[] {
  const localPart = ownerAddress.slice(0, ownerAddress.lastIndexOf('@'));
  const owners = localPart === '' ? [ownerAddress] : [localPart, ownerAddress];
  return name === '' ? owners : [name, ...owners.map((owner) => `${owner}/${name}`)];
}
