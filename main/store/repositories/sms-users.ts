import type { Selectable } from 'kysely';
import type { Session } from '../session.ts';
import type { SmsUserRow, SmsUsersRepository, SmsUserUse } from '../sms-api-types.ts';
import type { SmsUsersTable } from '../sms-schema.ts';
import { select } from '../statements.ts';
import { refusingDuplicates } from './duplicates.ts';

const uniqueFields = { 'sms_users.name': 'name' };

function toColumns(row: SmsUserRow): SmsUsersTable {
  return {
    id: row.id,
    name: row.name,
    active: row.active ? 1 : 0,
    monthly_limit: row.monthlyLimit,
    expires_at: row.expiresAt,
    gateway_id: row.gatewayId,
    wants_reports: row.wantsReports ? 1 : 0,
    last_used_at: row.lastUsedAt,
    created_at: row.createdAt,
  };
}

function fromColumns(row: Selectable<SmsUsersTable>): SmsUserRow {
  return {
    id: row.id,
    name: row.name,
    active: row.active === 1,
    monthlyLimit: row.monthly_limit,
    expiresAt: row.expires_at,
    gatewayId: row.gateway_id,
    wantsReports: row.wants_reports === 1,
    lastUsedAt: row.last_used_at,
    createdAt: row.created_at,
  };
}

const useByUser = `select user_id as userId,
    coalesce(sum(case when day >= ? then parts end), 0) as thisMonth,
    coalesce(sum(case when day < ? then parts end), 0) as lastMonth
  from usage where day >= ? and user_id <> '' group by user_id`;

const partsOfUser = `select
    (select coalesce(sum(parts), 0) from usage where day >= ? and user_id = ?) +
    (select coalesce(sum(json_array_length(parts)), 0) from messages
      where state in ('queued', 'sending', 'paused', 'uncertain') and user_id = ?) as parts`;

/** SMS users in SQL. */
export function smsUsersRepository(session: Session): SmsUsersRepository {
  return {
    async insert(row) {
      await refusingDuplicates(uniqueFields, () =>
        session.db.insertInto('sms_users').values(toColumns(row)).execute(),
      );
    },
    async update(row) {
      const { id, last_used_at: _lastUsed, ...columns } = toColumns(row);
      await refusingDuplicates(uniqueFields, () =>
        session.db.updateTable('sms_users').set(columns).where('id', '=', id).execute(),
      );
    },
    async remove(id) {
      await session.atomic(async (db) => {
        await db.deleteFrom('sms_reports').where('user_id', '=', id).execute();
        await db.deleteFrom('sms_references').where('user_id', '=', id).execute();
        await db.deleteFrom('sms_users').where('id', '=', id).execute();
      });
    },
    async list() {
      const rows = await session.db.selectFrom('sms_users').selectAll().orderBy('name').execute();
      return rows.map(fromColumns);
    },
    async setLastUsed(id, at) {
      await session.db
        .updateTable('sms_users')
        .set({ last_used_at: at })
        .where('id', '=', id)
        .execute();
    },
    use: (thisMonth, lastMonth) =>
      select<SmsUserUse>(session.db, useByUser, [thisMonth, thisMonth, lastMonth]),
    async countParts(id, fromDay) {
      const [row] = await select<{ parts: number }>(session.db, partsOfUser, [fromDay, id, id]);
      return row?.parts ?? 0;
    },
  };
}
