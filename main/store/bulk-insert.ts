import type { CompiledQuery, Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Rows of one statement at most; more gain nothing, and SQLite takes 32,766 values in one. */
const MOST_ROWS = 128;

/** Inserts rows many at a time with statements that are compiled once. */
export type BulkInsert<Row> = (db: Kysely<Schema>, rows: readonly Row[]) => Promise<number>;

/**
 * Makes an insert of many rows into `table`. Row counts are cut into powers of two, so that a
 * handful of compiled statements serves every count. It resolves to the highest row number given,
 * where the table numbers its rows itself (0 without rows).
 *
 * @param toValues the row as its columns; every row must have the same ones in the same order.
 */
export function bulkInsert<Table extends keyof Schema & string, Row>(
  table: Table,
  toValues: (row: Row) => Insertable<Schema[Table]>,
  onConflict?: (db: Kysely<Schema>, values: Insertable<Schema[Table]>[]) => CompiledQuery,
): BulkInsert<Row> {
  const compiled = new Map<number, CompiledQuery>();

  function statement(db: Kysely<Schema>, values: Insertable<Schema[Table]>[]): CompiledQuery {
    const known = compiled.get(values.length);
    if (known !== undefined) {
      return { ...known, parameters: values.flatMap((value) => Object.values(value)) };
    }
    const made = onConflict
      ? onConflict(db, values)
      : db.insertInto(table).values(values).compile();
    compiled.set(values.length, { ...made, parameters: [] });
    return made;
  }

  return async (db, rows) => {
    let last = 0;
    for (let start = 0; start < rows.length;) {
      const left = rows.length - start;
      const size = left >= MOST_ROWS ? MOST_ROWS : 2 ** Math.floor(Math.log2(left));
      const values = rows.slice(start, start + size).map(toValues);
      const result = await db.executeQuery(statement(db, values));
      last = Number(result.insertId ?? 0n);
      start += size;
    }
    return last;
  };
}
