import type { Kysely } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { inSlices } from './retention-slices.ts';
import type { Slice } from './retention-slices.ts';
import type { Schema } from './schema.ts';
import { listParameter, run, select } from './statements.ts';

/** Removes versions that are past their time and not current, and items that were deleted before it. */
export async function removeOldItems(db: Kysely<Schema>, before: number): Promise<number> {
  const versions = await inSlices(versionsSlice(db, before));
  return versions + (await inSlices(tombstonesSlice(db, before)));
}

interface StoredVersion {
  readonly number: number;
  readonly is_past: number;
}

const versionsBehind = `select version.number, version.at < ?
    and version.revision is not (select revision from items where items.id = version.item_id) as is_past
  from item_versions as version where version.number > ? order by version.number limit ?`;

/** A version is current when it has the revision that its item has. */
function versionsSlice(db: Kysely<Schema>, before: number): Slice {
  let behind = 0;
  return async (limit) => {
    const rows = await select<StoredVersion>(db, versionsBehind, [before, behind, limit]);
    behind = rows.at(-1)?.number ?? behind;
    const past = rows.filter((row) => row.is_past === 1).map((row) => row.number);
    if (past.length > 0) {
      const text = 'delete from item_versions where number in (select value from json_each(?))';
      await run(db, text, [listParameter(past)]);
    }
    return { seen: rows.length, removed: past.length };
  };
}

interface Tombstone {
  readonly id: string;
  readonly deleted_at: number;
  readonly collection_id: string;
}

const tombstonesBehind = `select id, deleted_at, collection_id from items indexed by items_deleted
  where deleted_at is not null and (deleted_at, id) > (?, ?) and deleted_at < ?
  order by deleted_at, id limit ?`;
const statesOf = `select number from sync_states
  where instr('+' || datastore || '+', '+' || ? || '+') > 0`;
const unknownToAll = `select item.value as id from json_each(?) as item where not exists (
  select 1 from json_each(?) as state cross join item_maps
  where item_maps.state_number = state.value and item_maps.item_id = item.value)`;

/** What a client still has a row of stays: it has to be told that the item is gone. */
function tombstonesSlice(db: Kysely<Schema>, before: number): Slice {
  let last = { deleted_at: -1, id: '' };
  return async (limit) => {
    const rows = await select<Tombstone>(db, tombstonesBehind, [
      last.deleted_at,
      last.id,
      before,
      limit,
    ]);
    last = rows.at(-1) ?? last;
    let removed = 0;
    for (const [collectionId, ids] of byCollection(rows)) {
      removed += await inTransaction(db, (inside) => removeUnknown(inside, collectionId, ids));
    }
    return { seen: rows.length, removed };
  };
}

function byCollection(rows: readonly Tombstone[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const row of rows) {
    const known = ids.get(row.collection_id);
    if (known === undefined) ids.set(row.collection_id, [row.id]);
    else known.push(row.id);
  }
  return ids;
}

async function removeUnknown(
  db: Kysely<Schema>,
  collectionId: string,
  ids: readonly string[],
): Promise<number> {
  const states = await select<{ number: number }>(db, statesOf, [collectionId]);
  const rows = await select<{ id: string }>(db, unknownToAll, [
    listParameter(ids),
    listParameter(states.map(({ number }) => number)),
  ]);
  if (rows.length === 0) return 0;
  const gone = listParameter(rows.map(({ id }) => id));
  const among = '(select value from json_each(?))';
  // First of all the versions: without its item a version does not know whose octets it frees.
  await run(db, `delete from item_versions where item_id in ${among}`, [gone]);
  return run(db, `delete from items where deleted_at is not null and id in ${among}`, [gone]);
}
