import { CompiledQuery } from 'kysely';
import type { Selectable } from 'kysely';
import { bulkInsert, rowUpdate } from '../bulk-writes.ts';
import type { MessagesTable } from '../schema.ts';
import type { Session } from '../session.ts';
import { listParameter, run, select } from '../statements.ts';
import type { DeliveryRow, MessageRow, MessagesRepository } from '../types.ts';
import { fromDelivery, toDelivery } from './delivery-columns.ts';
import { fromColumns, toColumns } from './message-columns.ts';
import { listMessages } from './message-list.ts';
import { inSlices } from './slices.ts';

// The index is named because on a database without statistics SQLite takes the one by state, and then
// reads and sorts everything that is queued for each message that is sent. 'queued' is spelled out, as
// only then does the partial index apply.
const dueMessages = `select * from messages indexed by messages_by_due
  where state = 'queued' and next_attempt_at <= ? order by next_attempt_at, id limit ?`;

const messageById = `select * from messages where id = ?`;

// Each message passes by these, so they write what changes and no more: columns that stay as they are
// cost the indexes over them.
const beginMessages = `update messages set state = 'sending', attempts = attempts + 1
  where id in (select value from json_each(?))`;
const endMessage = `update messages set state = ?, ended_at = ?, reason = ?, detail = ?, cost = ?
  where id = ?`;
const endWithParts = endMessage.replace('cost = ?', 'cost = ?, parts = ?');
const deliverMessage = `update messages set state = 'delivered', ended_at = ?, reason = null,
    detail = ''
  where id = ? and state = 'sent' and attempts = ? and exists (
    select 1 from deliveries where id = ? and outcome = 'accepted' and reported_at is null)`;
const endDelivery = `update deliveries set ended_at = ?, outcome = ?, reason = ?, detail = ?,
    provider_id = ?, reported_at = ?, report_state = ? where id = ?`;
const reportDelivery = `update deliveries set reported_at = ?, report_state = ?, report_detail = ?
  where id = ?`;

const insertMessages = bulkInsert('messages', toColumns);
// What never changes is left out: SQLite would write the indexes over it anew.
const updateMessage = rowUpdate('messages', toColumns, {
  fixed: [
    ...(['trace_id', 'alert_id', 'account_id', 'device_id', 'user_id', 'number', 'dcs'] as const),
    ...([
      'pid',
      'created_at',
      'shown_parts',
      'source',
      'class',
      'owner',
      'sender',
      'hops',
    ] as const),
  ],
});
const insertDeliveries = bulkInsert('deliveries', fromDelivery);
const updateDelivery = rowUpdate('deliveries', fromDelivery, {
  fixed: ['message_id', 'gateway_id'],
});

/** The SMS queue, its history and its deliveries in SQL. */
export function messagesRepository(session: Session): MessagesRepository {
  return {
    async insert(rows) {
      if (rows.length > 0) await session.atomic((db) => insertMessages(db, rows));
    },
    async update(row) {
      await updateMessage(session.db, row);
    },
    async begin(rows) {
      if (rows.length === 0) return;
      await run(session.db, beginMessages, [listParameter(rows.map(({ id }) => id))]);
    },
    async end({ id, state, endedAt, reason, detail, cost, parts, shownParts }) {
      const values = [state, endedAt, reason, detail, cost];
      if (shownParts === null) await run(session.db, endMessage, [...values, id]);
      else await run(session.db, endWithParts, [...values, JSON.stringify(parts), id]);
    },
    async deliver(delivery, endedAt) {
      const { id, messageId, attempt, reportedAt, reportState, reportDetail } = delivery;
      const key = [endedAt, messageId, attempt, id];
      if ((await run(session.db, deliverMessage, key)) === 0) return false;
      await run(session.db, reportDelivery, [reportedAt, reportState, reportDetail, id]);
      return true;
    },
    async get(id) {
      const rows = await select<Selectable<MessagesTable>>(session.db, messageById, [id]);
      return rows[0] && fromColumns(rows[0]);
    },
    list(query) {
      return session.atomic((db) => listMessages(db, query));
    },
    async listByTraces(traceIds) {
      const found: MessageRow[] = [];
      for (const slice of inSlices(traceIds)) {
        const rows = await session.db
          .selectFrom('messages')
          .selectAll()
          .where('trace_id', 'in', slice)
          .execute();
        found.push(...rows.map(fromColumns));
      }
      return found.sort((one, other) => (one.id < other.id ? -1 : 1));
    },
    async listDue(now, limit) {
      const query = CompiledQuery.raw(dueMessages, [now, limit]);
      const { rows } = await session.db.executeQuery(query);
      return (rows as Selectable<MessagesTable>[]).map(fromColumns);
    },
    async listInStates(states) {
      if (states.length === 0) return [];
      const rows = await session.db
        .selectFrom('messages')
        .selectAll()
        .where('state', 'in', states)
        .orderBy('id')
        .execute();
      return rows.map(fromColumns);
    },
    async countInState(state) {
      const row = await session.db
        .selectFrom('messages')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('state', '=', state)
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async insertDelivery(row) {
      await insertDeliveries(session.db, [row]);
    },
    async updateDelivery(row) {
      await updateDelivery(session.db, row);
    },
    async endDelivery(row) {
      const { id, endedAt, outcome, reason, detail, providerId, reportedAt, reportState } = row;
      await run(session.db, endDelivery, [
        ...[endedAt, outcome, reason, detail, providerId, reportedAt, reportState, id],
      ]);
    },
    async listDeliveries(messageIds) {
      const found: DeliveryRow[] = [];
      for (const slice of inSlices(messageIds)) {
        const rows = await session.db
          .selectFrom('deliveries')
          .selectAll()
          .where('message_id', 'in', slice)
          .orderBy('id')
          .execute();
        found.push(...rows.map(toDelivery));
      }
      return found;
    },
  };
}
