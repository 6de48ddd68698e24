import type { Selectable } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { AccountsTable } from '../schema.ts';
import type { Session } from '../session.ts';
import type { AccountRow, AccountsRepository } from '../types.ts';
import { removeCollection } from './collections.ts';
import { refusingDuplicates } from './duplicates.ts';
import { fromJson, fromJsonOrNull, toJsonOrNull } from './json-column.ts';

const uniqueFields = { 'accounts.address': 'address' };

function toColumns(row: AccountRow): AccountsTable {
  return {
    id: row.id,
    address: row.address,
    display_name: row.displayName,
    mailbox: toJsonOrNull(row.mailbox),
    conflicts: JSON.stringify(row.conflicts),
    time_zone: row.timeZone,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
  };
}

function fromColumns(row: Selectable<AccountsTable>): AccountRow {
  return {
    id: row.id,
    address: row.address,
    displayName: row.display_name,
    mailbox: fromJsonOrNull(row.mailbox),
    conflicts: fromJson(row.conflicts),
    timeZone: row.time_zone,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

const insertAccounts = bulkInsert('accounts', toColumns);

/** Accounts in SQL. */
export function accountsRepository(session: Session): AccountsRepository {
  return {
    async insert(row) {
      await refusingDuplicates(uniqueFields, () => insertAccounts(session.db, [row]));
    },
    async update(row) {
      const { id, ...columns } = toColumns(row);
      await refusingDuplicates(uniqueFields, () =>
        session.db.updateTable('accounts').set(columns).where('id', '=', id).execute(),
      );
    },
    async remove(id) {
      await session.atomic(async (db) => {
        await db
          .deleteFrom('device_history')
          .where('device_id', 'in', (eb) =>
            eb.selectFrom('devices').select('id').where('account_id', '=', id),
          )
          .execute();
        const own = await db
          .selectFrom('collections')
          .select('id')
          .where('account_id', '=', id)
          .execute();
        for (const collection of own) await removeCollection(db, collection.id);
        await db.deleteFrom('accounts').where('id', '=', id).execute();
      });
    },
    async get(id) {
      const row = await session.db
        .selectFrom('accounts')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && fromColumns(row);
    },
    async getByAddress(address) {
      const row = await session.db
        .selectFrom('accounts')
        .selectAll()
        .where('address', '=', address)
        .executeTakeFirst();
      return row && fromColumns(row);
    },
    async list() {
      const rows = await session.db.selectFrom('accounts').selectAll().orderBy('address').execute();
      return rows.map(fromColumns);
    },
    async count() {
      const row = await session.db
        .selectFrom('accounts')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}
