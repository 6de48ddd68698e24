import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { accountRow } from '../testing/rows.ts';
import { clientRow, collectionRow, itemRow, mapRow } from '../testing/sync-rows.ts';
import type { ItemMapRow, OutgoingItem } from '../sync-types.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  await store.collections.insert(collectionRow('contacts'));
  await store.collections.insert(collectionRow('tasks', { dataType: 'tasks' }));
  await store.sync.insertClient(clientRow('phone'));
});

afterEach(() => store.close());

type Query = Parameters<Store['sync']['listOutgoing']>[0];

const changes: Query = {
  kind: 'changes',
  clientId: 'phone',
  datastore: 'contacts',
  collectionIds: ['contacts'],
  revision: 10,
  round: 1,
  afterItemId: null,
  limit: 100,
};
const missing: Query = { ...changes, kind: 'missing' };

/** Lists page by page, and makes sure that the count agrees. */
async function everything(query: Query): Promise<OutgoingItem[]> {
  const found: OutgoingItem[] = [];
  for (;;) {
    const page = await store.sync.listOutgoing({
      ...query,
      afterItemId: found.at(-1)?.itemId ?? query.afterItemId,
    });
    if (page.length === 0) break;
    found.push(...page);
  }
  const { afterItemId: _after, limit: _limit, ...counted } = query;
  expect(await store.sync.countOutgoing(counted)).toBe(found.length);
  return found;
}

const told = (items: readonly OutgoingItem[]) =>
  items.map(({ itemId, change }) => `${change} ${itemId}`);

describe('what a two-way sync tells of an item', () => {
  type Map = Partial<Pick<ItemMapRow, 'luid' | 'state' | 'revision'>> | null;
  const gone = 5;

  // Revision 10 was dealt with. Columns: the item's revision, when it was deleted, its map row, the answer.
  const cases: [string, number, number | null, Map, string | null][] = [
    ['a new one is added', 11, null, null, 'add'],
    ['one that came and went is not mentioned', 11, gone, null, null],
    ['an old one without a row is left to slow syncs', 10, null, null, null],
    ['what the client has made itself makes no echo', 11, null, { revision: 11 }, null],
    ['a changed one is replaced', 11, null, { revision: 10 }, 'replace'],
    ['what a merge has changed further is replaced', 12, null, { revision: 11 }, 'replace'],
    ['a deleted one is deleted', 11, gone, { revision: 10 }, 'delete'],
    ['what the client has deleted itself makes no echo', 11, gone, { revision: 11 }, null],
    ['an old one that is known is left alone', 9, null, { revision: 9 }, null],
    ['an add without an answer is repeated', 9, null, { luid: null, state: 'adding' }, 'add'],
    ['an add that was deleted since is dropped', 11, gone, { luid: null, state: 'adding' }, null],
    [
      'a replace without an answer is repeated',
      9,
      null,
      { state: 'changing', revision: 9 },
      'replace',
    ],
    ['a replace that was deleted since is a delete', 11, gone, { state: 'changing' }, 'delete'],
    [
      'a delete without an answer is repeated',
      9,
      gone,
      { state: 'deleting', revision: 9 },
      'delete',
    ],
    [
      'one that came back while being deleted is replaced',
      11,
      null,
      { state: 'deleting' },
      'replace',
    ],
    ['a held one waits', 11, gone, { state: 'held', revision: 3 }, null],
    ['a held one waits though it changes', 11, null, { state: 'held', revision: 3 }, null],
    ['what was declined is not offered again', 9, null, { state: 'declined', revision: 9 }, null],
    ['what was declined and is newer is', 9, null, { state: 'declined', revision: 8 }, 'replace'],
    ['what was declined as new is an add', 11, null, { luid: null, state: 'declined' }, 'add'],
    [
      'what was declined as new and is gone is not mentioned',
      11,
      gone,
      { luid: null, state: 'declined' },
      null,
    ],
    ['what lost its LUID is left alone', 9, null, { luid: null, revision: 9 }, null],
    ['what lost its LUID and changes is an add', 11, null, { luid: null, revision: 9 }, 'add'],
  ];

  it.each(cases)('%s', async (_name, revision, deletedAt, map, change) => {
    await store.items.insert([itemRow('a', { revision, deletedAt })]);
    if (map !== null) await store.sync.putMaps([mapRow('a', { ...map })]);
    const luid = map === null ? null : map.luid === null ? null : 'luid-a';
    expect(await everything(changes)).toEqual(
      change === null ? [] : [{ itemId: 'a', luid, revision, change }],
    );
  });

  it('does not depend on what other clients and datastores have', async () => {
    await store.sync.insertClient(clientRow('tablet'));
    await store.items.insert([itemRow('a', { revision: 11 })]);
    await store.sync.putMaps([
      mapRow('a', { clientId: 'tablet', revision: 11 }),
      mapRow('a', { datastore: 'contacts+tasks', state: 'changing' }),
    ]);
    expect(told(await everything(changes))).toEqual(['add a']);
  });

  it('is told of the collections that are asked for', async () => {
    await store.items.insert([
      itemRow('a', { revision: 11 }),
      itemRow('b', { revision: 12, collectionId: 'tasks' }),
      itemRow('c', { revision: 9, collectionId: 'tasks' }),
    ]);
    await store.sync.putMaps([mapRow('c', { state: 'changing' })]);
    expect(told(await everything(changes))).toEqual(['add a']);
    const both = { ...changes, collectionIds: ['contacts', 'tasks'] };
    expect(told(await everything(both))).toEqual(['add a', 'add b', 'replace c']);
    expect(await everything({ ...changes, collectionIds: [] })).toEqual([]);
  });
});

describe('what a slow sync adds', () => {
  it('is what has no row of its round and is not deleted', async () => {
    await store.items.insert([
      itemRow('a'),
      itemRow('b', { deletedAt: 5 }),
      itemRow('c'),
      itemRow('d'),
      itemRow('e', { collectionId: 'tasks' }),
      itemRow('f'),
    ]);
    await store.sync.putMaps([
      mapRow('c', { round: 1 }),
      mapRow('d', { round: 2 }),
      mapRow('f', { round: 2, luid: null, state: 'adding' }),
    ]);
    expect(told(await everything({ ...missing, round: 2 }))).toEqual(['add a', 'add c']);
    expect(told(await everything({ ...missing, round: 1 }))).toEqual(['add a', 'add d', 'add f']);
    const both = { ...missing, round: 2, collectionIds: ['contacts', 'tasks'] };
    expect(told(await everything(both))).toEqual(['add a', 'add c', 'add e']);
  });

  it('is everything for a client that has nothing', async () => {
    await store.items.insert([itemRow('a'), itemRow('b')]);
    expect(await everything({ ...missing, clientId: 'new' })).toEqual([
      { itemId: 'a', luid: null, revision: 1, change: 'add' },
      { itemId: 'b', luid: null, revision: 1, change: 'add' },
    ]);
  });
});

describe('pages', () => {
  // More than are sorted for each page; every third is mapped, every tenth gone, ids against revisions.
  const count = 4_000;

  beforeEach(async () => {
    const rows = Array.from({ length: count }, (_, index) =>
      itemRow(`i${String(count - index).padStart(5, '0')}`, {
        revision: 11 + index,
        deletedAt: index % 10 === 0 ? 5 : null,
        collectionId: index % 2 === 0 ? 'contacts' : 'tasks',
      }),
    );
    await store.items.insert(rows);
    const mapped = rows.filter((_row, index) => index % 3 === 0);
    await store.sync.putMaps(mapped.map(({ id }) => mapRow(id, { state: 'changing' })));
  });

  it.each(['changes', 'missing'] as const)('of %s are in the order of ids', async (kind) => {
    for (const collectionIds of [['contacts'], ['tasks', 'contacts']]) {
      for (const revision of [10, 2_000, 4_005]) {
        const query = { ...changes, kind, collectionIds, revision };
        const whole = await everything({ ...query, limit: count });
        expect(await everything({ ...query, limit: 333 })).toEqual(whole);
        const ids = whole.map(({ itemId }) => itemId);
        expect(ids).toEqual([...new Set(ids)].sort());
      }
    }
  });
});

describe('what a refresh from the client deletes', () => {
  it('is what the client had before and has not sent', async () => {
    await store.items.insert([
      itemRow('a'),
      itemRow('b'),
      itemRow('c', { deletedAt: 5 }),
      itemRow('d'),
      itemRow('e', { collectionId: 'tasks' }),
      itemRow('f'),
    ]);
    await store.sync.putMaps([
      mapRow('a'),
      mapRow('b', { round: 2 }),
      mapRow('c'),
      mapRow('e'),
      mapRow('f'),
    ]);
    const query = {
      clientId: 'phone',
      datastore: 'contacts',
      collectionIds: ['contacts'],
      round: 2,
      limit: 10,
    };
    expect(await store.sync.listUnmapped(query)).toEqual(['a', 'f']);
    expect(await store.sync.listUnmapped({ ...query, limit: 1 })).toEqual(['a']);
    expect(await store.sync.listUnmapped({ ...query, afterItemId: 'a' })).toEqual(['f']);
    expect(await store.sync.listUnmapped({ ...query, clientId: 'new' })).toEqual([]);
  });
});
