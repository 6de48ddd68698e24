import type { Kysely, Selectable } from 'kysely';
import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import type { GatewayOptions } from '../../../shared/model/gateway.ts';
import type { GatewaysTable, Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import { select } from '../statements.ts';
import type { GatewayActivity, GatewayRow, GatewaySecond, GatewaysRepository } from '../types.ts';
import { refusingDuplicates } from './duplicates.ts';
import { fromJson } from './json-column.ts';

// The index is named because SQLite takes the one by state otherwise, and reads and sorts all that is
// queued. 'queued' is spelled out, as only then does the partial index apply.
const queuedByLane = `select lane, count(*) as count from messages indexed by messages_by_lane
  where state = 'queued' group by lane`;

function toColumns(row: GatewayRow): GatewaysTable {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    active: row.active ? 1 : 0,
    priority: row.priority,
    url: row.url,
    method: row.method,
    body: row.body,
    content_type: row.contentType,
    headers: JSON.stringify(row.headers),
    user: row.user,
    sender: row.sender,
    success_pattern: row.successPattern,
    id_pattern: row.idPattern,
    concurrency: row.concurrency,
    timeout_ms: row.timeoutMs,
    created_at: row.createdAt,
    options: JSON.stringify(row.options),
  };
}

function fromColumns(row: Selectable<GatewaysTable>): GatewayRow {
  return {
    id: row.id,
    kind: row.kind as GatewayRow['kind'],
    name: row.name,
    active: row.active === 1,
    priority: row.priority,
    url: row.url,
    method: row.method as GatewayRow['method'],
    body: row.body,
    contentType: row.content_type,
    headers: fromJson(row.headers),
    user: row.user,
    sender: row.sender,
    successPattern: row.success_pattern,
    idPattern: row.id_pattern,
    concurrency: row.concurrency,
    timeoutMs: row.timeout_ms,
    createdAt: row.created_at,
    options: { ...defaultGatewayOptions, ...fromJson<Partial<GatewayOptions>>(row.options) },
  };
}

/** Gateways in SQL. */
export function gatewaysRepository(session: Session): GatewaysRepository {
  return {
    async insert(row) {
      await refusingDuplicates({}, () =>
        session.db.insertInto('gateways').values(toColumns(row)).execute(),
      );
    },
    async update(row) {
      const { id, ...columns } = toColumns(row);
      await session.db.updateTable('gateways').set(columns).where('id', '=', id).execute();
    },
    async remove(id) {
      await session.db.deleteFrom('gateways').where('id', '=', id).execute();
    },
    async get(id) {
      const row = await session.db
        .selectFrom('gateways')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && fromColumns(row);
    },
    async list() {
      const rows = await session.db
        .selectFrom('gateways')
        .selectAll()
        .orderBy('priority')
        .orderBy('name')
        .orderBy('id')
        .execute();
      return rows.map(fromColumns);
    },
    async queuedByLane() {
      const rows = await select<{ lane: string; count: number }>(session.db, queuedByLane, []);
      return new Map(rows.map(({ lane, count }) => [lane, count]));
    },
    unbind(id) {
      return session.atomic(async (db) => {
        await db
          .updateTable('sms_users')
          .set({ gateway_id: null })
          .where('gateway_id', '=', id)
          .execute();
        const { numUpdatedRows } = await db
          .updateTable('messages')
          .set({ gateway_id: null, lane: '' })
          .where('gateway_id', '=', id)
          .where('state', 'in', ['queued', 'paused'])
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      });
    },
    handedOver(id, since) {
      const query = `select d.started_at - d.started_at % 1000 as at,
          sum(json_array_length(m.parts)) as parts, sum(d.outcome = 'accepted') as accepted
        from deliveries d join messages m on m.id = d.message_id
        where d.gateway_id = ? and d.started_at >= ? group by 1 order by 1`;
      return select<GatewaySecond>(session.db, query, [id, since]);
    },
    activity(since) {
      return session.atomic(async (db) => {
        const gateways = await db.selectFrom('gateways').select('id').execute();
        const activity: GatewayActivity[] = [];
        for (const { id } of gateways) activity.push(await readActivity(db, id, since));
        return activity;
      });
    },
  };
}

async function readActivity(
  db: Kysely<Schema>,
  gatewayId: string,
  since: number,
): Promise<GatewayActivity> {
  const counts = await db
    .selectFrom('deliveries')
    .select(['outcome', (eb) => eb.fn.countAll<number>().as('count')])
    .where('gateway_id', '=', gatewayId)
    .where('started_at', '>=', since)
    .groupBy('outcome')
    .execute();
  const last = await db
    .selectFrom('deliveries')
    .select(['started_at', 'ended_at', 'reason'])
    .where('gateway_id', '=', gatewayId)
    .where('outcome', '!=', 'under-way')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const count = (outcome: string) => counts.find((row) => row.outcome === outcome)?.count ?? 0;
  return {
    gatewayId,
    sent: count('accepted'),
    failed: count('refused') + count('unreachable'),
    lastUsedAt: last === undefined ? null : (last.ended_at ?? last.started_at),
    lastReason: (last?.reason ?? null) as GatewayActivity['lastReason'],
  };
}
