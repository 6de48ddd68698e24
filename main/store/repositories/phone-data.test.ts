import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { accountRow, deviceRow } from '../testing/rows.ts';
import { phoneItemRow } from '../testing/sync-rows.ts';
import type { Store } from '../types.ts';

let store: Store;
const deviceId = 'phone';

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  for (const id of [deviceId, 'other']) await store.devices.insert(deviceRow(id));
});

afterEach(() => store.close());

it('keeps the entries of each phone', async () => {
  const rows = [
    phoneItemRow('1', { content: '{"a":1}' }),
    phoneItemRow('2', { pending: 'new' }),
    phoneItemRow('3', { dataType: 'notes', pending: 'deleted' }),
  ];
  await store.phoneData.put(rows);
  await store.phoneData.put([phoneItemRow('1', { deviceId: 'other' })]);
  await store.phoneData.put([]);
  expect(await store.phoneData.list(deviceId)).toEqual(rows);
  expect(await store.phoneData.counts()).toEqual([
    { deviceId: 'other', dataType: 'contacts', count: 1 },
    { deviceId, dataType: 'contacts', count: 2 },
    { deviceId, dataType: 'notes', count: 1 },
  ]);
});

it('replaces and removes entries by phone and LUID', async () => {
  await store.phoneData.put([phoneItemRow('1'), phoneItemRow('2')]);
  const changed = phoneItemRow('1', { content: '{"b":2}', pending: 'changed', changedAt: 9 });
  await store.phoneData.put([changed]);
  await store.phoneData.remove(deviceId, ['2', 'none']);
  await store.phoneData.remove('other', ['1']);
  await store.phoneData.remove(deviceId, []);
  expect(await store.phoneData.list(deviceId)).toEqual([changed]);
});

it('remembers the anchors of each datastore', async () => {
  const state = { deviceId, datastore: 'card', ownAnchor: '1', serverAnchor: null, nonce: null };
  await store.phoneData.putState(state);
  const after = { ...state, ownAnchor: '2', serverAnchor: '7', nonce: 'bm9uY2U=' };
  await store.phoneData.putState(after);
  expect(await store.phoneData.getState(deviceId, 'card')).toEqual(after);
  expect(await store.phoneData.getState(deviceId, 'cal')).toBeUndefined();
});

it('takes everything away with the device', async () => {
  await store.phoneData.put([phoneItemRow('1'), phoneItemRow('1', { deviceId: 'other' })]);
  const state = { datastore: 'card', ownAnchor: '1', serverAnchor: null, nonce: null };
  await store.phoneData.putState({ deviceId, ...state });
  await store.devices.remove(deviceId);
  await store.devices.insert(deviceRow(deviceId));
  expect(await store.phoneData.list(deviceId)).toEqual([]);
  expect(await store.phoneData.getState(deviceId, 'card')).toBeUndefined();
  expect(await store.phoneData.list('other')).toHaveLength(1);
});
