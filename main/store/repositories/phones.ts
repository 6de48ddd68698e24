import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { PhoneMessagesTable } from '../schema.ts';
import type { Session } from '../session.ts';
import type { PhoneMessageRow, PhonesRepository } from '../types.ts';
import { fromJson } from './json-column.ts';

function fromColumns(row: Selectable<PhoneMessagesTable>): PhoneMessageRow {
  return {
    id: row.id,
    number: row.number,
    at: row.at,
    traceId: row.trace_id,
    parts: fromJson(row.parts),
    dcs: row.dcs,
    ...(row.ignored === null ? {} : { ignored: row.ignored as 'empty' | 'server' }),
  };
}

/** What virtual phones received, in SQL. */
export function phonesRepository(session: Session): PhonesRepository {
  return {
    async insert(row) {
      await session.db
        .insertInto('phone_messages')
        .values({
          id: row.id,
          number: row.number,
          at: row.at,
          trace_id: row.traceId,
          parts: JSON.stringify(row.parts),
          dcs: row.dcs,
          ignored: row.ignored ?? null,
        })
        .execute();
    },
    async list(limit) {
      const ranked = session.db
        .selectFrom('phone_messages')
        .select([
          'id',
          sql<number>`row_number() over (partition by number order by id desc)`.as('rank'),
        ]);
      const rows = await session.db
        .selectFrom('phone_messages')
        .innerJoin(ranked.as('ranked'), 'ranked.id', 'phone_messages.id')
        .selectAll('phone_messages')
        .where('ranked.rank', '<=', limit)
        .orderBy('phone_messages.id', 'desc')
        .execute();
      return rows.map(fromColumns);
    },
    async get(id) {
      const row = await session.db
        .selectFrom('phone_messages')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && fromColumns(row);
    },
    async clear(number) {
      await session.atomic(async (db) => {
        const own = db.selectFrom('phone_messages').select('id').where('number', '=', number);
        await db.deleteFrom('phone_configurations').where('message_id', 'in', own).execute();
        await db.deleteFrom('phone_messages').where('number', '=', number).execute();
      });
    },
    async countByNumber() {
      const rows = await session.db
        .selectFrom('phone_messages')
        .select(['number', (eb) => eb.fn.countAll<number>().as('count')])
        .groupBy('number')
        .execute();
      return new Map(rows.map((row) => [row.number, row.count]));
    },
  };
}
