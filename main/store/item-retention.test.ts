import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../testing/memory-store.ts';
import { accountRow } from './testing/rows.ts';
import {
  clientRow,
  collectionRow,
  itemRow,
  mapRow,
  sessionRow,
  versionRow,
} from './testing/sync-rows.ts';
import type { Store } from './types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  await store.collections.insert(collectionRow('contacts'));
  await store.collections.insert(collectionRow('tasks', { dataType: 'tasks' }));
  await store.sync.insertClient(clientRow('phone'));
});

afterEach(() => store.close());

const keepAll = { logBefore: 0, logEntries: 1_000_000, historyBefore: 0, versionsBefore: 0 };
const versions = async (id: string) =>
  (await store.items.listVersions(id)).map(({ version }) => version);

it('removes old versions, but never the current one', async () => {
  await store.items.insert([
    itemRow('a', { revision: 9, version: 4 }),
    itemRow('b', { revision: 2, version: 1 }),
  ]);
  await store.items.insertVersions([
    versionRow('a', { version: 1, revision: 1, at: 1 }),
    versionRow('a', { version: 2, revision: 9, at: 2 }),
    versionRow('a', { version: 3, revision: null, reason: 'conflict', at: 3 }),
    versionRow('a', { version: 4, revision: null, reason: 'conflict', at: 50 }),
    versionRow('b', { version: 1, revision: 2, at: 1 }),
  ]);
  expect(await store.removeOld({ ...keepAll, versionsBefore: 50 })).toEqual({
    logEntries: 0,
    history: 2,
  });
  expect([await versions('a'), await versions('b')]).toEqual([[4, 2], [1]]);
  expect(await store.removeOld({ ...keepAll, versionsBefore: 50 })).toMatchObject({ history: 0 });
});

it('removes what was deleted long ago once no client has a row of it', async () => {
  await store.sync.insertClient(clientRow('tablet'));
  await store.items.insert([
    itemRow('alive', { modifiedAt: 1 }),
    itemRow('recent', { deletedAt: 50 }),
    itemRow('known', { deletedAt: 5 }),
    itemRow('mixed', { deletedAt: 5, collectionId: 'tasks' }),
    itemRow('forgotten', { deletedAt: 5 }),
    itemRow('elsewhere', { deletedAt: 6, collectionId: 'tasks' }),
  ]);
  await store.items.insertVersions([versionRow('forgotten'), versionRow('known')]);
  await store.sync.putMaps([
    mapRow('known', { clientId: 'tablet', luid: null, state: 'adding' }),
    mapRow('mixed', { datastore: 'contacts+tasks', state: 'deleting' }),
  ]);
  await store.removeOld({ ...keepAll, versionsBefore: 50 });
  const all = ['alive', 'recent', 'known', 'mixed', 'forgotten', 'elsewhere'];
  const left = (await store.items.getMany(all)).map(({ id }) => id);
  expect(left).toEqual(['alive', 'recent', 'known', 'mixed']);
  await store.sync.removeMaps('tablet', 'contacts', ['known']);
  await store.removeOld({ ...keepAll, versionsBefore: 50 });
  expect(await store.items.get('known')).toBeUndefined();
});

it('counts off what it removes', async () => {
  await store.items.insert([itemRow('a', { content: '123', revision: 2 })]);
  await store.items.insert([itemRow('gone', { content: '12345', deletedAt: 5 })]);
  await store.items.insertVersions([
    versionRow('a', { content: '1', revision: 1 }),
    versionRow('a', { content: '123', revision: 2, version: 2 }),
    versionRow('gone', { content: '12345' }),
  ]);
  await store.removeOld({ ...keepAll, versionsBefore: 50 });
  const usage = (await store.collections.usage(['contacts'])).get('contacts');
  expect(usage).toMatchObject({ items: 1, bytes: 6 });
});

it('works through thousands, leaving the right ones', async () => {
  const rows = Array.from({ length: 3_000 }, (_, index) =>
    itemRow(`i${index}`, { deletedAt: index % 3 === 0 ? 5 : null }),
  );
  await store.items.insert(rows);
  await store.sync.putMaps(
    rows.filter((_row, index) => index % 2 === 0).map(({ id }) => mapRow(id)),
  );
  const { history } = await store.removeOld({ ...keepAll, versionsBefore: 50 });
  expect(history).toBe(500);
  const left = await store.items.getMany(rows.map(({ id }) => id));
  expect(left).toHaveLength(2_500);
});

it('removes old sessions with their messages and problems, but none that runs', async () => {
  for (const [id, state] of [
    ['1', 'done'],
    ['2', 'running'],
    ['3', 'broken'],
  ] as const) {
    await store.sessions.insert(sessionRow(id, { state, startedAt: Number(id) * 10 }));
    await store.sessions.insertMessages([
      { sessionId: id, number: 1, direction: 'in', at: 1, bytes: new Uint8Array([1]) },
    ]);
    await store.sessions.insertProblems([
      { sessionId: id, at: 1, by: 'client', command: 'Add', uri: '', itemRef: '', status: 500 },
    ]);
  }
  expect(await store.removeOld({ ...keepAll, historyBefore: 30 })).toMatchObject({ history: 1 });
  const { sessions } = await store.sessions.list({ limit: 9 });
  expect(sessions.map(({ id }) => id)).toEqual(['3', '2']);
  expect([...(await store.sessions.countMessages(['1', '2', '3'])).keys()]).toEqual(['2', '3']);
  expect(await store.sessions.listProblems('1')).toEqual([]);
});
