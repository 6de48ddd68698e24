import type { Selectable } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { Session } from '../session.ts';
import { listParameter, run, select } from '../statements.ts';
import type { PhoneItemsTable, PhoneStatesTable } from '../sync-schema.ts';
import type { PhoneDataRepository, PhoneItemRow } from '../sync-types.ts';

function fromColumns(row: Selectable<PhoneItemsTable>): PhoneItemRow {
  return {
    deviceId: row.device_id,
    luid: row.luid,
    dataType: row.data_type as PhoneItemRow['dataType'],
    content: row.content,
    pending: row.pending as PhoneItemRow['pending'],
    changedAt: row.changed_at,
  };
}

const putItems = bulkInsert(
  'phone_items',
  (row: PhoneItemRow): PhoneItemsTable => ({
    device_id: row.deviceId,
    luid: row.luid,
    data_type: row.dataType,
    content: row.content,
    pending: row.pending,
    changed_at: row.changedAt,
  }),
  (db, values) =>
    db
      .insertInto('phone_items')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['device_id', 'luid']).doUpdateSet((eb) => ({
          data_type: eb.ref('excluded.data_type'),
          content: eb.ref('excluded.content'),
          pending: eb.ref('excluded.pending'),
          changed_at: eb.ref('excluded.changed_at'),
        })),
      )
      .compile(),
);

const putState = `insert into phone_states (device_id, datastore, own_anchor, server_anchor, nonce)
  values (?, ?, ?, ?, ?)
  on conflict (device_id, datastore) do update set own_anchor = excluded.own_anchor,
    server_anchor = excluded.server_anchor, nonce = excluded.nonce`;

/** What virtual phones hold, in SQL. */
export function phoneDataRepository(session: Session): PhoneDataRepository {
  return {
    async list(deviceId) {
      const rows = await select<Selectable<PhoneItemsTable>>(
        session.db,
        'select * from phone_items where device_id = ? order by data_type, luid',
        [deviceId],
      );
      return rows.map(fromColumns);
    },
    async put(rows) {
      if (rows.length > 0) await session.atomic((db) => putItems(db, rows));
    },
    async remove(deviceId, luids) {
      await run(
        session.db,
        'delete from phone_items where device_id = ? and luid in (select value from json_each(?))',
        [deviceId, listParameter(luids)],
      );
    },
    async counts() {
      const rows = await select<{ device_id: string; data_type: string; count: number }>(
        session.db,
        `select device_id, data_type, count(*) as count from phone_items
         group by device_id, data_type order by device_id, data_type`,
        [],
      );
      return rows.map((row) => ({
        deviceId: row.device_id,
        dataType: row.data_type as PhoneItemRow['dataType'],
        count: row.count,
      }));
    },
    async getState(deviceId, datastore) {
      const rows = await select<Selectable<PhoneStatesTable>>(
        session.db,
        'select * from phone_states where device_id = ? and datastore = ?',
        [deviceId, datastore],
      );
      const [row] = rows;
      return (
        row && {
          deviceId: row.device_id,
          datastore: row.datastore,
          ownAnchor: row.own_anchor,
          serverAnchor: row.server_anchor,
          nonce: row.nonce,
        }
      );
    },
    async putState(row) {
      await run(session.db, putState, [
        row.deviceId,
        row.datastore,
        row.ownAnchor,
        row.serverAnchor,
        row.nonce,
      ]);
    },
    async removeStates(deviceId) {
      await run(session.db, 'delete from phone_states where device_id = ?', [deviceId]);
    },
    async clear(deviceId) {
      await session.atomic(async (db) => {
        await run(db, 'delete from phone_items where device_id = ?', [deviceId]);
        await run(db, 'delete from phone_states where device_id = ?', [deviceId]);
      });
    },
  };
}
