import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { alertStateSchema } from '../../../shared/model/alert.ts';
import type { AlertState } from '../../../shared/model/alert.ts';
import type { Schema } from '../schema.ts';
import type { AlertBucketRow } from '../types.ts';

const HOUR_MS = 3_600_000;

/** So many of the newest tell a median and a 95th percentile as well as all of them. */
const MOST_LATENCIES = 20_000;

/** See `AlertsRepository.sentCounts`. */
export async function sentCounts(
  db: Kysely<Schema>,
  at: number,
): Promise<ReadonlyMap<string, number>> {
  // Grouped by an expression, so that SQLite takes the index by time, not the one by device.
  const rows = await db
    .selectFrom('alerts')
    .select(['device_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('sent_at', '>=', at)
    .groupBy(sql`device_id || ''`)
    .execute();
  return new Map(rows.map((row) => [row.device_id, row.count]));
}

/** See `AlertsRepository.countsSince`. */
export async function countsSince(
  db: Kysely<Schema>,
  at: number,
): Promise<ReadonlyMap<AlertState, number>> {
  const counts = new Map<AlertState, number>();
  for (const state of alertStateSchema.options) {
    const count = await countBetween(db, state, at, Number.MAX_SAFE_INTEGER);
    if (count > 0) counts.set(state, count);
  }
  return counts;
}

/** See `AlertsRepository.buckets`. Counting in the index beats sorting all alerts into hours. */
export async function buckets(db: Kysely<Schema>, at: number): Promise<AlertBucketRow[]> {
  const found: AlertBucketRow[] = [];
  for (const state of alertStateSchema.options) {
    let from: number | null = at;
    for (;;) {
      from = await nextCreation(db, state, from);
      if (from === null) break;
      const hour = from - (from % HOUR_MS);
      const until = hour + HOUR_MS;
      found.push({ at: hour, state, count: await countBetween(db, state, from, until) });
      from = until;
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

async function nextCreation(
  db: Kysely<Schema>,
  state: AlertState,
  from: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('alerts')
    .select((eb) => eb.fn.min('created_at').as('next'))
    .where('state', '=', state)
    .where('created_at', '>=', from)
    .executeTakeFirst();
  return row?.next ?? null;
}

async function countBetween(
  db: Kysely<Schema>,
  state: AlertState,
  from: number,
  until: number,
): Promise<number> {
  const { count } = await db
    .selectFrom('alerts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', state)
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .executeTakeFirstOrThrow();
  return count;
}

/** See `AlertsRepository.latencies`. */
export async function latencies(db: Kysely<Schema>, at: number): Promise<number[]> {
  const rows = await db
    .selectFrom('alerts')
    .select(sql<number>`coalesce(delivered_at, sent_at) - created_at`.as('latency'))
    .where('sent_at', '>=', at)
    .orderBy('sent_at', 'desc')
    .limit(MOST_LATENCIES)
    .execute();
  return rows.map((row) => row.latency);
}
