import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import { bulkInsert, rowUpdate } from '../bulk-writes.ts';
import type { AlertsTable, Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import type { AlertRow, AlertsRepository } from '../types.ts';
import { buckets, countsSince, latencies, sentCounts } from './alert-statistics.ts';
import { rememberAlerts, takeOrdinals } from './device-history.ts';
import { fromJson } from './json-column.ts';

function toColumns(row: AlertRow): AlertsTable {
  return {
    id: row.id,
    trace_id: row.traceId,
    trace_ids: JSON.stringify(row.traceIds),
    account_id: row.accountId,
    device_id: row.deviceId,
    state: row.state,
    reason: row.reason,
    channel: row.channel,
    folders: JSON.stringify(row.folders),
    change_count: row.changeCount,
    session_id: row.sessionId,
    message_id: row.messageId,
    created_at: row.createdAt,
    due_at: row.dueAt,
    sent_at: row.sentAt,
    delivered_at: row.deliveredAt,
    answered_at: row.answeredAt,
    ended_at: row.endedAt,
  };
}

function fromColumns(row: Selectable<AlertsTable>): AlertRow {
  return {
    id: row.id,
    traceId: row.trace_id,
    traceIds: fromJson(row.trace_ids),
    accountId: row.account_id,
    deviceId: row.device_id,
    state: row.state as AlertRow['state'],
    reason: row.reason as AlertRow['reason'],
    channel: row.channel as AlertRow['channel'],
    folders: fromJson(row.folders),
    changeCount: row.change_count,
    sessionId: row.session_id,
    messageId: row.message_id,
    createdAt: row.created_at,
    dueAt: row.due_at,
    sentAt: row.sent_at,
    deliveredAt: row.delivered_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
  };
}

const insertAlerts = bulkInsert('alerts', toColumns);

const updateAlert = rowUpdate('alerts', toColumns, {
  fixed: ['trace_id', 'account_id', 'device_id', 'created_at'],
});

/**
 * An alert that was planned and stays so only gathers changes. Leaving its state alone spares the
 * indexes that name the state, which halves what a merged change costs. False when it was not planned.
 */
const updateGathering = rowUpdate(
  'alerts',
  (row: AlertRow) => ({
    trace_ids: JSON.stringify(row.traceIds),
    reason: row.reason,
    channel: row.channel,
    folders: JSON.stringify(row.folders),
    change_count: row.changeCount,
    due_at: row.dueAt,
  }),
  { condition: "state = 'planned'" },
);

/** Alerts in SQL. */
export function alertsRepository(session: Session): AlertsRepository {
  return {
    async insert(rows) {
      if (rows.length === 0) return;
      await session.atomic(async (db) => {
        await insertAlerts(db, rows);
        await rememberAlerts(db, rows);
      });
    },
    async update(rows) {
      if (rows.length === 0) return;
      await session.atomic(async (db) => {
        for (const row of rows) {
          const gathers = row.state === 'planned' && (await updateGathering(db, row));
          if (!gathers) await updateAlert(db, row);
        }
        await rememberAlerts(db, rows);
      });
    },
    async get(id) {
      const row = await session.db
        .selectFrom('alerts')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && fromColumns(row);
    },
    list(query) {
      return session.atomic((db) => listAlerts(db, query));
    },
    takeOrdinals(deviceIds) {
      return session.atomic((db) => takeOrdinals(db, deviceIds));
    },
    async listInStates(states) {
      if (states.length === 0) return [];
      const rows = await session.db
        .selectFrom('alerts')
        .selectAll()
        .where('state', 'in', states)
        .orderBy('id')
        .execute();
      return rows.map(fromColumns);
    },
    sentCounts: (at) => sentCounts(session.db, at),
    countsSince: (at) => session.atomic((db) => countsSince(db, at)),
    buckets: (at) => session.atomic((db) => buckets(db, at)),
    latencies: (at) => latencies(session.db, at),
    async count() {
      const row = await session.db
        .selectFrom('alerts')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}

type ListQuery = Parameters<AlertsRepository['list']>[0];

async function listAlerts(
  db: Kysely<Schema>,
  query: ListQuery,
): Promise<{ alerts: AlertRow[]; total: number }> {
  const { deviceId, accountId, traceId, state } = query;
  let matching = db.selectFrom('alerts');
  if (deviceId !== undefined) matching = matching.where('device_id', '=', deviceId);
  if (accountId !== undefined) {
    matching = matching.where(unindexed('account_id', deviceId !== undefined), '=', accountId);
  }
  if (state !== undefined) {
    const isNarrow = deviceId !== undefined || accountId !== undefined;
    matching = matching.where(unindexed('state', isNarrow), '=', state);
  }
  if (traceId !== undefined) {
    const { account_id: account } =
      (await db
        .selectFrom('changes')
        .select('account_id')
        .where('trace_id', '=', traceId)
        .limit(1)
        .executeTakeFirst()) ?? {};
    // A trace that was merged into an alert stands only in its JSON list; its change tells which
    // account's alerts to look through. An alert without changes is found by its own trace.
    matching =
      account === undefined
        ? matching.where('trace_id', '=', traceId)
        : matching
            .where('account_id', '=', account)
            .where('trace_ids', 'like', `%${JSON.stringify(traceId)}%`);
  }
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = matching.selectAll().orderBy('id', 'desc').limit(query.limit);
  if (query.before !== undefined) page = page.where('id', '<', query.before);
  return { alerts: (await page.execute()).map(fromColumns), total };
}

/**
 * A column that is to be compared only after another one has narrowed things down: left to itself,
 * SQLite may well walk through all delivered alerts to find those of one device.
 */
function unindexed(column: 'account_id' | 'state', isNarrow: boolean) {
  return isNarrow ? sql<string>`${sql.ref(column)} || ''` : sql<string>`${sql.ref(column)}`;
}
