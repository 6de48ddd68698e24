import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { accountRow } from '../testing/rows.ts';
import {
  clientRow,
  collectionRow,
  holdRow,
  itemRow,
  mapRow,
  stateRow,
  versionRow,
} from '../testing/sync-rows.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  for (const id of ['anna', 'bob', 'cyril']) await store.accounts.insert(accountRow(id));
});

afterEach(() => store.close());

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('collections', () => {
  it('come back as they were stored, shares in their order', async () => {
    const row = collectionRow('sales', {
      name: 'Sales',
      shares: [
        { accountId: 'cyril', access: 'write' },
        { accountId: 'bob', access: 'read' },
      ],
    });
    await store.collections.insert(row);
    expect(await store.collections.get('sales')).toEqual(row);
    expect(await store.collections.list()).toEqual([row]);
    const after = {
      ...row,
      name: 'Prodej',
      shares: [{ accountId: 'bob', access: 'write' as const }],
    };
    await store.collections.update(after);
    expect(await store.collections.get('sales')).toEqual(after);
    expect(await store.collections.get('other')).toBeUndefined();
  });

  it('are refused a name that the owner has for the data type, letter case aside', async () => {
    await store.collections.insert(collectionRow('one', { name: 'Prodej Ž' }));
    const refused = { code: 'DUPLICATE', params: { field: 'name' } };
    await expect(
      store.collections.insert(collectionRow('two', { name: 'PRODEJ ž' })),
    ).rejects.toMatchObject(refused);
    await store.collections.insert(collectionRow('notes', { name: 'Prodej Ž', dataType: 'notes' }));
    await store.collections.insert(collectionRow('bobs', { name: 'Prodej Ž', accountId: 'bob' }));
    await store.collections.insert(collectionRow('main'));
    await expect(
      store.collections.update(collectionRow('main', { name: 'prodej ž' })),
    ).rejects.toMatchObject(refused);
  });

  it('of the company are one for each data type and name as well', async () => {
    const corporate = { accountId: null, corporateAccess: 'write' as const };
    await store.collections.insert(collectionRow('all', corporate));
    await expect(store.collections.insert(collectionRow('again', corporate))).rejects.toMatchObject(
      { code: 'DUPLICATE' },
    );
  });

  it('are seen by their owner, by those they are shared with, and the corporate ones by all', async () => {
    await store.collections.insert(collectionRow('annas'));
    await store.collections.insert(
      collectionRow('shared', { name: 'S', shares: [{ accountId: 'bob', access: 'read' }] }),
    );
    await store.collections.insert(
      collectionRow('all', { accountId: null, corporateAccess: 'read' }),
    );
    expect(ids(await store.collections.listVisible('anna'))).toEqual(['all', 'annas', 'shared']);
    expect(ids(await store.collections.listVisible('bob'))).toEqual(['all', 'shared']);
    expect(ids(await store.collections.listVisible('cyril'))).toEqual(['all']);
  });

  it('lose the shares of an account that is removed', async () => {
    await store.collections.insert(
      collectionRow('shared', { shares: [{ accountId: 'bob', access: 'read' }] }),
    );
    await store.accounts.remove('bob');
    expect(await store.collections.get('shared')).toEqual(collectionRow('shared'));
  });
});

describe('what a collection holds', () => {
  const usage = async (id: string) => (await store.collections.usage([id])).get(id);

  it('is nothing at first', async () => {
    await store.collections.insert(collectionRow('contacts'));
    expect(await usage('contacts')).toEqual({ items: 0, bytes: 0, changedAt: null });
  });

  it('follows items and versions as they come, change and go', async () => {
    await store.collections.insert(collectionRow('contacts'));
    await store.items.insert([
      itemRow('a', { content: 'čtyři', modifiedAt: 5 }),
      itemRow('b', { content: '12345', modifiedAt: 3 }),
    ]);
    expect(await usage('contacts')).toEqual({ items: 2, bytes: 12, changedAt: 5 });
    await store.items.insertVersions([versionRow('a', { content: 'čtyři' })]);
    expect(await usage('contacts')).toEqual({ items: 2, bytes: 19, changedAt: 5 });
    await store.items.update([itemRow('a', { content: '1', modifiedAt: 8 })]);
    expect(await usage('contacts')).toEqual({ items: 2, bytes: 13, changedAt: 8 });
    await store.items.update([itemRow('b', { content: '12345', modifiedAt: 3, deletedAt: 9 })]);
    expect(await usage('contacts')).toEqual({ items: 1, bytes: 13, changedAt: 9 });
    await store.items.update([itemRow('b', { content: '12345', modifiedAt: 10 })]);
    expect(await usage('contacts')).toEqual({ items: 2, bytes: 13, changedAt: 10 });
  });

  it('is told of all collections when none are named', async () => {
    await store.collections.insert(collectionRow('contacts'));
    await store.collections.insert(collectionRow('notes', { dataType: 'notes' }));
    await store.items.insert([itemRow('a')]);
    const all = await store.collections.usage();
    expect([...all].map(([id, { items }]) => [id, items])).toEqual([
      ['contacts', 1],
      ['notes', 0],
    ]);
  });
});

describe('removing', () => {
  beforeEach(async () => {
    await store.collections.insert(collectionRow('contacts'));
    await store.collections.insert(collectionRow('notes', { dataType: 'notes' }));
    await store.sync.insertClient(clientRow('phone'));
    await store.items.insert([itemRow('a'), itemRow('b'), itemRow('n', { collectionId: 'notes' })]);
    await store.items.insertVersions([versionRow('a'), versionRow('b'), versionRow('n')]);
    for (const datastore of ['contacts', 'contacts+notes', 'notes']) {
      await store.sync.putState(stateRow({ datastore }));
      await store.sync.putMaps([mapRow('a', { datastore })]);
    }
    await store.sync.insertHold(holdRow('hold'));
  });

  it('a collection takes its items, their keys and versions, maps and holds with it', async () => {
    await store.collections.remove('contacts');
    expect(ids(await store.collections.list())).toEqual(['notes']);
    expect(ids(await store.items.getMany(['a', 'b', 'n']))).toEqual(['n']);
    expect(await store.items.listVersions('a')).toEqual([]);
    expect(await store.items.listVersions('n')).toHaveLength(1);
    expect(await store.sync.listHolds()).toEqual([]);
    expect([...(await store.collections.usage()).keys()]).toEqual(['notes']);
    const keys = ['key-a', 'key-b', 'key-n'];
    expect(ids(await store.items.listByLookupKeys(['contacts', 'notes'], keys))).toEqual(['n']);
  });

  it('a collection ends every datastore that it was a part of', async () => {
    await store.collections.remove('contacts');
    expect((await store.sync.listStates('phone')).map(({ datastore }) => datastore)).toEqual([
      'notes',
    ]);
    expect(await store.sync.countMaps('phone', 'contacts+notes')).toBe(0);
    expect(await store.sync.countMaps('phone', 'notes')).toBe(1);
  });

  it('a collection of thousands lets others have their turn', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => itemRow(`i${index}`));
    await store.items.insert(many);
    let turns = 0;
    const count = setInterval(() => (turns += 1));
    await store.collections.remove('contacts');
    clearInterval(count);
    expect(turns).toBeGreaterThan(1);
    expect(await store.items.getMany(many.map(({ id }) => id))).toEqual([]);
  });

  it('an account takes everything with it, from clients to versions', async () => {
    await store.accounts.remove('anna');
    expect(await store.collections.list()).toEqual([]);
    expect(await store.items.getMany(['a', 'b', 'n'])).toEqual([]);
    expect(await store.items.listVersions('a')).toEqual([]);
    expect(await store.sync.listClients()).toEqual([]);
    expect(await store.sync.listStates('phone')).toEqual([]);
    expect(await store.sync.countMaps('phone', 'notes')).toBe(0);
    expect(await store.sync.listHolds()).toEqual([]);
  });
});
