import { stat } from 'node:fs/promises';
import { Kysely, SqliteDialect } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import { copyDatabase, newestBackup } from './backup.ts';
import { startCheckpoints } from './checkpoints.ts';
import type { Checkpoints } from './checkpoints.ts';
import { findDamage, lookAt } from './integrity.ts';
import { migrate } from './migrate.ts';
import type { AppliedMigration } from './migrate.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { createRepositories } from './repositories/index.ts';
import { findSealedElsewhere } from './repositories/secrets.ts';
import { removeOld } from './retention.ts';
import type { Schema } from './schema.ts';
import { storeSession } from './session.ts';
import { cachingStatements, openSqlite } from './sqlite-database.ts';
import type { Sqlite } from './sqlite-database.ts';
import { isDamage, StoreDamagedError } from './store-errors.ts';
import { createTransactions } from './transactions.ts';
import type { SecretBox, Store } from './types.ts';

/** How a store is opened. */
export interface OpenStoreOptions {
  /** File of the database, in a folder that exists; `:memory:` keeps nothing. */
  readonly path: string;
  readonly secretBox: SecretBox;
  readonly clock: Clock;
  /** SQLite binary to load in place of the one in the package, for hosts that need their own. */
  readonly nativeBinding?: string | undefined;
  /** Hears of each migration that was applied. */
  readonly onMigration?: ((applied: AppliedMigration) => void) | undefined;
  /** Other migrations than the product's; for tests of the way they are applied. */
  readonly migrations?: readonly Migration[] | undefined;
}

/**
 * Opens the store, making or upgrading the database as needed.
 *
 * @throws StoreDamagedError when the file is no sound database; it is left as it is.
 * @throws StoreTooNewError when a newer version has written it.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { path, nativeBinding } = options;
  const sqlite = await openSound(path, nativeBinding);
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: cachingStatements(sqlite) }),
  });
  try {
    await migrate({
      sqlite,
      db,
      migrations: options.migrations ?? allMigrations,
      nativeBinding,
      now: () => options.clock.now(),
      onMigration: (applied) => options.onMigration?.(applied),
    });
  } catch (error) {
    await db.destroy();
    sqlite.close();
    throw isDamage(error) ? await damaged(path, error) : error;
  }

  const { secretBox } = options;
  const session = storeSession(db);
  const elsewhere = await findSealedElsewhere(session, secretBox);
  const transactions = createTransactions(db);
  // There is one connection: who has it keeps everybody else waiting.
  const checkpoints = startCheckpoints(sqlite, nativeBinding, (work) =>
    db.getExecutor().provideConnection(work),
  );
  let closing: Promise<void> | undefined;
  return {
    ...createRepositories(session, secretBox, elsewhere),
    transaction: (work) =>
      transactions.run((within) => work(createRepositories(within, secretBox, elsewhere))),
    backup: (target) => copyDatabase(sqlite, target, nativeBinding),
    size: () => size(sqlite),
    removeOld: (limits) => removeOld(db, limits),
    close() {
      closing ??= close(db, sqlite, checkpoints);
      return closing;
    },
  };
}

async function openSound(path: string, nativeBinding: string | undefined): Promise<Sqlite> {
  const left = lookAt(path);
  let sqlite: Sqlite | undefined;
  try {
    sqlite = openSqlite(path, nativeBinding);
    const damage = findDamage(sqlite, left);
    if (damage !== null) throw new StoreDamagedError(path, await newestBackup(path), damage);
    return sqlite;
  } catch (error) {
    sqlite?.close();
    throw isDamage(error) ? await damaged(path, error) : error;
  }
}

async function damaged(path: string, cause: unknown): Promise<StoreDamagedError> {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new StoreDamagedError(path, await newestBackup(path), detail, cause);
}

async function size(sqlite: Sqlite): Promise<number> {
  if (sqlite.memory) {
    const pages = Number(sqlite.pragma('page_count', { simple: true }));
    return pages * Number(sqlite.pragma('page_size', { simple: true }));
  }
  const files = [sqlite.name, `${sqlite.name}-wal`];
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, each) => sum + each, 0);
}

async function close(db: Kysely<Schema>, sqlite: Sqlite, checkpoints: Checkpoints): Promise<void> {
  // Takes its place in the queue: what was asked for before is stored before the file is closed.
  await db.transaction().execute(() => Promise.resolve());
  sqlite.pragma('optimize');
  await checkpoints.stop();
  await db.destroy();
}
