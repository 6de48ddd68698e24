import type { Selectable } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { Session } from '../session.ts';
import { run, select } from '../statements.ts';
import type { HoldsTable } from '../sync-schema.ts';
import type { HoldRow, SyncStateRepository } from '../sync-types.ts';
import { fromJson } from './json-column.ts';

const insertHolds = bulkInsert('holds', (row: HoldRow): HoldsTable => ({
  id: row.id,
  client_id: row.clientId,
  account_id: row.accountId,
  session_id: row.sessionId,
  datastore: row.datastore,
  collection_id: row.collectionId,
  item_ids: JSON.stringify(row.itemIds),
  total: row.total,
  at: row.at,
}));

function fromColumns(row: Selectable<HoldsTable>): HoldRow {
  return {
    id: row.id,
    clientId: row.client_id,
    accountId: row.account_id,
    sessionId: row.session_id,
    datastore: row.datastore,
    collectionId: row.collection_id,
    itemIds: fromJson(row.item_ids),
    total: row.total,
    at: row.at,
  };
}

type HoldMethods = Pick<SyncStateRepository, 'insertHold' | 'getHold' | 'listHolds' | 'removeHold'>;

/** Mass deletions that wait for an admin. */
export function holdMethods(session: Session): HoldMethods {
  return {
    async insertHold(row) {
      await insertHolds(session.db, [row]);
    },
    async getHold(id) {
      const rows = await select<Selectable<HoldsTable>>(
        session.db,
        'select * from holds where id = ?',
        [id],
      );
      return rows[0] && fromColumns(rows[0]);
    },
    async listHolds() {
      const text = 'select * from holds order by id';
      return (await select<Selectable<HoldsTable>>(session.db, text, [])).map(fromColumns);
    },
    async removeHold(id) {
      await run(session.db, 'delete from holds where id = ?', [id]);
    },
  };
}
