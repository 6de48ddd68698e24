import type { Kysely } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import { listParameter, run, select } from '../statements.ts';
import type { ItemLookupTable } from '../sync-schema.ts';
import type { ItemRow, SameItem } from '../sync-types.ts';
import { itemSelection, toItem, withContents } from './item-columns.ts';
import type { SelectedItem } from './item-columns.ts';

/** What decides under which keys an item is found. */
export interface Findable {
  readonly number: number;
  readonly collectionId: string;
  readonly fingerprint: string;
  readonly lookupKeys: readonly string[];
  readonly deletedAt: number | null;
}

/**
 * A number of 52 bits for a key within a collection. Two keys may share one: whoever looks something up
 * compares the keys themselves.
 */
function hashOf(collectionId: string, key: string): number {
  let one = 0x811c9dc5;
  let two = 0x41c6ce57;
  for (const text of [collectionId, key]) {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x5f356495);
    }
  }
  one = Math.imul(one ^ (one >>> 15), 0x85ebca6b);
  two = Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
  return ((one ^ (one >>> 16)) >>> 12) * 0x1_0000_0000 + ((two ^ (two >>> 16)) >>> 0);
}

function hashesOf({ collectionId, fingerprint, lookupKeys, deletedAt }: Findable): Set<number> {
  if (deletedAt !== null) return new Set();
  const hashes = new Set(lookupKeys.map((key) => hashOf(collectionId, key)));
  return hashes.add(fingerprintHash(collectionId, fingerprint));
}

/** An item is found by its fingerprint as by a key. */
function fingerprintHash(collectionId: string, fingerprint: string): number {
  return hashOf(collectionId, `fingerprint:${fingerprint}`);
}

// The same item under the same hash is there already only where a removed item had its number.
const insertHashes = bulkInsert(
  'item_lookup',
  (row: ItemLookupTable) => row,
  (db, values) =>
    db
      .insertInto('item_lookup')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
);
const removeHashes = `delete from item_lookup where (hash, number) in
  (select value ->> 0, value ->> 1 from json_each(?))`;

function rowsOf(item: Findable, hashes: Iterable<number>): ItemLookupTable[] {
  return Array.from(hashes, (hash) => ({ hash, number: item.number }));
}

function without(hashes: ReadonlySet<number>, others: ReadonlySet<number>): number[] {
  return [...hashes].filter((hash) => !others.has(hash));
}

/** Makes new items be found by their keys. */
export async function addKeys(db: Kysely<Schema>, items: readonly Findable[]): Promise<void> {
  await insertHashes(
    db,
    items.flatMap((item) => rowsOf(item, hashesOf(item))),
  );
}

/** Makes items be found no more. */
export async function removeKeys(db: Kysely<Schema>, items: readonly Findable[]): Promise<void> {
  await removeRows(
    db,
    items.flatMap((item) => rowsOf(item, hashesOf(item))),
  );
}

/** Brings the keys of items up to date; most changes leave them as they were, and cost nothing here. */
export async function changeKeys(
  db: Kysely<Schema>,
  changes: readonly { readonly before: Findable; readonly after: Findable }[],
): Promise<void> {
  const added: ItemLookupTable[] = [];
  const gone: ItemLookupTable[] = [];
  for (const { before, after } of changes) {
    const had = hashesOf(before);
    const has = hashesOf(after);
    added.push(...rowsOf(after, without(has, had)));
    gone.push(...rowsOf(before, without(had, has)));
  }
  await removeRows(db, gone);
  await insertHashes(db, added);
}

async function removeRows(db: Kysely<Schema>, rows: readonly ItemLookupTable[]): Promise<void> {
  if (rows.length === 0) return;
  const pairs = rows.map(({ hash, number }) => [hash, number]);
  await run(db, removeHashes, [JSON.stringify(pairs)]);
}

// Without contents: of what is equal nobody reads them.
const sameByHashes = `select items.id, items.collection_id as collectionId, items.revision,
    items.fingerprint
  from json_each(?) as wanted
  cross join item_lookup on item_lookup.hash = wanted.value
  cross join items on items.number = item_lookup.number
  where items.deleted_at is null order by items.id`;

/** See `ItemsRepository.listByFingerprints`. */
export async function listByFingerprints(
  db: Kysely<Schema>,
  collectionIds: readonly string[],
  fingerprints: readonly string[],
): Promise<SameItem[]> {
  if (fingerprints.length === 0) return [];
  const wanted = new Set(fingerprints);
  const hashes = collectionIds.flatMap((id) =>
    Array.from(wanted, (fingerprint) => fingerprintHash(id, fingerprint)),
  );
  const rows = await select<SameItem>(db, sameByHashes, [listParameter([...new Set(hashes)])]);
  return rows.filter(
    (row) => collectionIds.includes(row.collectionId) && wanted.has(row.fingerprint),
  );
}

const byHashes = `select ${itemSelection} from items ${withContents} where items.number in (
    select item_lookup.number from json_each(?) as wanted
    cross join item_lookup on item_lookup.hash = wanted.value
  ) and items.deleted_at is null order by items.id`;

/** See `ItemsRepository.listByLookupKeys`. */
export async function listByLookupKeys(
  db: Kysely<Schema>,
  collectionIds: readonly string[],
  keys: readonly string[],
): Promise<ItemRow[]> {
  if (keys.length === 0) return [];
  const hashes = collectionIds.flatMap((id) => keys.map((key) => hashOf(id, key)));
  const rows = await select<SelectedItem>(db, byHashes, [listParameter(hashes)]);
  const wanted = new Set(keys);
  return rows
    .map(toItem)
    .filter(
      (item) =>
        collectionIds.includes(item.collectionId) && item.lookupKeys.some((key) => wanted.has(key)),
    );
}
