import type { Selectable } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { ChangesTable } from '../schema.ts';
import type { Session } from '../session.ts';
import type { ChangeRow, ChangesRepository, NewChange } from '../types.ts';
import { inSlices } from './slices.ts';

function fromColumns(row: Selectable<ChangesTable>): ChangeRow {
  return {
    id: row.id,
    traceId: row.trace_id,
    accountId: row.account_id,
    dataType: row.data_type as ChangeRow['dataType'],
    folder: row.folder,
    origin: row.origin,
    source: row.source as ChangeRow['source'],
    at: row.at,
  };
}

const insertChanges = bulkInsert('changes', (change: NewChange) => ({
  trace_id: change.traceId,
  account_id: change.accountId,
  data_type: change.dataType,
  folder: change.folder,
  origin: change.origin,
  source: change.source,
  at: change.at,
}));

/** The journal of changes in SQL. */
export function changesRepository(session: Session): ChangesRepository {
  return {
    async append(changes) {
      if (changes.length === 0) return [];
      const last = await session.atomic((db) => insertChanges(db, changes));
      // One connection writes, one transaction at a time: the numbers of a transaction follow on.
      return changes.map((_change, index) => last - changes.length + 1 + index);
    },
    async listAfter(after, limit) {
      const rows = await session.db
        .selectFrom('changes')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromColumns);
    },
    async listBefore({ accountId, before, after, limit }) {
      // Not indexed by account: the index would cost each append more than the row itself, and the
      // newest changes of an account are seldom far from the end.
      let query = session.db.selectFrom('changes').selectAll().orderBy('id', 'desc').limit(limit);
      if (accountId !== undefined) query = query.where('account_id', '=', accountId);
      if (before !== undefined) query = query.where('id', '<', before);
      if (after !== undefined) query = query.where('id', '>', after);
      return (await query.execute()).map(fromColumns);
    },
    async listByTraces(traceIds) {
      const found: ChangeRow[] = [];
      for (const slice of inSlices(traceIds)) {
        const rows = await session.db
          .selectFrom('changes')
          .selectAll()
          .where('trace_id', 'in', slice)
          .execute();
        found.push(...rows.map(fromColumns));
      }
      return found.sort((one, other) => one.id - other.id);
    },
    async lastId() {
      const row = await session.db
        .selectFrom('changes')
        .select((eb) => eb.fn.max('id').as('last'))
        .executeTakeFirst();
      return row?.last ?? 0;
    },
    async countSince(at) {
      const row = await session.db
        .selectFrom('changes')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('at', '>=', at)
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async lastAt() {
      const row = await session.db
        .selectFrom('changes')
        .select((eb) => eb.fn.max('at').as('last'))
        .executeTakeFirst();
      return row?.last ?? null;
    },
  };
}
