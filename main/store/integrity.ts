import { statSync } from 'node:fs';
import type { Sqlite } from './sqlite-database.ts';

/** Files up to this size are read through whole at each start: some tenths of a second. In octets. */
const SMALL_FILE = 64 * 1024 * 1024;

/** What cannot be had again from anywhere else, and is small however long the history grows. */
const precious = [
  'accounts',
  'devices',
  'folders',
  'device_history',
  'gateways',
  'named_values',
  'secrets',
];

/** The log is by far the largest part, and nothing is decided by it. */
const logTables = /^log($|_)/u;

/** How the file was left by whoever had it last; to be asked before it is opened. */
export interface LeftBehind {
  readonly octets: number;
  /** A clean end takes the write-ahead log away; a kill leaves it. */
  readonly wasCutOff: boolean;
}

/** Looks at a database file that is not open. */
export function lookAt(path: string): LeftBehind {
  const octets = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return { octets, wasCutOff: wal > 0 };
}

/**
 * Checks the database and tells what is wrong with it; null when nothing is. All of it when it is
 * small, all but the log when it is large and was cut off, and of a large one that was closed
 * properly what matters most: reading a million log lines would keep the window away for seconds.
 */
export function findDamage(sqlite: Sqlite, left: LeftBehind): string | null {
  if (left.octets <= SMALL_FILE) return check(sqlite, '1');
  const tables = sqlite
    .prepare<[], { name: string }>(`select name from sqlite_schema where type = 'table'`)
    .all()
    .map((row) => row.name)
    .filter((name) => (left.wasCutOff ? !logTables.test(name) : precious.includes(name)));
  for (const table of ['sqlite_schema', ...tables]) {
    const found = check(sqlite, table);
    if (found !== null) return found;
  }
  return null;
}

function check(sqlite: Sqlite, what: string): string | null {
  const found = String(sqlite.pragma(`quick_check(${what})`, { simple: true }));
  return found === 'ok' ? null : found;
}
