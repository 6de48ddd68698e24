import { CompiledQuery } from 'kysely';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Runs a query in SQL of its own, and answers with its rows. */
export async function select<Row>(
  db: Kysely<Schema>,
  text: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]));
  return rows;
}

/** Runs a write in SQL of its own, and answers with how many rows it has touched. */
export async function run(
  db: Kysely<Schema>,
  text: string,
  parameters: readonly unknown[],
): Promise<number> {
  const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, [...parameters]));
  return Number(numAffectedRows ?? 0n);
}

/**
 * A list as one parameter, for `select value from json_each(?)`: one statement does for lists of every
 * length, where one `?` for each value makes a new one each time.
 */
export function listParameter(values: readonly (string | number)[]): string {
  return JSON.stringify(values);
}
