import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { accountRow } from '../testing/rows.ts';
import { collectionRow, itemRow, versionRow } from '../testing/sync-rows.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  await store.collections.insert(collectionRow('contacts'));
  await store.collections.insert(collectionRow('sales', { name: 'Sales' }));
});

afterEach(() => store.close());

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('revisions', () => {
  it('are one sequence from 1, without gaps', async () => {
    expect(await store.items.lastRevision()).toBe(0);
    expect(await store.items.takeRevisions(3)).toBe(1);
    expect(await store.items.takeRevisions(1)).toBe(4);
    expect(await store.items.lastRevision()).toBe(4);
  });

  it('are given back when the transaction is', async () => {
    await expect(
      store.transaction(async (tx) => {
        await tx.items.takeRevisions(10);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await store.items.takeRevisions(1)).toBe(1);
  });
});

describe('items', () => {
  it('come back as they were stored', async () => {
    const row = itemRow('a', {
      content: JSON.stringify({ note: 'žluťoučký kůň 🐎' }),
      lookupKeys: ['w:anna', 'p:600', 'w:anna'],
      deletedAt: 9,
    });
    await store.items.insert([row]);
    expect(await store.items.get('a')).toEqual(row);
    expect(await store.items.get('b')).toBeUndefined();
  });

  it('are read many at once, in the given order', async () => {
    const rows = Array.from({ length: 700 }, (_, index) => itemRow(`i${1_000 + index}`));
    await store.items.insert(rows);
    const wanted = ['i1699', 'unknown', 'i1000', 'i1350'];
    expect(ids(await store.items.getMany(wanted))).toEqual(['i1699', 'i1000', 'i1350']);
    expect(await store.items.getMany(ids(rows))).toEqual(rows);
    expect(await store.items.getMany([])).toEqual([]);
  });

  it('are changed many at once, and stay in their collection', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => itemRow(`i${index}`));
    await store.items.insert(rows);
    const changed = rows.map((row, index) => ({
      ...row,
      title: `New ${index}`,
      content: `"${index}"`,
      fingerprint: `f${index}`,
      matchKeys: `{"exact":"${index}"}`,
      revision: 500 + index,
      version: 2,
      origin: 'admin',
      modifiedAt: 7,
    }));
    await store.items.update(changed);
    expect(await store.items.getMany(ids(rows))).toEqual(changed);
    await store.items.update([{ ...itemRow('i0'), collectionId: 'sales' }]);
    expect(await store.items.get('i0')).toEqual(itemRow('i0'));
  });

  it('that are not there are not made by a change', async () => {
    await store.items.update([itemRow('ghost')]);
    expect(await store.items.get('ghost')).toBeUndefined();
  });

  it('take the last of several changes at once', async () => {
    await store.items.insert([itemRow('a')]);
    const last = itemRow('a', { title: 'Last', lookupKeys: ['last'] });
    await store.items.update([itemRow('a', { title: 'First', lookupKeys: ['first'] }), last]);
    expect(await store.items.get('a')).toEqual(last);
    expect(await store.items.listByLookupKeys(['contacts'], ['first'])).toEqual([]);
    expect(ids(await store.items.listByLookupKeys(['contacts'], ['last']))).toEqual(['a']);
  });

  it('belong to a collection that there is', async () => {
    await expect(
      store.items.insert([itemRow('a'), itemRow('b', { collectionId: 'none' })]),
    ).rejects.toThrow('FOREIGN KEY');
    expect(await store.items.get('a')).toBeUndefined();
  });

  it('that are not deleted are counted', async () => {
    await store.items.insert([
      itemRow('a'),
      itemRow('b', { deletedAt: 5 }),
      itemRow('c', { collectionId: 'sales' }),
    ]);
    expect(await store.items.countLive(['contacts'])).toBe(1);
    expect(await store.items.countLive(['contacts', 'sales'])).toBe(2);
    expect(await store.items.countLive([])).toBe(0);
  });
});

describe('lists of items', () => {
  const all = { collectionIds: ['contacts'], withDeleted: false, offset: 0, limit: 100 };
  const long = 'A title whose first twenty-four letters are alike';

  beforeEach(async () => {
    await store.items.insert([
      itemRow('1', { title: 'Žaneta', subtitle: 'Plzeň' }),
      itemRow('2', { title: 'adam', subtitle: '+420 600 100 200' }),
      itemRow('3', { title: 'Łukasz' }),
      itemRow('4', { title: `${long} 2` }),
      itemRow('5', { title: `${long} 1` }),
      itemRow('6', { title: 'Gone', deletedAt: 5 }),
      itemRow('7', { title: 'Magda', collectionId: 'sales' }),
    ]);
  });

  const list = async (given: Partial<Parameters<Store['items']['list']>[0]>) => {
    const { items, total } = await store.items.list({ ...all, ...given });
    const summaries = await store.items.listSummaries({ ...all, ...given });
    expect(summaries.total).toBe(total);
    expect(ids(summaries.items)).toEqual(ids(items));
    return [ids(items).join(''), total];
  };

  it('are sorted by title, letter case and accents aside', async () => {
    expect(await list({})).toEqual(['54231', 5]);
  });

  it('show deleted ones when asked', async () => {
    expect(await list({ withDeleted: true })).toEqual(['542631', 6]);
  });

  it('are cut into pages, with the count of all', async () => {
    expect(await list({ offset: 1, limit: 2 })).toEqual(['42', 5]);
    expect(await list({ offset: 9, limit: 2 })).toEqual(['', 5]);
  });

  it('span collections', async () => {
    expect(await list({ collectionIds: ['contacts', 'sales'] })).toEqual(['542371', 6]);
    expect(await list({ collectionIds: [] })).toEqual(['', 0]);
  });

  it.each([
    ['ZANETA', '1'],
    ['plzen', '1'],
    ['łuk', '3'],
    ['600 100', '2'],
    ['a', '54231'],
    ['gone', ''],
    ['%', ''],
  ])('find %s in title and subtitle', async (text, found) => {
    expect(await list({ text })).toEqual([found, found.length]);
  });

  it('tell the size of what they leave out', async () => {
    const content = JSON.stringify('ž');
    await store.items.insert([itemRow('8', { title: '0', content, collectionId: 'sales' })]);
    const { items } = await store.items.listSummaries({ ...all, collectionIds: ['sales'] });
    const { content: _content, fingerprint: _print, matchKeys: _match, ...rest } = itemRow('8');
    const { lookupKeys: _keys, ...summary } = rest;
    expect(items[0]).toEqual({ ...summary, title: '0', collectionId: 'sales', bytes: 4 });
  });
});

describe('items by their keys', () => {
  const find = async (keys: readonly string[], collectionIds = ['contacts']) =>
    ids(await store.items.listByLookupKeys(collectionIds, keys));

  it('are those that share one of the keys', async () => {
    await store.items.insert([
      itemRow('a', { lookupKeys: ['w:novak', 'p:1'] }),
      itemRow('b', { lookupKeys: ['w:novak', 'p:2'] }),
      itemRow('c', { lookupKeys: [] }),
      itemRow('d', { lookupKeys: ['w:novak'], collectionId: 'sales' }),
    ]);
    expect(await find(['w:novak'])).toEqual(['a', 'b']);
    expect(await find(['p:2', 'p:1', 'p:3'])).toEqual(['a', 'b']);
    expect(await find(['w:novak'], ['sales', 'contacts'])).toEqual(['a', 'b', 'd']);
    expect(await find(['W:NOVAK'])).toEqual([]);
    expect(await find([])).toEqual([]);
    expect(await find(['w:novak'], [])).toEqual([]);
  });

  it('follow changes, deletion and return', async () => {
    await store.items.insert([itemRow('a', { lookupKeys: ['old', 'same'] })]);
    await store.items.update([itemRow('a', { lookupKeys: ['same', 'new'] })]);
    expect([await find(['old']), await find(['same']), await find(['new'])]).toEqual([
      [],
      ['a'],
      ['a'],
    ]);
    await store.items.update([itemRow('a', { lookupKeys: ['same', 'new'], deletedAt: 5 })]);
    expect(await find(['same', 'new'])).toEqual([]);
    await store.items.update([itemRow('a', { lookupKeys: ['same', 'new'] })]);
    expect(await find(['same'])).toEqual(['a']);
  });
});

describe('items by their fingerprints', () => {
  const find = async (fingerprints: readonly string[], collectionIds = ['contacts']) =>
    ids(await store.items.listByFingerprints(collectionIds, fingerprints));

  it('are those of this very content', async () => {
    await store.items.insert([
      itemRow('a', { fingerprint: 'one', revision: 7 }),
      itemRow('b', { fingerprint: 'two' }),
      itemRow('c', { fingerprint: 'one', collectionId: 'sales' }),
      itemRow('d', { fingerprint: 'one' }),
    ]);
    expect(await find(['one'])).toEqual(['a', 'd']);
    expect(await find(['two', 'one', 'one'], ['sales', 'contacts'])).toEqual(['a', 'b', 'c', 'd']);
    expect(await find(['three'])).toEqual([]);
    expect(await find([])).toEqual([]);
    const [first] = await store.items.listByFingerprints(['contacts'], ['one']);
    expect(first).toEqual({ id: 'a', collectionId: 'contacts', revision: 7, fingerprint: 'one' });
  });

  it('follow changes, deletion and return', async () => {
    await store.items.insert([itemRow('a', { fingerprint: 'old' })]);
    await store.items.update([itemRow('a', { fingerprint: 'new' })]);
    expect([await find(['old']), await find(['new'])]).toEqual([[], ['a']]);
    await store.items.update([itemRow('a', { fingerprint: 'new', deletedAt: 5 })]);
    expect(await find(['new'])).toEqual([]);
    await store.items.update([itemRow('a', { fingerprint: 'new' })]);
    expect(await find(['new'])).toEqual(['a']);
  });
});

it('contents can be had alone', async () => {
  await store.items.insert([itemRow('a', { content: '"x"', revision: 3 }), itemRow('b')]);
  expect(await store.items.listContents(['a', 'none'])).toEqual([
    { id: 'a', revision: 3, deletedAt: null, content: '"x"' },
  ]);
  expect(await store.items.listContents([])).toEqual([]);
});

describe('versions', () => {
  it('are listed newest first, those that lost a conflict too', async () => {
    await store.items.insert([itemRow('a'), itemRow('b')]);
    const rows = [
      versionRow('a'),
      versionRow('a', { version: 2, reason: 'conflict', revision: null, content: '"lost"' }),
      versionRow('a', { version: 3, reason: 'merged', revision: 7, at: 9 }),
    ];
    await store.items.insertVersions([...rows, versionRow('b')]);
    expect(await store.items.listVersions('a')).toEqual(rows.toReversed());
    expect(await store.items.listVersions('none')).toEqual([]);
  });

  it('are found by the revision that the item had', async () => {
    await store.items.insert([itemRow('a'), itemRow('b')]);
    const old = versionRow('a', { revision: 3, content: '"old"' });
    await store.items.insertVersions([
      old,
      versionRow('a', { version: 2, revision: null }),
      versionRow('a', { version: 3, revision: 8 }),
      versionRow('b', { revision: 4 }),
    ]);
    const found = await store.items.versionsAt([
      { itemId: 'a', revision: 3 },
      { itemId: 'b', revision: 3 },
      { itemId: 'c', revision: 1 },
    ]);
    expect([...found]).toEqual([['a', old]]);
    expect(await store.items.versionsAt([])).toEqual(new Map());
  });

  it('are numbered once', async () => {
    await store.items.insert([itemRow('a')]);
    await store.items.insertVersions([versionRow('a')]);
    await expect(store.items.insertVersions([versionRow('a')])).rejects.toThrow('UNIQUE');
  });
});
