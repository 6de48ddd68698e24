import {
  CompiledQuery,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  SingleConnectionProvider,
  SqliteAdapter,
  SqliteDialect,
  SqliteQueryCompiler,
} from 'kysely';
import type { DatabaseConnection, QueryResult } from 'kysely';
import type { Schema } from './schema.ts';

const begin = CompiledQuery.raw('begin');
const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');

/** Kysely of a connection that nobody else uses, which is the same for each of its transactions. */
const known = new WeakMap<DatabaseConnection, Kysely<Schema>>();

/**
 * Runs `work` as one transaction: all of it is stored, or nothing. Others wait until it has ended.
 *
 * Kysely's own transactions take a dozen promises for each statement, which is more than SQLite takes
 * to run one. Here the connection is taken once, and statements go to it as they are.
 */
export async function inTransaction<T>(
  db: Kysely<Schema>,
  work: (inside: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  return await db.getExecutor().provideConnection(async (connection) => {
    await connection.executeQuery(begin);
    try {
      const result = await work(onConnection(connection));
      await connection.executeQuery(commit);
      return result;
    } catch (error) {
      // After some errors (disk full) SQLite has taken everything back by itself, and refuses this.
      await connection.executeQuery(rollback).catch(() => undefined);
      throw error;
    }
  });
}

function onConnection(connection: DatabaseConnection): Kysely<Schema> {
  let inside = known.get(connection);
  if (inside === undefined) {
    const driver = new DummyDriver();
    const dialect = new SqliteDialect({
      database: () => Promise.reject(new Error('a connection is open already')),
    });
    const executor = new ConnectionExecutor(connection);
    inside = new Kysely<Schema>({ config: { dialect }, dialect, driver, executor });
    known.set(connection, inside);
  }
  return inside;
}

class ConnectionExecutor extends DefaultQueryExecutor {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    super(new SqliteQueryCompiler(), new SqliteAdapter(), new SingleConnectionProvider(connection));
    this.#connection = connection;
  }

  override executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.#connection.executeQuery<Row>(query);
  }
}
