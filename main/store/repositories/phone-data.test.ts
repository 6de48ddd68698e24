import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { phoneItemRow } from '../testing/sync-rows.ts';
import type { Store } from '../types.ts';

let store: Store;
const number = '+48600100200';

beforeEach(async () => {
  store = await openTestStore();
});

afterEach(() => store.close());

it('keeps the entries of each phone', async () => {
  const rows = [
    phoneItemRow('1', { content: '{"a":1}' }),
    phoneItemRow('2', { pending: 'new' }),
    phoneItemRow('3', { dataType: 'notes', pending: 'deleted' }),
  ];
  await store.phoneData.put(rows);
  await store.phoneData.put([phoneItemRow('1', { number: '+1' })]);
  await store.phoneData.put([]);
  expect(await store.phoneData.list(number)).toEqual(rows);
  expect(await store.phoneData.counts()).toEqual([
    { number: '+1', dataType: 'contacts', count: 1 },
    { number, dataType: 'contacts', count: 2 },
    { number, dataType: 'notes', count: 1 },
  ]);
});

it('replaces and removes entries by phone and LUID', async () => {
  await store.phoneData.put([phoneItemRow('1'), phoneItemRow('2')]);
  const changed = phoneItemRow('1', { content: '{"b":2}', pending: 'changed', changedAt: 9 });
  await store.phoneData.put([changed]);
  await store.phoneData.remove(number, ['2', 'none']);
  await store.phoneData.remove('+1', ['1']);
  await store.phoneData.remove(number, []);
  expect(await store.phoneData.list(number)).toEqual([changed]);
});

it('remembers the anchors of each datastore', async () => {
  const state = { number, datastore: 'card', ownAnchor: '1', serverAnchor: null, nonce: null };
  await store.phoneData.putState(state);
  const after = { ...state, ownAnchor: '2', serverAnchor: '7', nonce: 'bm9uY2U=' };
  await store.phoneData.putState(after);
  expect(await store.phoneData.getState(number, 'card')).toEqual(after);
  expect(await store.phoneData.getState(number, 'cal')).toBeUndefined();
});
