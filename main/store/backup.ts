import { open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openSqlite } from './sqlite-database.ts';
import type { Sqlite } from './sqlite-database.ts';

/** Pages copied between two looks at the event loop (4 KiB each). */
const PAGES_AT_A_TIME = 256;

/** Folder of the copies made before migrations, beside the database. */
export function backupFolder(databasePath: string): string {
  return join(dirname(databasePath), 'backups');
}

/**
 * Writes a consistent copy of the database to `target` while it is in use, and answers with its
 * size in octets. `target` appears only when it is whole.
 */
export async function copyDatabase(
  sqlite: Sqlite,
  target: string,
  nativeBinding: string | undefined,
): Promise<number> {
  const partial = `${target}.partial`;
  await rm(partial, { force: true });
  try {
    if (sqlite.memory) await writeFile(partial, sqlite.serialize());
    else await copyFile(sqlite.name, partial, nativeBinding);
    await flush(partial);
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
  return (await stat(target)).size;
}

async function copyFile(
  source: string,
  target: string,
  nativeBinding: string | undefined,
): Promise<void> {
  // A connection of its own, with a read transaction that is held to the end: it sees one moment of
  // the database, and is neither started over by writers nor shown what they have not committed.
  const reader = openSqlite(source, nativeBinding);
  try {
    reader.exec('begin');
    reader.prepare('select count(*) from sqlite_schema').get();
    await reader.backup(target, { progress: () => PAGES_AT_A_TIME });
  } finally {
    if (reader.inTransaction) reader.exec('rollback');
    reader.close();
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The newest copy in the backup folder of a database; null when there is none. */
export async function newestBackup(databasePath: string): Promise<string | null> {
  const folder = backupFolder(databasePath);
  const names = await readdir(folder).catch(() => []);
  let newest: { path: string; at: number } | null = null;
  for (const name of names.filter((each) => each.endsWith('.sqlite'))) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (newest === null || mtimeMs > newest.at) newest = { path, at: mtimeMs };
  }
  return newest?.path ?? null;
}
