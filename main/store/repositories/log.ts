import type { Selectable } from 'kysely';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { logLevelSchema } from '../../../shared/model/words.ts';
import { bulkInsert } from '../bulk-writes.ts';
import type { LogTable } from '../schema.ts';
import type { Session } from '../session.ts';
import type { LogRepository } from '../types.ts';
import { fromJson } from './json-column.ts';

const levels = logLevelSchema.options;

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

/** The log in SQL. */
export function logRepository(session: Session): LogRepository {
  return {
    async insert(entries) {
      if (entries.length > 0) await session.atomic((db) => insertEntries(db, entries));
    },
    async list(filter) {
      const { after, before, limit, level, text } = filter;
      let query = session.db.selectFrom('log').selectAll();
      if (filter.deviceId !== undefined) query = query.where('device_id', '=', filter.deviceId);
      if (filter.accountId !== undefined) query = query.where('account_id', '=', filter.accountId);
      if (filter.gatewayId !== undefined) query = query.where('gateway_id', '=', filter.gatewayId);
      if (filter.traceId !== undefined) query = query.where('trace_id', '=', filter.traceId);
      if (filter.area !== undefined) query = query.where('area', '=', filter.area);
      if (level !== undefined) query = query.where('level', '>=', levels.indexOf(level));
      if (text !== undefined && text !== '') {
        query = query.where('text', 'like', `%${text.replace(/[\\%_]/gu, '\\$&')}%`);
      }
      if (after !== undefined) query = query.where('id', '>', after);
      if (before !== undefined) query = query.where('id', '<', before);
      const forwards = after !== undefined;
      const rows = await query
        .orderBy('id', forwards ? 'asc' : 'desc')
        .limit(limit)
        .execute();
      return (forwards ? rows : rows.reverse()).map(fromColumns);
    },
    async lastId() {
      const row = await session.db
        .selectFrom('log')
        .select((eb) => eb.fn.max('id').as('last'))
        .executeTakeFirst();
      return row?.last ?? 0;
    },
    async count() {
      const row = await session.db
        .selectFrom('log')
        .select([(eb) => eb.fn.min('id').as('first'), (eb) => eb.fn.max('id').as('last')])
        .executeTakeFirst();
      // Numbers grow by one and only the oldest are removed, so there is no need to count a million.
      return row?.last ? row.last - row.first + 1 : 0;
    },
  };
}
