import { dataTypeSchema } from '../../../shared/model/words.ts';
import type { DataType } from '../../../shared/model/words.ts';
import { nameShared } from '../../../shared/model/shared-names.ts';
import type { OwnedCollection } from '../../../shared/model/shared-names.ts';
import { placeNameKey } from '../../../shared/model/source-uri.ts';
import type { Place } from '../../../shared/model/source-uri.ts';
import type { CollectionRow } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import type { CollectionAccess } from '../types.ts';

/** Everything that one account sees. */
export interface AccountView {
  /** Own ones first, then the corporate ones, then what others share; of each the main ones first. */
  readonly all: readonly CollectionAccess[];
  find(dataType: DataType, place: Place): CollectionAccess | undefined;
  byId(id: string): CollectionAccess | undefined;
}

/** Reads what an account sees; undefined where there is no such account. */
export async function readView(
  repositories: Pick<Repositories, 'accounts' | 'collections'>,
  accountId: string,
): Promise<AccountView | undefined> {
  if ((await repositories.accounts.get(accountId)) === undefined) return undefined;
  const rows = await repositories.collections.listVisible(accountId);
  const addresses = new Map<string, string>();
  for (const row of rows) {
    if (row.accountId === null || row.accountId === accountId) continue;
    if (addresses.has(row.accountId)) continue;
    const owner = await repositories.accounts.get(row.accountId);
    addresses.set(row.accountId, owner?.address ?? '');
  }
  return createView(accountId, rows, addresses);
}

/** Makes a view of the rows that an account sees and the addresses of their owners. */
export function createView(
  accountId: string,
  rows: readonly CollectionRow[],
  addresses: ReadonlyMap<string, string>,
): AccountView {
  const all: CollectionAccess[] = [];
  const byPlace = new Map<string, CollectionAccess>();
  const byId = new Map<string, CollectionAccess>();
  const add = (access: CollectionAccess): void => {
    all.push(access);
    byId.set(access.collection.id, access);
    byPlace.set(placeKey(access.collection.dataType, access.place), access);
  };
  for (const dataType of dataTypeSchema.options) {
    const ofType = rows.filter((row) => row.dataType === dataType).sort(byName);
    for (const collection of ofType) {
      const { name } = collection;
      if (collection.accountId === accountId) {
        const access = limited(dataType, 'write');
        add({ collection, access, place: { kind: 'own', name } });
      } else if (collection.accountId === null) {
        const access = limited(dataType, collection.corporateAccess ?? 'read');
        add({ collection, access, place: { kind: 'corporate', name } });
      }
    }
    const shared = ofType.flatMap((collection): OwnedCollection<CollectionRow>[] => {
      const { accountId: owner } = collection;
      if (owner === null || owner === accountId) return [];
      return [{ collection, ownerAddress: addresses.get(owner) ?? '' }];
    });
    const { told, ids } = nameShared(shared);
    for (const { collection } of shared) {
      const name = told.get(collection.id);
      const share = collection.shares.find((each) => each.accountId === accountId);
      if (name === undefined || share === undefined) continue;
      const access = limited(dataType, share.access);
      add({ collection, access, place: { kind: 'shared', name } });
    }
    for (const [name, id] of ids) {
      const access = byId.get(id);
      if (access !== undefined) byPlace.set(placeKey(dataType, { kind: 'shared', name }), access);
    }
  }
  return {
    all: all.sort((one, other) => rank(one) - rank(other)),
    find: (dataType, place) => byPlace.get(placeKey(dataType, place)),
    byId: (id) => byId.get(id),
  };
}

/** What is in the mail folder comes from a mailbox, and none is connected yet. */
function limited(dataType: DataType, access: 'read' | 'write'): 'read' | 'write' {
  return dataType === 'inbox' ? 'read' : access;
}

function placeKey(dataType: DataType, { kind, name }: Place): string {
  return `${dataType} ${kind} ${placeNameKey(name)}`;
}

function byName(one: CollectionRow, other: CollectionRow): number {
  const [left, right] = [placeNameKey(one.name), placeNameKey(other.name)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const kinds: readonly Place['kind'][] = ['own', 'corporate', 'shared'];

function rank({ place: { kind, name } }: CollectionAccess): number {
  return kinds.indexOf(kind) * 2 + (name === '' ? 0 : 1);
}
