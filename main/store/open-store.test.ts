import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../platform/fake-clock.ts';
import { testSecretBox } from '../testing/memory-store.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { openStore } from './open-store.ts';
import { StoreDamagedError, StoreTooNewError } from './store-errors.ts';
import type { Store } from './types.ts';

let folder: string;
let path: string;
const opened: Store[] = [];
const clock = createFakeClock();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-store-'));
  path = join(folder, 'pushdesk.sqlite');
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true, force: true });
});

async function open(options: { path?: string; migrations?: readonly Migration[] } = {}) {
  const store = await openStore({ path, clock, secretBox: testSecretBox, ...options });
  opened.push(store);
  return store;
}

function addTable(name: string, table: string): Migration {
  return {
    name,
    async up(db) {
      await sql.raw(`create table ${table} (id integer)`).execute(db);
    },
  };
}

describe('opening', () => {
  it('keeps what was stored when it is opened again', async () => {
    const first = await open();
    await first.values.set('colour', { name: 'green' });
    await first.close();
    expect(await (await open()).values.get('colour')).toEqual({ name: 'green' });
  });

  it('may be closed twice', async () => {
    const store = await open();
    await store.close();
    await store.close();
  });

  it('leaves no open file behind', async () => {
    const store = await open();
    await store.values.set('one', 1);
    await store.close();
    expect(await readdir(folder)).toEqual(['pushdesk.sqlite']);
  });
});

describe('a damaged file', () => {
  it('is refused with the newest backup named, and left as it is', async () => {
    await (await open({ migrations: migrations.slice(0, 1) })).close();
    await (
      await open({ migrations: [...migrations.slice(0, 1), addTable('0900-a', 'a')] })
    ).close();
    const garbage = Buffer.from(
      'This is no database at all, only a text that is long enough.\n'.repeat(20),
    );
    await writeFile(path, garbage);
    const error: unknown = await open().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StoreDamagedError);
    expect(error).toMatchObject({
      path,
      newestBackup: join(folder, 'backups', 'before-0900-a.sqlite'),
    });
    expect(await readFile(path)).toEqual(garbage);
  });

  it('is found when pages in the middle are overwritten', async () => {
    const store = await open();
    await store.changes.append(
      Array.from({ length: 2_000 }, (_, index) => ({
        traceId: `trace-${index}`,
        accountId: 'account',
        dataType: 'contacts',
        folder: 'contacts',
        origin: null,
        source: 'api',
        at: index,
      })),
    );
    await store.close();
    const bytes = await readFile(path);
    bytes.fill(0xa5, 4096 * 3, bytes.length - 4096);
    await writeFile(path, bytes);
    await expect(open()).rejects.toBeInstanceOf(StoreDamagedError);
  });
});

describe('migrations', () => {
  it('are applied once, each after a copy of what was there before', async () => {
    await (await open()).close();
    const more = [...migrations, addTable('0900-a', 'a'), addTable('0901-b', 'b')];
    await (await open({ migrations: more })).close();
    await (await open({ migrations: more })).close();
    expect((await readdir(join(folder, 'backups'))).sort()).toEqual([
      'before-0900-a.sqlite',
      'before-0901-b.sqlite',
    ]);
  });

  it('make no copy of a database that is new', async () => {
    await open();
    expect(await readdir(folder)).not.toContain('backups');
  });

  it('leave the database as it was when one fails, and the copy holds the data', async () => {
    const first = await open();
    await first.values.set('kept', true);
    await first.close();
    const failing: Migration = {
      name: '0900-fails',
      async up(db) {
        await sql`create table half (id integer)`.execute(db);
        await sql`delete from named_values`.execute(db);
        throw new Error('no more');
      },
    };
    await expect(open({ migrations: [...migrations, failing] })).rejects.toThrow('no more');
    expect(await (await open()).values.get('kept')).toBe(true);
    const copy = await open({ path: join(folder, 'backups', 'before-0900-fails.sqlite') });
    expect(await copy.values.get('kept')).toBe(true);
  });

  it('of a newer version are not guessed at', async () => {
    await (await open({ migrations: [...migrations, addTable('0900-a', 'a')] })).close();
    await expect(open()).rejects.toBeInstanceOf(StoreTooNewError);
  });

  it('are numbered in order', () => {
    const names = migrations.map((migration) => migration.name);
    expect(names).toEqual([...names].sort());
    for (const [index, name] of names.entries()) {
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`, 'u'));
    }
  });
});

describe('a backup', () => {
  it('is a whole database while writers go on', async () => {
    const store = await open();
    for (let index = 0; index < 500; index += 1) await store.values.set(`value-${index}`, index);
    let writing = true;
    const writer = (async () => {
      for (let index = 500; writing; index += 1) {
        await store.values.set(`value-${index}`, 'x'.repeat(2_000));
        if (index % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const target = join(folder, 'copy.sqlite');
    const octets = await store.backup(target);
    writing = false;
    await writer;
    expect(octets).toBeGreaterThan(4096);
    const copy = await open({ path: target });
    expect(await copy.values.get('value-499')).toBe(499);
  });

  it('shows nothing that was not committed', async () => {
    const store = await open();
    const target = join(folder, 'copy.sqlite');
    await expect(
      store.transaction(async (tx) => {
        await tx.values.set('half', true);
        await store.backup(target);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    const copy = await open({ path: target });
    expect(await copy.values.get('half')).toBeUndefined();
  });

  it('of a store in memory works as well', async () => {
    const store = await open({ path: ':memory:' });
    await store.values.set('kept', 1);
    await store.backup(join(folder, 'copy.sqlite'));
    const copy = await open({ path: join(folder, 'copy.sqlite') });
    expect(await copy.values.get('kept')).toBe(1);
  });
});
