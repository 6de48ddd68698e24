import { afterEach, beforeEach, expect, it } from 'vitest';
import { configurationRow } from '../store/testing/provisioning-rows.ts';
import { messageRow } from '../store/testing/rows.ts';
import type { Store } from '../store/types.ts';
import { openTestStore } from '../testing/memory-store.ts';
import { removeDeviceSecrets } from './device-secrets.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

it('leaves nothing secret of a device, and everything of the others', async () => {
  for (const name of ['device:a:imsi', 'phone:a', 'device:b:imsi', 'phone:b', 'account:a'])
    await store.secrets.set(name, 'secret');
  await removeDeviceSecrets(store, 'a', 5_000);
  expect([...(await store.secrets.names())].sort()).toEqual([
    'account:a',
    'device:b:imsi',
    'phone:b',
  ]);
});

it('withdraws a configuration that waits, with its PIN, and what is secret in its SMS', async () => {
  const shownParts = [{ udh: '', data: '2a2a' }];
  await store.messages.insert([
    messageRow('waits', { shownParts }),
    messageRow('goes', { state: 'sending', shownParts }),
    messageRow('alert', { alertId: 'alert' }),
    messageRow('other', { deviceId: 'other', shownParts }),
  ]);
  const row = configurationRow('one', { state: 'queued', pinUntil: 9_000 });
  await store.provisioning.insert(row);
  await store.secrets.set('configuration:one', '4711');
  await removeDeviceSecrets(store, 'phone', 5_000);
  const ended = { state: 'expired', parts: shownParts, endedAt: 5_000 };
  expect(await store.messages.get('waits')).toMatchObject(ended);
  expect(await store.messages.get('goes')).toMatchObject(ended);
  expect(await store.messages.get('alert')).toMatchObject({ state: 'queued' });
  expect(await store.messages.get('other')).toMatchObject({ state: 'queued' });
  expect(await store.provisioning.get('one')).toMatchObject({ state: 'failed', pinUntil: null });
  expect(await store.secrets.get('configuration:one')).toBeUndefined();
});
