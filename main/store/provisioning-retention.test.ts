import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../testing/memory-store.ts';
import { configurationRow, linkRow } from './testing/provisioning-rows.ts';
import { accountRow, deviceRow } from './testing/rows.ts';
import type { Store } from './types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  await store.devices.insert(deviceRow('phone'));
});

afterEach(() => store.close());

const limits = { logBefore: 0, logEntries: 1_000_000, historyBefore: 50, versionsBefore: 0 };

it('removes old configurations, but none whose PIN is still kept', async () => {
  await store.provisioning.insert(configurationRow('1', { createdAt: 1, pinUntil: null }));
  await store.provisioning.insert(configurationRow('2', { createdAt: 2, pinUntil: 60 }));
  await store.provisioning.insert(configurationRow('3', { createdAt: 50, pinUntil: null }));
  expect(await store.removeOld(limits)).toMatchObject({ history: 1 });
  expect((await store.provisioning.list('phone')).map(({ id }) => id)).toEqual(['3', '2']);
});

it('removes old links, but none that can still be opened', async () => {
  await store.provisioning.insertLink(linkRow('1', { createdAt: 1, expiresAt: 40 }));
  await store.provisioning.insertLink(linkRow('2', { createdAt: 2, expiresAt: 90 }));
  await store.provisioning.insertLink(linkRow('3', { createdAt: 50, expiresAt: 60 }));
  expect(await store.removeOld(limits)).toMatchObject({ history: 1 });
  expect((await store.provisioning.listLinks('phone')).map(({ id }) => id)).toEqual(['3', '2']);
});
