import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { openTestStore, testSecretBox } from '../../testing/memory-store.ts';
import { openStore } from '../open-store.ts';
import { newChange } from '../testing/rows.ts';
import { collectionRow, itemRow } from '../testing/sync-rows.ts';
import { initial } from './0001-initial.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-migration-'));
  path = join(folder, 'pushdesk.sqlite');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A database of the first version with an account, a device and its folder. */
async function makeFirst(): Promise<void> {
  const clock = createFakeClock();
  const first = await openStore({ path, clock, secretBox: testSecretBox, migrations: [initial] });
  await first.changes.append([newChange('trace')]);
  await first.secrets.set('account:anna', 'secret');
  await first.close();
  const sqlite = new BetterSqlite3(path);
  sqlite.exec(`
    insert into accounts values ('anna', 'anna@example.org', 'Anna', null, 1, 2);
    insert into devices values
      ('phone', 'anna', 'Phone', 'nokia', '+48600100200', 1, null, null, null, 3, 1, 2);
    insert into folders values ('folder', 'phone', 0, 'contacts', 'Contacts', 'two-way', 1);
  `);
  sqlite.close();
}

it('keeps what the first version has stored', async () => {
  await makeFirst();
  const store = await openTestStore({ path });
  expect(await store.accounts.get('anna')).toEqual({
    id: 'anna',
    address: 'anna@example.org',
    displayName: 'Anna',
    mailbox: null,
    conflicts: {},
    timeZone: null,
    createdAt: 1,
    updatedAt: 2,
  });
  expect(await store.devices.get('phone')).toMatchObject({
    hourlyCap: 3,
    logMessages: false,
    folders: [{ id: 'folder', name: 'Contacts', place: '' }],
  });
  expect(await store.changes.lastId()).toBe(1);
  expect(await store.secrets.get('account:anna')).toBe('secret');
  await store.close();
});

it('makes room for collections at once', async () => {
  await makeFirst();
  const store = await openTestStore({ path });
  await store.collections.insert(collectionRow('contacts'));
  await store.items.insert([itemRow('a', { revision: await store.items.takeRevisions(1) })]);
  expect(await store.items.countLive(['contacts'])).toBe(1);
  await store.close();
});

it('leaves no foreign key without an index to follow it', async () => {
  await (await openTestStore({ path })).close();
  const sqlite = new BetterSqlite3(path);
  const unindexed = sqlite
    .prepare(
      `select child.name || '.' || link."from" as reference
       from sqlite_schema as child, pragma_foreign_key_list(child.name) as link
       where child.type = 'table' and not exists (
         select 1 from pragma_index_list(child.name) as known, pragma_index_info(known.name) as part
         where part.seqno = 0 and part.name = link."from")
       and not exists (
         select 1 from pragma_table_info(child.name) as own where own.name = link."from" and own.pk = 1)`,
    )
    .pluck()
    .all();
  sqlite.close();
  expect(unindexed).toEqual([]);
});
