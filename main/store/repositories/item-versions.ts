import type { Kysely, Selectable } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import { select } from '../statements.ts';
import type { ItemVersionsTable } from '../sync-schema.ts';
import type { ItemsRepository, ItemVersionRow } from '../sync-types.ts';
import { toVersion, versionColumns } from './item-columns.ts';

/** See `ItemsRepository.insertVersions`. */
export const insertVersions = bulkInsert('item_versions', versionColumns);

/** See `ItemsRepository.listVersions`. */
export async function listVersions(db: Kysely<Schema>, itemId: string): Promise<ItemVersionRow[]> {
  const rows = await select<Selectable<ItemVersionsTable>>(
    db,
    'select * from item_versions where item_id = ? order by version desc',
    [itemId],
  );
  return rows.map(toVersion);
}

// An item has few versions, so those of the wanted revision are found among all of its own.
const atRevisions = `select item_versions.* from json_each(?) as wanted
  cross join item_versions indexed by item_versions_by_item
    on item_versions.item_id = wanted.value ->> 0
    and item_versions.revision = wanted.value ->> 1`;

/** See `ItemsRepository.versionsAt`. */
export async function versionsAt(
  db: Kysely<Schema>,
  wanted: Parameters<ItemsRepository['versionsAt']>[0],
): Promise<Map<string, ItemVersionRow>> {
  if (wanted.length === 0) return new Map();
  const pairs = JSON.stringify(wanted.map(({ itemId, revision }) => [itemId, revision]));
  const rows = await select<Selectable<ItemVersionsTable>>(db, atRevisions, [pairs]);
  return new Map(rows.map((row) => [row.item_id, toVersion(row)]));
}
