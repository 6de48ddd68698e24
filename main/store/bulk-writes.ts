import { sql } from 'kysely';
import type { CompiledQuery, Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Rows of one statement at most; more gain nothing, and SQLite takes 32,766 values in one. */
const MOST_ROWS = 128;

type Columns<Table extends keyof Schema> = Insertable<Schema[Table]>;

/** What to do where a row is there already. */
type Conflict<Table extends keyof Schema> = (
  db: Kysely<Schema>,
  values: Columns<Table>[],
) => CompiledQuery;

/**
 * Makes an insert of many rows into `table` whose statements are compiled once. Row counts are cut
 * into powers of two, so that a handful of statements serves every count. It resolves to the highest
 * row number given where the table numbers its rows itself, and to 0 without rows.
 *
 * @param toColumns a row as its columns, the same ones in the same order for every row.
 */
export function bulkInsert<Table extends keyof Schema & string, Row>(
  table: Table,
  toColumns: (row: Row) => Columns<Table>,
  onConflict?: Conflict<Table>,
): (db: Kysely<Schema>, rows: readonly Row[]) => Promise<number> {
  const compiled = new Map<number, CompiledQuery>();

  function statement(db: Kysely<Schema>, rows: readonly Row[]): CompiledQuery {
    const values = rows.map(toColumns);
    let query = compiled.get(values.length);
    if (query === undefined) {
      query = onConflict ? onConflict(db, values) : db.insertInto(table).values(values).compile();
      compiled.set(values.length, { ...query, parameters: [] });
    }
    return { ...query, parameters: values.flatMap((value) => Object.values(value)) };
  }

  return async (db, rows) => {
    let last = 0;
    for (let start = 0; start < rows.length;) {
      const left = rows.length - start;
      const size = left >= MOST_ROWS ? MOST_ROWS : 2 ** Math.floor(Math.log2(left));
      const result = await db.executeQuery(statement(db, rows.slice(start, start + size)));
      last = Number(result.insertId ?? 0n);
      start += size;
    }
    return last;
  };
}

/** Tables whose rows are named by an id of the product's own. */
type NamedTable = 'alerts' | 'messages' | 'deliveries' | 'sessions';

/** Which columns an update leaves alone, and what must hold besides, in SQL without parameters. */
interface UpdateOptions<Table extends NamedTable> {
  readonly fixed?: readonly (keyof Schema[Table] & string)[];
  readonly condition?: string;
}

/**
 * Makes an update of a row of `table` by its id whose statement is compiled once: building it costs
 * more than SQLite takes to run it. It resolves to whether there was such a row.
 *
 * @param toColumns the columns to set, the same ones in the same order for every row.
 */
export function rowUpdate<Table extends NamedTable, Row extends { readonly id: string }>(
  table: Table,
  toColumns: (row: Row) => Partial<Schema[Table]>,
  options: UpdateOptions<Table> = {},
): (db: Kysely<Schema>, row: Row) => Promise<boolean> {
  const fixed = new Set<string>(['id', ...(options.fixed ?? [])]);
  let compiled: CompiledQuery | undefined;
  return async (db, row) => {
    const columns = Object.entries(toColumns(row)).filter(([name]) => !fixed.has(name));
    compiled ??= compileUpdate(db, table, Object.fromEntries(columns), options.condition);
    const parameters = [...columns.map(([, value]) => value), row.id];
    const { numAffectedRows } = await db.executeQuery({ ...compiled, parameters });
    return numAffectedRows !== undefined && numAffectedRows > 0n;
  };
}

function compileUpdate(
  db: Kysely<Schema>,
  table: NamedTable,
  columns: object,
  condition: string | undefined,
): CompiledQuery {
  // The tables differ in their columns; that the columns fit the table is checked by rowUpdate.
  const query = db.updateTable(table).set(columns).where('id', '=', '');
  return (condition === undefined ? query : query.where(sql.raw<boolean>(condition))).compile();
}
