import type { Kysely, Selectable } from 'kysely';
import type {
  IncomingPartKey,
  IncomingPartRow,
  IncomingRepository,
  IncomingRow,
} from '../incoming-types.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import type { IncomingMessagesTable, IncomingPartsTable } from '../sms-schema.ts';
import { inSlices } from './slices.ts';

function toColumns(row: IncomingRow): IncomingMessagesTable {
  return {
    id: row.id,
    gateway_id: row.gatewayId,
    number: row.number,
    text: row.text,
    data: row.data,
    sent_at: row.sentAt,
    received_at: row.receivedAt,
    read: row.read ? 1 : 0,
    matched: row.matched,
    account_id: row.accountId,
    mail_to: row.mailTo,
    mail: row.mail,
    detail: row.detail,
  };
}

function fromColumns(row: Selectable<IncomingMessagesTable>): IncomingRow {
  return {
    id: row.id,
    gatewayId: row.gateway_id,
    number: row.number,
    text: row.text,
    data: row.data,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
    read: row.read === 1,
    matched: row.matched as IncomingRow['matched'],
    accountId: row.account_id,
    mailTo: row.mail_to,
    mail: row.mail as IncomingRow['mail'],
    detail: row.detail,
  };
}

function toPart(row: Selectable<IncomingPartsTable>): IncomingPartRow {
  return {
    gatewayId: row.gateway_id,
    number: row.number,
    reference: row.reference,
    total: row.total,
    part: row.part,
    dcs: row.dcs,
    udh: row.udh,
    data: row.data,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
  };
}

/** SMS that phones sent, in SQL. */
export function incomingRepository(session: Session): IncomingRepository {
  return {
    async insert(row) {
      await session.db.insertInto('incoming_messages').values(toColumns(row)).execute();
    },
    async get(id) {
      const row = await session.db
        .selectFrom('incoming_messages')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && fromColumns(row);
    },
    list: (query) => session.atomic((db) => listIncoming(db, query)),
    async setRead(ids, read) {
      for (const slice of inSlices(ids)) {
        await session.db
          .updateTable('incoming_messages')
          .set({ read: read ? 1 : 0 })
          .where('id', 'in', slice)
          .execute();
      }
    },
    async remove(ids) {
      for (const slice of inSlices(ids)) {
        await session.db.deleteFrom('incoming_messages').where('id', 'in', slice).execute();
      }
    },
    async listToMail(limit) {
      const rows = await session.db
        .selectFrom('incoming_messages')
        .selectAll()
        .where('mail', '=', 'waiting')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromColumns);
    },
    async setMail(id, mail, detail) {
      await session.db
        .updateTable('incoming_messages')
        .set({ mail, detail })
        .where('id', '=', id)
        .execute();
    },
    ...partMethods(session),
    async listWriters(number, at, limit) {
      const rows = await session.db
        .selectFrom('messages')
        .select('account_id')
        .distinct()
        .where('number', '=', number)
        .where('created_at', '>=', at)
        .where('source', 'in', ['console', 'api'])
        .where('account_id', 'is not', null)
        .limit(limit)
        .execute();
      return rows.flatMap(({ account_id: id }) => (id === null ? [] : [id]));
    },
  };
}

type PartMethods = Pick<
  IncomingRepository,
  'putPart' | 'listParts' | 'removeParts' | 'listStaleParts'
>;

function partMethods(session: Session): PartMethods {
  return {
    async putPart(row) {
      await session.db
        .insertInto('incoming_parts')
        .values({
          gateway_id: row.gatewayId,
          number: row.number,
          reference: row.reference,
          total: row.total,
          part: row.part,
          dcs: row.dcs,
          udh: row.udh,
          data: row.data,
          sent_at: row.sentAt,
          received_at: row.receivedAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async listParts(key) {
      const rows = await session.db
        .selectFrom('incoming_parts')
        .selectAll()
        .where((eb) => eb.and(keyColumns(key)))
        .orderBy('part')
        .execute();
      return rows.map(toPart);
    },
    async removeParts(key) {
      await session.db
        .deleteFrom('incoming_parts')
        .where((eb) => eb.and(keyColumns(key)))
        .execute();
    },
    async listStaleParts(at, limit) {
      const rows = await session.db
        .selectFrom('incoming_parts')
        .select(['gateway_id', 'number', 'reference', 'total'])
        .groupBy(['gateway_id', 'number', 'reference', 'total'])
        .having((eb) => eb(eb.fn.max('received_at'), '<', at))
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        gatewayId: row.gateway_id,
        number: row.number,
        reference: row.reference,
        total: row.total,
      }));
    },
  };
}

function keyColumns(key: IncomingPartKey) {
  const { gatewayId, number, reference, total } = key;
  return { gateway_id: gatewayId, number, reference, total };
}

async function listIncoming(
  db: Kysely<Schema>,
  query: Parameters<IncomingRepository['list']>[0],
): ReturnType<IncomingRepository['list']> {
  const count = async (onlyUnread: boolean): Promise<number> => {
    let counted = db.selectFrom('incoming_messages');
    if (onlyUnread) counted = counted.where('read', '=', 0);
    const row = await counted
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  };
  let matching = db.selectFrom('incoming_messages').selectAll();
  if (query.unread === true) matching = matching.where('read', '=', 0);
  if (query.before !== undefined) matching = matching.where('id', '<', query.before);
  const rows = await matching.orderBy('id', 'desc').limit(query.limit).execute();
  const unread = await count(true);
  const total = query.unread === true ? unread : await count(false);
  return { messages: rows.map(fromColumns), total, unread };
}
