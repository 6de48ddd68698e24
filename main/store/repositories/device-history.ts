import { sql } from 'kysely';
import type { CompiledQuery, Kysely } from 'kysely';
import { bulkInsert } from '../bulk-writes.ts';
import type { Schema } from '../schema.ts';
import type { AlertRow } from '../types.ts';

const insertHistory = bulkInsert(
  'device_history',
  (row: AlertRow) => ({
    device_id: row.deviceId,
    ordinals_taken: 0,
    last_alert_at: row.sentAt,
    last_delivered_at: row.deliveredAt,
    last_answered_at: row.answeredAt,
    last_alert_id: row.id,
    last_alert_state: row.state,
    last_alert_reason: row.reason,
    failures: hasFailed(row) ? 1 : 0,
    last_failed_id: hasFailed(row) ? row.id : null,
  }),
  (db, values) =>
    db
      .insertInto('device_history')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('device_id').doUpdateSet({
          last_alert_at: later('last_alert_at'),
          last_delivered_at: later('last_delivered_at'),
          last_answered_at: later('last_answered_at'),
          last_alert_id: ofNewer('last_alert_id'),
          last_alert_state: ofNewer('last_alert_state'),
          last_alert_reason: ofNewer('last_alert_reason'),
          failures: failuresNow,
          last_failed_id: sql<
            string | null
          >`coalesce(excluded.last_failed_id, device_history.last_failed_id)`,
        }),
      )
      .compile(),
);

/** Whether an alert's end says that the device cannot be reached; one that a newer replaced does not. */
function hasFailed({ state, reason }: AlertRow): boolean {
  return state === 'failed' || (state === 'expired' && reason !== 'superseded');
}

// An alert is stored more than once after its end, and is one failure all the same.
const failuresNow = sql<number>`case
  when excluded.last_alert_id < device_history.last_alert_id then device_history.failures
  when excluded.last_alert_state in ('delivered', 'answered') then 0
  when excluded.last_failed_id is null
    or excluded.last_failed_id = device_history.last_failed_id then device_history.failures
  else device_history.failures + 1 end`;

function later(column: string) {
  const known = sql.ref(`device_history.${column}`);
  const told = sql.ref(`excluded.${column}`);
  return sql<
    number | null
  >`case when ${known} is null or ${told} > ${known} then ${told} else ${known} end`;
}

function ofNewer(column: string) {
  return sql<string | null>`case when device_history.last_alert_id is null
    or excluded.last_alert_id >= device_history.last_alert_id
    then ${sql.ref(`excluded.${column}`)} else ${sql.ref(`device_history.${column}`)} end`;
}

/**
 * Keeps what a device list shows of alerts that have left or ended, so that it never has to read
 * through all alerts for it.
 */
export async function rememberAlerts(db: Kysely<Schema>, rows: readonly AlertRow[]): Promise<void> {
  const past = rows.filter((row) => row.state !== 'planned' && row.state !== 'queued');
  await insertHistory(db, past);
}

/** See `AlertsRepository.takeOrdinals`. */
export async function takeOrdinals(
  db: Kysely<Schema>,
  deviceIds: readonly string[],
): Promise<number[]> {
  compiledTaking ??= compileTaking(db);
  const ordinals: number[] = [];
  for (const deviceId of deviceIds) {
    const { rows } = await db.executeQuery<Taken>({
      ...compiledTaking,
      parameters: [deviceId, 1],
    });
    const taken = rows[0]?.ordinals_taken;
    if (taken === undefined) throw new Error(`no ordinal for the device ${deviceId}`);
    ordinals.push(taken);
  }
  return ordinals;
}

let compiledTaking: CompiledQuery<Taken> | undefined;

interface Taken {
  ordinals_taken: number;
}

function compileTaking(db: Kysely<Schema>): CompiledQuery<Taken> {
  return db
    .insertInto('device_history')
    .values({ device_id: '', ordinals_taken: 1 })
    .onConflict((conflict) =>
      conflict
        .column('device_id')
        .doUpdateSet({ ordinals_taken: sql<number>`device_history.ordinals_taken + 1` }),
    )
    .returning('ordinals_taken')
    .compile();
}
