import { CompiledQuery } from 'kysely';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Rows of one statement at most, as with inserts. */
const MOST_ROWS = 128;

/**
 * Makes a write of many rows in SQL of its own, whose statements are compiled once: row counts are cut
 * into powers of two, so that a handful of statements serves every count.
 *
 * @param text the statement around a list of rows in parentheses, with a `?` for each value.
 * @param toValues a row as its values, equally many for every row.
 */
export function bulkStatement<Row>(
  text: (rows: string) => string,
  toValues: (row: Row) => readonly unknown[],
): (db: Kysely<Schema>, rows: readonly Row[]) => Promise<void> {
  const texts = new Map<number, string>();

  function textFor(count: number, width: number): string {
    let known = texts.get(count);
    if (known === undefined) {
      const one = `(${Array.from({ length: width }, () => '?').join(',')})`;
      known = text(Array.from({ length: count }, () => one).join(','));
      texts.set(count, known);
    }
    return known;
  }

  return async (db, rows) => {
    for (let start = 0; start < rows.length;) {
      const left = rows.length - start;
      const size = left >= MOST_ROWS ? MOST_ROWS : 2 ** Math.floor(Math.log2(left));
      const values = rows.slice(start, start + size).map(toValues);
      const width = values[0]?.length ?? 0;
      await db.executeQuery(CompiledQuery.raw(textFor(size, width), values.flat()));
      start += size;
    }
  };
}
