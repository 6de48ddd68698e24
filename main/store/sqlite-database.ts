import BetterSqlite3 from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** An open SQLite file, or one in memory. */
export type Sqlite = BetterSqlite3.Database;

/** How long a statement waits for another process that holds the file, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Pages of 4 KiB after which the write-ahead log is moved into the file, where no thread does that (see
 * checkpoints.ts). It waits for the disk, and so does everything else meanwhile: seldom and much is
 * better than often and little.
 */
export const WAL_PAGES = 4_000;

/** Kept statements; queries with lists of varying length would else grow the store without end. */
const MOST_STATEMENTS = 400;

/** Opens a file that is there, to look and touch nothing: not even its write-ahead log is taken in. */
export function openToRead(path: string, nativeBinding: string | undefined): Sqlite {
  return new BetterSqlite3(path, {
    readonly: true,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MS,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
}

/** Opens the file (making it where it does not exist) and sets how it is written. */
export function openSqlite(path: string, nativeBinding: string | undefined): Sqlite {
  const sqlite = new BetterSqlite3(path, {
    timeout: BUSY_TIMEOUT_MS,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
  try {
    sqlite.pragma('journal_mode = WAL');
    // A commit is in the write-ahead log, which the operating system holds from then on: the end of
    // this process, kill -9 included, loses nothing. Only a power cut can take the last commits back,
    // and even then the file stays sound. FULL would pay a disk flush for each reported change.
    sqlite.pragma('synchronous = NORMAL');
    sqlite.pragma('foreign_keys = ON');
    // A reader's snapshot (a backup) may let the log grow; this takes the room back afterwards.
    sqlite.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
    sqlite.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
    sqlite.pragma(`cache_size = -${32 * 1024}`);
    sqlite.pragma('temp_store = MEMORY');
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}

/**
 * The database as Kysely wants it, with prepared statements kept by their text: preparing costs more
 * than running for most of what happens here. The least recently used go first.
 */
export function cachingStatements(sqlite: Sqlite): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      let statement = statements.get(text);
      if (statement === undefined) {
        statement = sqlite.prepare(text) as SqliteStatement;
        if (statements.size >= MOST_STATEMENTS) {
          const oldest = statements.keys().next();
          if (!oldest.done) statements.delete(oldest.value);
        }
      } else {
        statements.delete(text);
      }
      statements.set(text, statement);
      return statement;
    },
    close() {
      statements.clear();
      sqlite.close();
    },
  };
}
