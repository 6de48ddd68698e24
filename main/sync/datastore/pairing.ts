import { createMatcher, type MatchKeys } from '../../groupware/content/index.ts';
import type { PreparedItem } from '../../groupware/types.ts';
import type { ItemMapRow, ItemRow, SameItem } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import { datastoreLimits } from './limits.ts';
import { collectionIds, isFull, type DatastoreScope } from './scope.ts';

/** How much two items have to be alike to be taken for one. */
export type Likeness = 'equal' | 'near';

/**
 * Pairs items of the client with items of the server that the client does not have yet; each of the
 * server's once. `claimed` are those that are spoken for already.
 */
export async function findPairs<Key extends { readonly item: PreparedItem }>(
  scope: DatastoreScope,
  from: Repositories,
  wanted: readonly Key[],
  claimed: ReadonlySet<string>,
  likeness: Likeness,
): Promise<ReadonlyMap<Key, ItemRow>> {
  const pairs = new Map<Key, ItemRow>();
  const keys = new Set(wanted.flatMap(({ item }) => item.lookupKeys));
  if (keys.size === 0) return pairs;
  const found = await from.items.listByLookupKeys(collectionIds(scope), [...keys]);
  const free = await freeOf(scope, from, found, claimed);
  const left = takeSame(wanted, free, pairs);
  const open = wanted.filter((key) => !pairs.has(key));
  if (open.length === 0 || left.length === 0) return pairs;
  const byId = new Map(left.map((row) => [row.id, row]));
  const matcher = createMatcher(left.map((row) => ({ id: row.id, keys: trusted(keysOf(row)) })));
  const keyed = open.map((key) => ({ key, keys: trusted(keysOf(key.item)) }));

  function pair(key: Key, keysOfIt: MatchKeys): void {
    const row = byId.get(matcher.match(keysOfIt)?.id ?? '');
    if (row !== undefined) pairs.set(key, row);
  }

  // The equal ones first: a near one must not take the place of an equal one behind it.
  for (const { key, keys: own } of keyed) pair(key, { ...own, weak: [], vague: [] });
  if (likeness === 'equal') return pairs;
  for (const { key, keys: own } of keyed) if (!pairs.has(key)) pair(key, own);
  return pairs;
}

/** The same for what is equal to the letter, which takes less to find. */
export async function findSame<Key extends { readonly item: PreparedItem }>(
  scope: DatastoreScope,
  from: Repositories,
  wanted: readonly Key[],
  claimed: ReadonlySet<string>,
): Promise<ReadonlyMap<Key, SameItem>> {
  const pairs = new Map<Key, SameItem>();
  const fingerprints = wanted.map(({ item }) => item.fingerprint);
  const found = await from.items.listByFingerprints(collectionIds(scope), fingerprints);
  takeSame(wanted, await freeOf(scope, from, found, claimed), pairs);
  return pairs;
}

/** Items that the client has not got yet, and that nobody speaks for. */
async function freeOf<Row extends { readonly id: string }>(
  scope: DatastoreScope,
  from: Repositories,
  found: readonly Row[],
  claimed: ReadonlySet<string>,
): Promise<Row[]> {
  const { client } = scope.party;
  const ids = found.map(({ id }) => id);
  const maps = await from.sync.mapsByItem(client.id, scope.target.key, ids);
  return found.filter(({ id }) => !claimed.has(id) && isFree(scope, maps.get(id)));
}

/** Pairs what has one fingerprint; answers with the rows that are left. */
function takeSame<
  Key extends { readonly item: PreparedItem },
  Row extends { readonly fingerprint: string },
>(wanted: readonly Key[], free: readonly Row[], pairs: Map<Key, Row>): Row[] {
  const rows = new Map<string, Row[]>();
  for (const row of free) {
    const same = rows.get(row.fingerprint);
    if (same === undefined) rows.set(row.fingerprint, [row]);
    else same.push(row);
  }
  for (const key of wanted) {
    const row = rows.get(key.item.fingerprint)?.shift();
    if (row !== undefined) pairs.set(key, row);
  }
  return [...rows.values()].flat();
}

/** Whether no other item of the client is this one. */
function isFree(scope: DatastoreScope, map: ItemMapRow | undefined): boolean {
  if (map === undefined || map.luid === null || map.state === 'held') return true;
  return isFull(scope.mode) && map.round < scope.round;
}

/** What a slow sync compares of a stored or a prepared item. */
export function keysOf({ matchKeys }: { readonly matchKeys: string }): MatchKeys {
  return JSON.parse(matchKeys) as MatchKeys;
}

/** Without a UID that some phone has counted: two of them have the same ones for other items. */
function trusted(keys: MatchKeys): MatchKeys {
  if (keys.uid === undefined || keys.uid.length >= datastoreLimits.shortestTrustedUid) return keys;
  const { uid: _uid, ...rest } = keys;
  return rest;
}
