import type { Kysely } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { removeOldItems } from './item-retention.ts';
import { removeOldProvisioning } from './provisioning-retention.ts';
import { removeOldSmsApi } from './sms-api-retention.ts';
import { removeOldSms } from './sms-retention.ts';
import { inSlices, oldestFirst } from './retention-slices.ts';
import type { Slice } from './retention-slices.ts';
import type { Schema } from './schema.ts';
import type { Removed } from './types.ts';

/** What is past its time. */
export interface RetentionLimits {
  readonly logBefore: number;
  readonly logEntries: number;
  readonly historyBefore: number;
  /** Versions of items that are not current, and items that were deleted. */
  readonly versionsBefore: number;
}

/** Removes what is past its time, a slice at a time, so that nothing else has to wait for it. */
export async function removeOld(db: Kysely<Schema>, limits: RetentionLimits): Promise<Removed> {
  const logEntries = await inSlices(logSlice(db, limits));
  let history = await inSlices(changesSlice(db, limits.historyBefore));
  history += await inSlices(alertsSlice(db, limits.historyBefore));
  history += await inSlices(messagesSlice(db, limits.historyBefore));
  history += await inSlices(phonesSlice(db, limits.historyBefore));
  history += await inSlices(sessionsSlice(db, limits.historyBefore));
  history += await removeOldProvisioning(db, limits.historyBefore);
  history += await removeOldSms(db, limits.historyBefore);
  history += await removeOldSmsApi(db, limits.historyBefore);
  history += await removeOldItems(db, limits.versionsBefore);
  return { logEntries, history };
}

/** The newest entry always stays: the numbers go on from it. */
function logSlice(db: Kysely<Schema>, limits: RetentionLimits): Slice {
  return async (limit) => {
    const ends = await db
      .selectFrom('log')
      .select((eb) => eb.fn.max('id').as('last'))
      .executeTakeFirst();
    const last = ends?.last ?? 0;
    const oldest = await db
      .selectFrom('log')
      .select(['id', 'at'])
      .where('id', '<', last)
      .orderBy('id')
      .limit(limit)
      .execute();
    const gone = oldest.filter(
      (row) => row.at < limits.logBefore || row.id <= last - limits.logEntries,
    ).length;
    const final = oldest[gone - 1];
    if (final === undefined) return { seen: 0, removed: 0 };
    await db.transaction().execute(async (transaction) => {
      // One by one: a range would make the index walk through all of its entries.
      for (const { id } of oldest.slice(0, gone)) {
        await transaction.deleteFrom('log_search').where('rowid', '=', id).execute();
      }
      await transaction.deleteFrom('log').where('id', '<=', final.id).execute();
    });
    return { seen: gone, removed: gone };
  };
}

/** As with the log, the newest change stays. */
function changesSlice(db: Kysely<Schema>, before: number): Slice {
  return async (limit) => {
    const oldest = await db
      .selectFrom('changes')
      .select(['id', 'at'])
      .where('id', '<', (eb) => eb.selectFrom('changes').select((sub) => sub.fn.max('id').as('id')))
      .orderBy('id')
      .limit(limit)
      .execute();
    const gone = oldest.filter((row) => row.at < before).length;
    const final = oldest[gone - 1];
    if (final === undefined) return { seen: 0, removed: 0 };
    await db.deleteFrom('changes').where('id', '<=', final.id).execute();
    return { seen: gone, removed: gone };
  };
}

/** Alerts that still have something before them stay, however old they are. */
function alertsSlice(db: Kysely<Schema>, before: number): Slice {
  return oldestFirst({
    before,
    read: (after, limit) =>
      db
        .selectFrom('alerts')
        .select(['id', 'created_at as at', 'state'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    isOver: (row) => row.state !== 'planned' && row.state !== 'queued',
    remove: (ids) => db.deleteFrom('alerts').where('id', 'in', ids).execute(),
  });
}

/** So do messages that still have to go. */
function messagesSlice(db: Kysely<Schema>, before: number): Slice {
  return oldestFirst({
    before,
    read: (after, limit) =>
      db
        .selectFrom('messages')
        .select(['id', 'created_at as at', 'state'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    isOver: (row) => row.state !== 'queued' && row.state !== 'sending',
    remove: (ids) => db.deleteFrom('messages').where('id', 'in', ids).execute(),
  });
}

function phonesSlice(db: Kysely<Schema>, before: number): Slice {
  return oldestFirst({
    before,
    read: (after, limit) =>
      db
        .selectFrom('phone_messages')
        .select(['id', 'at'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    isOver: () => true,
    async remove(ids) {
      await db.deleteFrom('phone_configurations').where('message_id', 'in', ids).execute();
      await db.deleteFrom('phone_messages').where('id', 'in', ids).execute();
    },
  });
}

/** Sessions go with their messages and problems; one that still runs stays. */
function sessionsSlice(db: Kysely<Schema>, before: number): Slice {
  return oldestFirst({
    before,
    read: (after, limit) =>
      db
        .selectFrom('sessions')
        .select(['id', 'started_at as at', 'state'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    isOver: (row) => row.state !== 'running',
    remove: (ids) =>
      inTransaction(db, async (inside) => {
        await inside.deleteFrom('session_messages').where('session_id', 'in', ids).execute();
        await inside.deleteFrom('session_problems').where('session_id', 'in', ids).execute();
        await inside.deleteFrom('sessions').where('id', 'in', ids).execute();
      }),
  });
}
