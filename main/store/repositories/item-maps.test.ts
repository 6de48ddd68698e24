import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { accountRow } from '../testing/rows.ts';
import { clientRow, mapRow } from '../testing/sync-rows.ts';
import type { ItemMapRow } from '../sync-types.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  await store.sync.insertClient(clientRow('phone'));
  await store.sync.insertClient(clientRow('tablet'));
});

afterEach(() => store.close());

const byItem = async (...ids: string[]) => [
  ...(await store.sync.mapsByItem('phone', 'contacts', ids)).values(),
];
const byLuid = async (...luids: string[]) => [
  ...(await store.sync.mapsByLuid('phone', 'contacts', luids)).entries(),
];

describe('maps', () => {
  it('are found by item and by LUID, letter for letter', async () => {
    const rows = [mapRow('a'), mapRow('b', { luid: null, state: 'adding' }), mapRow('c')];
    await store.sync.putMaps(rows);
    expect(await byItem('c', 'a', 'none', 'b')).toEqual([rows[2], rows[0], rows[1]]);
    expect(await byLuid('luid-a', 'LUID-A', 'none')).toEqual([['luid-a', rows[0]]]);
    expect(await byItem()).toEqual([]);
    expect(await store.sync.countMaps('phone', 'contacts')).toBe(3);
  });

  it('hold LUIDs of any kind', async () => {
    const luids = ['', ' ', '"\\\n', '007', '7', '1e3', 'ž\u0000🐎', 'x'.repeat(255)];
    await store.sync.putMaps(luids.map((luid, index) => mapRow(`i${index}`, { luid })));
    const found = await store.sync.mapsByLuid('phone', 'contacts', luids);
    expect([...found].map(([luid, row]) => [luid, row.itemId])).toEqual(
      luids.map((luid, index) => [luid, `i${index}`]),
    );
  });

  it('are apart for each client and datastore', async () => {
    await store.sync.putMaps([
      mapRow('a'),
      mapRow('a', { clientId: 'tablet', luid: '1' }),
      mapRow('a', { datastore: 'contacts+notes', luid: '2' }),
    ]);
    expect(await byItem('a')).toEqual([mapRow('a')]);
    await store.sync.removeMaps('phone', 'contacts', ['a']);
    expect(await byItem('a')).toEqual([]);
    expect(await store.sync.countMaps('tablet', 'contacts')).toBe(1);
    expect(await store.sync.countMaps('phone', 'contacts+notes')).toBe(1);
    expect(await store.sync.countMaps('phone', 'never seen')).toBe(0);
  });

  it('are replaced by newer rows, the last of several counting', async () => {
    await store.sync.putMaps([mapRow('a'), mapRow('a', { revision: 2 })]);
    await store.sync.putMaps([mapRow('a', { luid: 'new', revision: 9, round: 3, state: 'held' })]);
    expect(await byItem('a')).toEqual([
      mapRow('a', { luid: 'new', revision: 9, round: 3, state: 'held' }),
    ]);
    expect(await byLuid('luid-a')).toEqual([]);
  });

  it('of many items are stored at once', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => mapRow(`i${1_000 + index}`));
    await store.sync.putMaps(rows);
    expect(await byItem(...rows.map(({ itemId }) => itemId))).toEqual(rows);
  });

  it('are removed by round, however many there are', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) =>
      mapRow(`i${10_000 + index}`, { round: index % 10 === 0 ? 2 : 1 }),
    );
    await store.sync.putMaps(rows);
    await store.sync.removeMapsBefore('phone', 'contacts', 1);
    expect(await store.sync.countMaps('phone', 'contacts')).toBe(5_000);
    await store.sync.removeMapsBefore('phone', 'contacts', 2);
    expect(await store.sync.countMaps('phone', 'contacts')).toBe(500);
    expect(await byItem('i10000', 'i10001')).toHaveLength(1);
    await store.sync.removeMapsBefore('phone', 'never seen', 2);
  });
});

describe('a LUID that another item had', () => {
  const luids = async (...ids: string[]) => (await byItem(...ids)).map(({ luid }) => luid);

  it('is taken from it', async () => {
    await store.sync.putMaps([mapRow('a', { luid: '5' })]);
    await store.sync.putMaps([mapRow('b', { luid: '5' })]);
    expect(await byItem('a', 'b')).toEqual([
      mapRow('a', { luid: null }),
      mapRow('b', { luid: '5' }),
    ]);
    expect((await byLuid('5')).map(([, row]) => row.itemId)).toEqual(['b']);
  });

  it.each<[ItemMapRow['state'], number]>([
    ['ok', 1],
    ['held', 1],
    ['declined', 1],
    ['changing', 1],
    ['deleting', 0],
  ])('leaves a row that is %s, %i of it', async (state, left) => {
    await store.sync.putMaps([mapRow('a', { luid: '5', state })]);
    await store.sync.putMaps([mapRow('b', { luid: '5' })]);
    expect(await byItem('a')).toHaveLength(left);
  });

  it('may be swapped, or go round in a ring', async () => {
    await store.sync.putMaps(['a', 'b', 'c'].map((id) => mapRow(id)));
    await store.sync.putMaps([
      mapRow('a', { luid: 'luid-b' }),
      mapRow('b', { luid: 'luid-c' }),
      mapRow('c', { luid: 'luid-a' }),
    ]);
    expect(await luids('a', 'b', 'c')).toEqual(['luid-b', 'luid-c', 'luid-a']);
  });

  it('belongs to the last of several that are stored at once', async () => {
    await store.sync.putMaps([mapRow('a', { luid: '5' }), mapRow('b', { luid: '5' })]);
    expect(await luids('a', 'b')).toEqual([null, '5']);
  });

  it('stays where it is for other clients', async () => {
    await store.sync.putMaps([mapRow('a', { luid: '5', clientId: 'tablet' })]);
    await store.sync.putMaps([mapRow('b', { luid: '5' })]);
    const theirs = await store.sync.mapsByItem('tablet', 'contacts', ['a']);
    expect(theirs.get('a')?.luid).toBe('5');
  });
});
