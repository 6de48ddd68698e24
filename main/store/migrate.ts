import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { backupFolder, copyDatabase } from './backup.ts';
import type { Migration } from './migrations/migration.ts';
import type { Schema } from './schema.ts';
import type { Sqlite } from './sqlite-database.ts';
import { StoreTooNewError } from './store-errors.ts';

/** A migration that was applied, and the copy that was made before it (none for a new database). */
export interface AppliedMigration {
  readonly name: string;
  readonly backup: string | null;
}

/** What {@link migrate} works on. */
export interface MigrateOptions {
  readonly sqlite: Sqlite;
  readonly db: Kysely<Schema>;
  readonly migrations: readonly Migration[];
  readonly nativeBinding: string | undefined;
  now(): number;
  onMigration(applied: AppliedMigration): void;
}

/**
 * Brings the database to the newest schema, each step in a transaction of its own and after a copy
 * of what was there before.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { db, sqlite, migrations } = options;
  await sql`create table if not exists migrations (name text primary key, applied_at integer not null)`.execute(
    db,
  );
  const applied = new Set(
    (await db.selectFrom('migrations').select('name').execute()).map((row) => row.name),
  );
  const known = new Set(migrations.map((migration) => migration.name));
  for (const name of applied) {
    if (!known.has(name)) throw new StoreTooNewError(sqlite.name, name);
  }
  const isNew = applied.size === 0;
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    const backup = isNew || sqlite.memory ? null : await copyBefore(options, migration.name);
    await db.transaction().execute(async (transaction) => {
      await migration.up(transaction as unknown as Kysely<never>);
      await transaction
        .insertInto('migrations')
        .values({ name: migration.name, applied_at: options.now() })
        .execute();
    });
    options.onMigration({ name: migration.name, backup });
  }
}

async function copyBefore(options: MigrateOptions, name: string): Promise<string> {
  const folder = backupFolder(options.sqlite.name);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `before-${name}.sqlite`);
  await copyDatabase(options.sqlite, path, options.nativeBinding);
  return path;
}
