import { nextTurn } from '../../platform/turns.ts';
import type { Kysely, Selectable } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import { listParameter, run, select } from '../statements.ts';
import type { ItemMapsTable } from '../sync-schema.ts';
import type { ItemMapRow, SyncStateRepository } from '../sync-types.ts';
import { stateNumber, takeStateNumber } from './sync-states.ts';

/** Rows that are removed at once; the event loop runs in between. */
const ROWS_AT_ONCE = 2_000;

type StoredMap = Selectable<ItemMapsTable>;

const upsertMaps = bulkInsert(
  'item_maps',
  (row: StoredMap) => row,
  (db, values) =>
    db
      .insertInto('item_maps')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['state_number', 'item_id']).doUpdateSet((eb) => ({
          luid: eb.ref('excluded.luid'),
          revision: eb.ref('excluded.revision'),
          round: eb.ref('excluded.round'),
          state: eb.ref('excluded.state'),
        })),
      )
      .compile(),
);

const holders = `select item_maps.item_id, item_maps.state from json_each(?) as given
  cross join item_maps on item_maps.state_number = ? and item_maps.luid = given.value ->> 0
    and item_maps.item_id <> given.value ->> 1`;
const dropHolders = `delete from item_maps where state_number = ? and state = 'deleting'
  and item_id in (select value from json_each(?))`;
const bareHolders = `update item_maps set luid = null where state_number = ?
  and item_id in (select value from json_each(?))`;

const byLuid = `select item_maps.* from json_each(?) as wanted cross join item_maps
  on item_maps.state_number = ? and item_maps.luid = wanted.value`;
const byItem = `select item_maps.* from json_each(?) as wanted cross join item_maps
  on item_maps.state_number = ? and item_maps.item_id = wanted.value`;
const removeByItem = `delete from item_maps where state_number = ?
  and item_id in (select value from json_each(?))`;

const oldPortion = `select item_id from item_maps
  where state_number = ? and round < ? and item_id > ? order by item_id limit ?`;
const removePortion = `delete from item_maps
  where state_number = ? and round < ? and item_id > ? and item_id <= ?`;

type MapMethods = Pick<
  SyncStateRepository,
  'mapsByLuid' | 'mapsByItem' | 'putMaps' | 'removeMaps' | 'removeMapsBefore' | 'countMaps'
>;

/** Which item is which of the client's. */
export function mapMethods(session: Session): MapMethods {
  async function find(
    text: string,
    [clientId, datastore]: readonly [string, string],
    wanted: readonly string[],
  ): Promise<ItemMapRow[]> {
    if (wanted.length === 0) return [];
    const number = await stateNumber(session.db, clientId, datastore);
    if (number === undefined) return [];
    const rows = await select<StoredMap>(session.db, text, [listParameter(wanted), number]);
    return rows.map((row) => fromColumns(row, clientId, datastore));
  }

  return {
    async mapsByLuid(clientId, datastore, luids) {
      const rows = await find(byLuid, [clientId, datastore], luids);
      return new Map(rows.flatMap((row) => (row.luid === null ? [] : [[row.luid, row] as const])));
    },
    async mapsByItem(clientId, datastore, itemIds) {
      const rows = await find(byItem, [clientId, datastore], itemIds);
      return new Map(rows.map((row) => [row.itemId, row]));
    },
    async putMaps(rows) {
      if (rows.length === 0) return;
      await session.atomic(async (db) => {
        for (const ofOne of byDatastore(rows)) await putMaps(db, ofOne);
      });
    },
    async removeMaps(clientId, datastore, itemIds) {
      if (itemIds.length === 0) return;
      const number = await stateNumber(session.db, clientId, datastore);
      if (number !== undefined) {
        await run(session.db, removeByItem, [number, listParameter(itemIds)]);
      }
    },
    removeMapsBefore: (clientId, datastore, round) =>
      session.atomic(async (db) => {
        const number = await stateNumber(db, clientId, datastore);
        if (number !== undefined) await removeBefore(db, number, round);
      }),
    async countMaps(clientId, datastore) {
      const rows = await select<{ count: number }>(
        session.db,
        `select count(*) as count from item_maps where state_number =
           (select number from sync_states where client_id = ? and datastore = ?)`,
        [clientId, datastore],
      );
      return rows[0]?.count ?? 0;
    },
  };
}

function fromColumns(row: StoredMap, clientId: string, datastore: string): ItemMapRow {
  return {
    clientId,
    datastore,
    itemId: row.item_id,
    luid: row.luid,
    revision: row.revision,
    round: row.round,
    state: row.state as ItemMapRow['state'],
  };
}

function byDatastore(rows: readonly ItemMapRow[]): Iterable<ItemMapRow[]> {
  const groups = new Map<string, ItemMapRow[]>();
  for (const row of rows) {
    const key = `${row.clientId} ${row.datastore}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups.values();
}

/** Stores rows of one datastore. */
async function putMaps(db: Kysely<Schema>, rows: readonly ItemMapRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const number = await takeStateNumber(db, first.clientId, first.datastore);
  // Of rows for one item the last counts, and so it does of rows with one LUID.
  const byItem = new Map<string, ItemMapRow>();
  for (const row of rows) byItem.set(row.itemId, row);
  const owners = new Map<string, string>();
  for (const { luid, itemId } of byItem.values()) if (luid !== null) owners.set(luid, itemId);
  await takeLuids(db, number, owners);
  const columns = [...byItem.values()].map((row) => ({
    state_number: number,
    item_id: row.itemId,
    luid: row.luid !== null && owners.get(row.luid) === row.itemId ? row.luid : null,
    revision: row.revision,
    round: row.round,
    state: row.state,
  }));
  await upsertMaps(db, columns);
}

/** Takes LUIDs from the items that have them, so that they can be given to others. */
async function takeLuids(
  db: Kysely<Schema>,
  number: number,
  owners: ReadonlyMap<string, string>,
): Promise<void> {
  if (owners.size === 0) return;
  const given = JSON.stringify([...owners]);
  const found = await select<StoredMap>(db, holders, [given, number]);
  if (found.length === 0) return;
  const items = listParameter(found.map((row) => row.item_id));
  await run(db, dropHolders, [number, items]);
  await run(db, bareHolders, [number, items]);
}

async function removeBefore(db: Kysely<Schema>, number: number, round: number): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await select<StoredMap>(db, oldPortion, [number, round, after, ROWS_AT_ONCE]);
    const last = rows.at(-1)?.item_id;
    if (last === undefined) return;
    await run(db, removePortion, [number, round, after, last]);
    if (rows.length < ROWS_AT_ONCE) return;
    after = last;
    await nextTurn();
  }
}
