import type { Kysely, Selectable } from 'kysely';
import { bulkInsert, rowUpdate } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import { listParameter, select } from '../statements.ts';
import type { SessionMessagesTable, SessionProblemsTable, SessionsTable } from '../sync-schema.ts';
import type {
  SessionMessageRow,
  SessionProblemRow,
  SessionRow,
  SessionsRepository,
} from '../sync-types.ts';
import { fromJson } from './json-column.ts';

function toColumns(row: SessionRow): SessionsTable {
  return {
    id: row.id,
    trace_id: row.traceId,
    account_id: row.accountId,
    device_id: row.deviceId,
    client_id: row.clientId,
    sync_id: row.syncId,
    wire_id: row.wireId,
    version: row.version,
    encoding: row.encoding,
    state: row.state,
    reason: row.reason,
    alert_id: row.alertId,
    started_at: row.startedAt,
    ended_at: row.endedAt,
    requests: row.requests,
    bytes_in: row.bytesIn,
    bytes_out: row.bytesOut,
    server_ms: row.serverMs,
    datastores: JSON.stringify(row.datastores),
  };
}

function fromColumns(row: Selectable<SessionsTable>): SessionRow {
  return {
    id: row.id,
    traceId: row.trace_id,
    accountId: row.account_id,
    deviceId: row.device_id,
    clientId: row.client_id,
    syncId: row.sync_id,
    wireId: row.wire_id,
    version: row.version,
    encoding: row.encoding as SessionRow['encoding'],
    state: row.state as SessionRow['state'],
    reason: row.reason as SessionRow['reason'],
    alertId: row.alert_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    requests: row.requests,
    bytesIn: row.bytes_in,
    bytesOut: row.bytes_out,
    serverMs: row.server_ms,
    datastores: fromJson(row.datastores),
  };
}

function toMessage(row: Selectable<SessionMessagesTable>): SessionMessageRow {
  return {
    sessionId: row.session_id,
    number: row.number,
    direction: row.direction as SessionMessageRow['direction'],
    at: row.at,
    // SQLite's own buffers are a subclass; what comes out is to be like what went in.
    bytes: new Uint8Array(row.bytes),
  };
}

function toProblem(row: Selectable<SessionProblemsTable>): SessionProblemRow {
  return {
    sessionId: row.session_id,
    at: row.at,
    by: row.by as SessionProblemRow['by'],
    command: row.command,
    uri: row.uri,
    itemRef: row.item_ref,
    status: row.status,
  };
}

const insertSessions = bulkInsert('sessions', toColumns);
const updateSession = rowUpdate('sessions', toColumns, { fixed: ['started_at'] });
const insertMessages = bulkInsert('session_messages', (row: SessionMessageRow) => ({
  session_id: row.sessionId,
  number: row.number,
  direction: row.direction,
  at: row.at,
  bytes: row.bytes,
}));
const insertProblems = bulkInsert('session_problems', (row: SessionProblemRow) => ({
  session_id: row.sessionId,
  at: row.at,
  by: row.by,
  command: row.command,
  uri: row.uri,
  item_ref: row.itemRef,
  status: row.status,
}));

// Device by device, one step in the index each: reading all sessions of years takes far longer.
const lastOfDevices = `select sessions.device_id, sessions.id, sessions.started_at, sessions.state
  from devices cross join sessions on sessions.id = (
    select max(id) from sessions as theirs where theirs.device_id = devices.id)`;
const countMessages = `select session_id, count(*) as count from session_messages
  where session_id in (select value from json_each(?)) group by session_id`;
const byTraces = `select * from sessions where trace_id in (select value from json_each(?))
  order by id`;

/** Sync conversations in SQL. */
export function sessionsRepository(session: Session): SessionsRepository {
  async function find(text: string, parameters: readonly unknown[]): Promise<SessionRow[]> {
    const rows = await select<Selectable<SessionsTable>>(session.db, text, parameters);
    return rows.map(fromColumns);
  }

  return {
    async insert(row) {
      await insertSessions(session.db, [row]);
    },
    async update(row) {
      await updateSession(session.db, row);
    },
    get: async (id) => (await find('select * from sessions where id = ?', [id]))[0],
    list: (query) => session.atomic((db) => listSessions(db, query)),
    listByTraces: (traceIds) => find(byTraces, [listParameter(traceIds)]),
    async lastOfDevices() {
      type Row = Pick<SessionsTable, 'id' | 'started_at' | 'state'> & { device_id: string };
      const rows = await select<Row>(session.db, lastOfDevices, []);
      return new Map(
        rows.map((row) => [
          row.device_id,
          { id: row.id, startedAt: row.started_at, state: row.state as SessionRow['state'] },
        ]),
      );
    },
    listRunning: () => find(`select * from sessions where state = 'running' order by id`, []),
    async insertMessages(rows) {
      if (rows.length > 0) await session.atomic((db) => insertMessages(db, rows));
    },
    async listMessages(sessionId) {
      const rows = await select<Selectable<SessionMessagesTable>>(
        session.db,
        'select * from session_messages where session_id = ? order by id',
        [sessionId],
      );
      return rows.map(toMessage);
    },
    async countMessages(sessionIds) {
      const rows = await select<{ session_id: string; count: number }>(session.db, countMessages, [
        listParameter(sessionIds),
      ]);
      return new Map(rows.map((row) => [row.session_id, row.count]));
    },
    async insertProblems(rows) {
      if (rows.length > 0) await session.atomic((db) => insertProblems(db, rows));
    },
    async listProblems(sessionId) {
      const rows = await select<Selectable<SessionProblemsTable>>(
        session.db,
        'select * from session_problems where session_id = ? order by id',
        [sessionId],
      );
      return rows.map(toProblem);
    },
  };
}

async function listSessions(
  db: Kysely<Schema>,
  query: Parameters<SessionsRepository['list']>[0],
): Promise<{ sessions: SessionRow[]; total: number }> {
  let matching = db.selectFrom('sessions');
  if (query.deviceId !== undefined) matching = matching.where('device_id', '=', query.deviceId);
  if (query.accountId !== undefined) matching = matching.where('account_id', '=', query.accountId);
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = matching.selectAll().orderBy('id', 'desc').limit(query.limit);
  if (query.before !== undefined) page = page.where('id', '<', query.before);
  return { sessions: (await page.execute()).map(fromColumns), total };
}
