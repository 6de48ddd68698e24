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
    remove: (ids) => db.deleteFrom('phone_messages').where('id', 'in', ids).execute(),
  });
}

interface Oldest<Row extends { id: string; at: number }> {
  readonly before: number;
  read(after: string, limit: number): Promise<Row[]>;
  isOver(row: Row): boolean;
  remove(ids: readonly string[]): Promise<unknown>;
}

/** Ids sort by creation, so the first row that is young enough ends the search. */
function oldestFirst<Row extends { id: string; at: number }>(table: Oldest<Row>): Slice {
  let after = '';
  return async (limit) => {
    const rows = await table.read(after, limit);
    const young = rows.findIndex((row) => row.at >= table.before);
    const old = young < 0 ? rows : rows.slice(0, young);
    after = old.at(-1)?.id ?? after;
    const ids = old.filter((row) => table.isOver(row)).map((row) => row.id);
    if (ids.length > 0) await table.remove(ids);
    return { seen: old.length, removed: ids.length };
  };
}
