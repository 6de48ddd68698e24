import type { Kysely } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import { run, select } from '../statements.ts';
import type { ItemLookupTable } from '../sync-schema.ts';
import type { ItemRow } from '../sync-types.ts';
import { itemSelection, toItem } from './item-columns.ts';
import type { SelectedItem } from './item-columns.ts';

/** What decides under which keys an item is found. */
export interface Findable {
  readonly id: string;
  readonly collectionId: string;
  readonly lookupKeys: readonly string[];
  readonly deletedAt: number | null;
}

const insertKeys = bulkInsert('item_lookup', (row: ItemLookupTable) => row);

function keysOf(item: Findable): ItemLookupTable[] {
  if (item.deletedAt !== null) return [];
  return [...new Set(item.lookupKeys)].map((key) => ({
    collection_id: item.collectionId,
    key,
    item_id: item.id,
  }));
}

/** Makes new items be found by their keys. */
export async function addKeys(db: Kysely<Schema>, items: readonly Findable[]): Promise<void> {
  await insertKeys(db, items.flatMap(keysOf));
}

const removeKeys = `delete from item_lookup where (collection_id, key, item_id) in
  (select value ->> 0, value ->> 1, value ->> 2 from json_each(?))`;

/** Brings the keys of items up to date; most changes leave them as they were, and cost nothing here. */
export async function changeKeys(
  db: Kysely<Schema>,
  before: ReadonlyMap<string, Findable>,
  items: readonly Findable[],
): Promise<void> {
  const added: ItemLookupTable[] = [];
  const gone: ItemLookupTable[] = [];
  for (const item of items) {
    const old = before.get(item.id);
    if (old === undefined) continue;
    const had = new Map(keysOf(old).map((row) => [row.key, row]));
    for (const row of keysOf(item)) {
      if (had.get(row.key)?.collection_id === row.collection_id) had.delete(row.key);
      else added.push(row);
    }
    gone.push(...had.values());
  }
  if (gone.length > 0) {
    const rows = gone.map((row) => [row.collection_id, row.key, row.item_id]);
    await run(db, removeKeys, [JSON.stringify(rows)]);
  }
  await insertKeys(db, added);
}

const byKeys = `select ${itemSelection} from items where id in (
    select item_lookup.item_id from json_each(?) as collection cross join json_each(?) as wanted
    cross join item_lookup
      on item_lookup.collection_id = collection.value and item_lookup.key = wanted.value
  ) order by id`;

/** See `ItemsRepository.listByLookupKeys`. */
export async function listByLookupKeys(
  db: Kysely<Schema>,
  collectionIds: readonly string[],
  keys: readonly string[],
): Promise<ItemRow[]> {
  if (keys.length === 0 || collectionIds.length === 0) return [];
  const parameters = [JSON.stringify(collectionIds), JSON.stringify(keys)];
  return (await select<SelectedItem>(db, byKeys, parameters)).map(toItem);
}
