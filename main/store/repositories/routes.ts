import type { Selectable } from 'kysely';
import type { RoutesTable } from '../sms-schema.ts';
import type { RouteRow, RoutesRepository } from '../sms-types.ts';
import type { Session } from '../session.ts';
import { fromJson } from './json-column.ts';

function toColumns(row: RouteRow): RoutesTable {
  return {
    id: row.id,
    name: row.name,
    active: row.active ? 1 : 0,
    prefixes: JSON.stringify(row.prefixes),
    account_ids: JSON.stringify(row.accountIds),
    gateways: JSON.stringify(row.gateways),
    ordering: row.order,
    fallback: row.fallback ? 1 : 0,
    created_at: row.createdAt,
  };
}

function fromColumns(row: Selectable<RoutesTable>): RouteRow {
  return {
    id: row.id,
    name: row.name,
    active: row.active === 1,
    prefixes: fromJson(row.prefixes),
    accountIds: fromJson(row.account_ids),
    gateways: fromJson(row.gateways),
    order: row.ordering as RouteRow['order'],
    fallback: row.fallback === 1,
    createdAt: row.created_at,
  };
}

/** Routes in SQL. */
export function routesRepository(session: Session): RoutesRepository {
  return {
    async insert(row) {
      await session.db.insertInto('routes').values(toColumns(row)).execute();
    },
    async update(row) {
      const { id, ...columns } = toColumns(row);
      await session.db.updateTable('routes').set(columns).where('id', '=', id).execute();
    },
    async remove(id) {
      await session.db.deleteFrom('routes').where('id', '=', id).execute();
    },
    async list() {
      const rows = await session.db
        .selectFrom('routes')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromColumns);
    },
  };
}
