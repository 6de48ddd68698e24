import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { Removed } from './types.ts';

/** What is past its time. */
export interface RetentionLimits {
  readonly logBefore: number;
  readonly logEntries: number;
  readonly historyBefore: number;
}

/** How long one slice should take; the event loop runs between slices. In milliseconds. */
const SLICE_MS = 8;
const FIRST_SLICE = 100;
const LARGEST_SLICE = 2_000;

/** Removes at most `limit` rows and tells how many were looked at and how many went. */
type Slice = (limit: number) => Promise<{ seen: number; removed: number }>;

/** Removes what is past its time, a slice at a time, so that nothing else has to wait for it. */
export async function removeOld(db: Kysely<Schema>, limits: RetentionLimits): Promise<Removed> {
  const logEntries = await inSlices(logSlice(db, limits));
  let history = await inSlices(changesSlice(db, limits.historyBefore));
  history += await inSlices(alertsSlice(db, limits.historyBefore));
  history += await inSlices(messagesSlice(db, limits.historyBefore));
  history += await inSlices(phonesSlice(db, limits.historyBefore));
  return { logEntries, history };
}

async function inSlices(slice: Slice): Promise<number> {
  let total = 0;
  let size = FIRST_SLICE;
  for (;;) {
    const start = performance.now();
    const { seen, removed } = await slice(size);
    const took = performance.now() - start;
    total += removed;
    if (seen === 0) return total;
    if (took > SLICE_MS) size = Math.max(10, Math.floor(size / 2));
    else if (took < SLICE_MS / 2) size = Math.min(LARGEST_SLICE, size * 2);
    await nextTurn();
  }
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
  let after = '';
  return async (limit) => {
    const rows = await db
      .selectFrom('alerts')
      .select(['id', 'state'])
      .where('id', '>', after)
      .where('created_at', '<', before)
      .orderBy('id')
      .limit(limit)
      .execute();
    after = rows.at(-1)?.id ?? after;
    const ids = rows
      .filter((row) => row.state !== 'planned' && row.state !== 'queued')
      .map((row) => row.id);
    if (ids.length > 0) await db.deleteFrom('alerts').where('id', 'in', ids).execute();
    return { seen: rows.length, removed: ids.length };
  };
}

function messagesSlice(db: Kysely<Schema>, before: number): Slice {
  let after = '';
  return async (limit) => {
    const rows = await db
      .selectFrom('messages')
      .select(['id', 'state'])
      .where('id', '>', after)
      .where('created_at', '<', before)
      .orderBy('id')
      .limit(limit)
      .execute();
    after = rows.at(-1)?.id ?? after;
    const ids = rows
      .filter((row) => row.state !== 'queued' && row.state !== 'sending')
      .map((row) => row.id);
    if (ids.length > 0) await db.deleteFrom('messages').where('id', 'in', ids).execute();
    return { seen: rows.length, removed: ids.length };
  };
}

function phonesSlice(db: Kysely<Schema>, before: number): Slice {
  let after = '';
  return async (limit) => {
    const rows = await db
      .selectFrom('phone_messages')
      .select('id')
      .where('id', '>', after)
      .where('at', '<', before)
      .orderBy('id')
      .limit(limit)
      .execute();
    after = rows.at(-1)?.id ?? after;
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) await db.deleteFrom('phone_messages').where('id', 'in', ids).execute();
    return { seen: ids.length, removed: ids.length };
  };
}
