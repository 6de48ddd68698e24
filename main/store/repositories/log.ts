import { sql } from 'kysely';
import type { Kysely, RawBuilder, Selectable } from 'kysely';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { logLevelSchema } from '../../../shared/model/words.ts';
import { bulkInsert } from '../bulk-writes.ts';
import type { LogTable, Schema } from '../schema.ts';
import type { Session } from '../session.ts';
import type { LogRepository } from '../types.ts';
import { fromJson } from './json-column.ts';
import { fits, toSearchColumns, toSearchQuery } from './log-search.ts';

const levels = logLevelSchema.options;

/**
 * Index pages merged after each insert: keeps up with 500 entries at a time and stays a few
 * milliseconds.
 */
const MERGED_PAGES = 16;

/**
 * How far back one or two letters are looked for where nothing else narrows the log down: they are
 * too short for the index, and what is found in nearly every entry is found soon.
 */
const SHORT_TEXT_ENTRIES = 50_000;

/** Entries read at once while looking for those that fit. */
const MOST_READ = 2_000;

function toColumns(entry: LogEntry): LogTable {
  return {
    id: entry.id,
    at: entry.at,
    level: levels.indexOf(entry.level),
    area: entry.area,
    key: entry.key,
    params: JSON.stringify(entry.params),
    text: entry.text,
    trace_id: entry.traceId,
    account_id: entry.accountId,
    device_id: entry.deviceId,
    gateway_id: entry.gatewayId,
  };
}

function fromColumns(row: Selectable<LogTable>): LogEntry {
  return {
    id: row.id,
    at: row.at,
    level: levels[row.level] ?? 'info',
    area: row.area as LogEntry['area'],
    key: row.key,
    params: fromJson(row.params),
    text: row.text,
    traceId: row.trace_id,
    accountId: row.account_id,
    deviceId: row.device_id,
    gatewayId: row.gateway_id,
  };
}

const insertEntries = bulkInsert('log', toColumns);

async function insertSearch(db: Kysely<Schema>, entries: readonly LogEntry[]): Promise<void> {
  // One statement for all: the index writes a segment for each statement, and many small segments
  // have to be merged again.
  const values = JSON.stringify(entries.map((entry) => Object.values(toSearchColumns(entry))));
  await sql`insert into log_search (rowid, text, level, area, trace, account, device, gateway)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3,
      value ->> 4, value ->> 5, value ->> 6, value ->> 7
    from json_each(${values})`.execute(db);
  await sql`insert into log_search (log_search, rank)
    values ('merge', ${MERGED_PAGES})`.execute(db);
}

/** The log in SQL. */
export function logRepository(session: Session): LogRepository {
  return {
    async insert(entries) {
      if (entries.length === 0) return;
      await session.atomic(async (db) => {
        await insertEntries(db, entries);
        await insertSearch(db, entries);
      });
    },
    async list(query) {
      return session.atomic((db) => listEntries(db, query));
    },
    async lastId() {
      const { last } = await ends(session.db);
      return last;
    },
    async count() {
      // Numbers grow by one and only the oldest are removed, so there is no need to count a million.
      const { first, last } = await ends(session.db);
      return last === 0 ? 0 : last - first + 1;
    },
  };
}

async function ends(db: Kysely<Schema>): Promise<{ first: number; last: number }> {
  // Two questions in one: SQLite looks up one end quickly, but walks through the table for both.
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select (select min(id) from log) as first, (select max(id) from log) as last`.execute(db);
  return { first: rows[0]?.first ?? 0, last: rows[0]?.last ?? 0 };
}

type Query = Parameters<LogRepository['list']>[0];

/** The part of the log that is still to be looked at: ids between the two, neither included. */
interface Range {
  after: number;
  before: number;
}

async function listEntries(db: Kysely<Schema>, query: Query): Promise<LogEntry[]> {
  const { limit } = query;
  const forwards = query.after !== undefined;
  const range: Range = {
    after: query.after ?? 0,
    before: query.before ?? Number.MAX_SAFE_INTEGER,
  };
  const search = toSearchQuery(query);
  if (search === null && query.text !== undefined && query.text !== '') {
    await shorten(db, range, forwards);
  }
  const found: LogEntry[] = [];
  for (;;) {
    // As many as are wanted at first; more when too few of them fit.
    const size = found.length === 0 ? limit : Math.max(limit, MOST_READ);
    const rows = await read(db, search, range, forwards, size);
    for (const row of rows) {
      if (found.length < limit && fits(row, query)) found.push(fromColumns(row));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < size || found.length >= limit) break;
    if (forwards) range.after = last.id;
    else range.before = last.id;
  }
  return forwards ? found : found.reverse();
}

async function shorten(db: Kysely<Schema>, range: Range, forwards: boolean): Promise<void> {
  const { first, last } = await ends(db);
  if (forwards) {
    const from = Math.max(range.after, first - 1);
    range.before = Math.min(range.before, from + SHORT_TEXT_ENTRIES + 1);
  } else {
    const to = Math.min(range.before, last + 1);
    range.after = Math.max(range.after, to - SHORT_TEXT_ENTRIES - 1);
  }
}

async function read(
  db: Kysely<Schema>,
  search: string | null,
  range: Range,
  forwards: boolean,
  limit: number,
): Promise<Selectable<LogTable>[]> {
  const order: RawBuilder<unknown> = forwards ? sql`asc` : sql`desc`;
  const { after, before } = range;
  const question =
    search === null
      ? sql<Selectable<LogTable>>`select * from log
          where id > ${after} and id < ${before} order by id ${order} limit ${limit}`
      : sql<Selectable<LogTable>>`select log.* from log_search
          cross join log on log.id = log_search.rowid
          where log_search match ${search}
            and log_search.rowid > ${after} and log_search.rowid < ${before}
          order by log_search.rowid ${order} limit ${limit}`;
  return (await question.execute(db)).rows;
}
