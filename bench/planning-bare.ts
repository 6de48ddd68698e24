import BetterSqlite3 from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { openSqlite } from '../main/store/sqlite-database.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * The bare counterpart: puts the changes and alerts of the product's database into another one of the
 * same schema and settings, by one prepared statement a table and so many rows a transaction. Answers
 * with milliseconds.
 */
export function insertBare(from: string, into: string, rowsPerTransaction: number): number {
  const source = new BetterSqlite3(from, { readonly: true });
  const rows = new Map<string, Row[]>(
    ['changes', 'alerts'].map((table) => [
      table,
      source.prepare(`select * from ${table} order by id`).all() as Row[],
    ]),
  );
  source.close();
  const target = openSqlite(into, undefined);
  const start = performance.now();
  for (const [table, all] of rows) insertAll(target, table, all, rowsPerTransaction);
  const took = performance.now() - start;
  target.close();
  return took;
}

function insertAll(
  target: Database,
  table: string,
  rows: readonly Row[],
  rowsPerTransaction: number,
): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const places = columns.map((name) => `@${name}`);
  const insert = target.prepare(
    `insert into ${table} (${columns.join()}) values (${places.join()})`,
  );
  const insertSome = target.transaction((some: readonly Row[]) => {
    for (const row of some) insert.run(row);
  });
  for (let from = 0; from < rows.length; from += rowsPerTransaction) {
    insertSome(rows.slice(from, from + rowsPerTransaction));
  }
}
