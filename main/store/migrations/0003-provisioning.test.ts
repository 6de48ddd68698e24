import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { openTestStore, testSecretBox } from '../../testing/memory-store.ts';
import { openStore } from '../open-store.ts';
import { configurationRow, linkRow } from '../testing/provisioning-rows.ts';
import { accountRow, deviceRow } from '../testing/rows.ts';
import { initial } from './0001-initial.ts';
import { sync } from './0002-sync.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-migration-'));
  path = join(folder, 'pushdesk.sqlite');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A database of the version before, with an SMS in the queue and one on a virtual phone. */
async function makeBefore(): Promise<void> {
  const clock = createFakeClock();
  const migrations = [initial, sync];
  const before = await openStore({ path, clock, secretBox: testSecretBox, migrations });
  await before.accounts.insert(accountRow('anna'));
  await before.devices.insert(deviceRow('phone', { accountId: 'anna' }));
  await before.close();
  const sqlite = new BetterSqlite3(path);
  const parts = JSON.stringify([{ udh: '', data: '00' }]);
  sqlite
    .prepare(
      `insert into messages values
        ('sms', 'trace', null, 'anna', 'phone', '+48600100200', 'queued', ?, 245, 0, 0, 1, 9, 1, null)`,
    )
    .run(parts);
  sqlite
    .prepare(`insert into phone_messages values ('received', '+48600100200', 1, 'trace', ?, 245)`)
    .run(parts);
  sqlite.close();
}

it('keeps what waits and what was received, and has room for configurations and links', async () => {
  await makeBefore();
  const store = await openTestStore({ path });
  expect(await store.messages.get('sms')).toMatchObject({
    state: 'queued',
    parts: [{ udh: '', data: '00' }],
    shownParts: null,
  });
  expect(await store.phones.list(10)).toMatchObject([{ id: 'received', traceId: 'trace' }]);
  await store.provisioning.insert(configurationRow('one', { deviceId: 'phone' }));
  await store.provisioning.insertLink(linkRow('link', { deviceId: 'phone' }));
  expect(await store.provisioning.list('phone')).toHaveLength(1);
  await store.devices.remove('phone');
  expect(await store.provisioning.listLinks('phone')).toEqual([]);
  await store.close();
});
