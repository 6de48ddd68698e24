import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../testing/memory-store.ts';
import { findDamage, lookAt } from './integrity.ts';
import { openToRead } from './sqlite-database.ts';
import { accountRow, alertRow, logEntry } from './testing/rows.ts';

const PAGE = 4096;
const small = { octets: 1, wasCutOff: false };
const large = { octets: 2 ** 31, wasCutOff: false };
const largeAndCutOff = { octets: 2 ** 31, wasCutOff: true };

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-integrity-'));
  path = join(folder, 'pushdesk.sqlite');
  const store = await openTestStore({ path });
  await store.accounts.insert(accountRow('anna'));
  await store.alerts.insert([alertRow('1')]);
  await store.log.insert([logEntry(1)]);
  await store.close();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Overwrites the first page of a table. */
async function damage(table: string): Promise<void> {
  const sqlite = openToRead(path, undefined);
  const { rootpage } = sqlite
    .prepare<[string], { rootpage: number }>('select rootpage from sqlite_schema where name = ?')
    .get(table) ?? { rootpage: 0 };
  sqlite.close();
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(PAGE, 0xa5), 0, PAGE, (rootpage - 1) * PAGE);
  await file.close();
}

function isFound(left: Parameters<typeof findDamage>[1]): boolean {
  const sqlite = openToRead(path, undefined);
  try {
    return findDamage(sqlite, left) !== null;
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringContaining('SQLITE_CORRUPT') });
    return true;
  } finally {
    sqlite.close();
  }
}

describe('the check at opening', () => {
  it.each([
    ['accounts', { small: true, large: true, largeAndCutOff: true }],
    ['alerts', { small: true, large: false, largeAndCutOff: true }],
    ['log', { small: true, large: false, largeAndCutOff: false }],
  ])('finds damage in %s as far as it looks', async (table, found) => {
    expect([isFound(small), isFound(large), isFound(largeAndCutOff)]).toEqual([
      false,
      false,
      false,
    ]);
    await damage(table);
    expect({
      small: isFound(small),
      large: isFound(large),
      largeAndCutOff: isFound(largeAndCutOff),
    }).toEqual(found);
  });

  it('tells a file that was cut off from one that was closed', async () => {
    expect(lookAt(path).wasCutOff).toBe(false);
    expect(lookAt(path).octets).toBeGreaterThan(PAGE);
    await writeFile(`${path}-wal`, 'left behind');
    expect(lookAt(path).wasCutOff).toBe(true);
    expect(lookAt(join(folder, 'nothing'))).toEqual({ octets: 0, wasCutOff: false });
  });
});
