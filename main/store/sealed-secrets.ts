import { existsSync } from 'node:fs';
import { openToRead } from './sqlite-database.ts';
import { isDamage } from './store-errors.ts';

/**
 * Whether the database holds secrets, which only the key they were sealed with can open. Asked
 * before a new key is made: a new one beside old secrets would lock them for good. A database that is
 * not there, is empty or cannot be read holds none; opening the store says more about it.
 */
export function holdsSecrets(path: string, nativeBinding?: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const sqlite = openToRead(path, nativeBinding);
    try {
      const table = sqlite.prepare(`select 1 from sqlite_schema where name = 'secrets'`).get();
      return table !== undefined && sqlite.prepare('select 1 from secrets').get() !== undefined;
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}
