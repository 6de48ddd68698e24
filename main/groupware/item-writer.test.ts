import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemRow } from '../store/sync-types.ts';
import { createGroupwareRig, preparedPerson } from './testing/groupware-rig.ts';
import type { GroupwareRig } from './testing/groupware-rig.ts';

let rig: GroupwareRig;
let collectionId: string;

beforeEach(async () => {
  rig = await createGroupwareRig();
  collectionId = (await rig.contactsOf('anna')).id;
});
afterEach(() => rig.close());

async function create(given: string): Promise<ItemRow> {
  const item = preparedPerson(given);
  const [row] = await rig.write([{ kind: 'create', collectionId, item }], 'device:d1');
  return row as ItemRow;
}

async function historyOf(id: string): Promise<[number, string, number | null][]> {
  const versions = await rig.store.items.listVersions(id);
  return versions.map(({ version, reason, revision }) => [version, reason, revision]);
}

describe('writing items', () => {
  it('numbers everything that a batch changes, in its order', async () => {
    const first = await create('Jan');
    const rows = await rig.write([
      { kind: 'create', collectionId, item: preparedPerson('Eva') },
      { kind: 'update', row: first, item: preparedPerson('Jana'), reason: 'changed' },
      { kind: 'create', collectionId, item: preparedPerson('Petr') },
    ]);
    expect(rows.map(({ title, revision }) => [title, revision - first.revision])).toEqual([
      ['Eva', 1],
      ['Jana', 2],
      ['Petr', 3],
    ]);
    const ids = rows.map(({ id }) => id);
    expect(await rig.store.items.getMany(ids)).toEqual(rows);
    expect(await rig.store.items.lastRevision()).toBe(rows[2]?.revision);
  });

  it('keeps each version with its reason', async () => {
    const row = await create('Jan');
    const [merged] = await rig.write([
      { kind: 'update', row, item: preparedPerson('Jana'), reason: 'merged' },
    ]);
    await rig.write([{ kind: 'delete', row: merged as ItemRow }]);
    expect(await historyOf(row.id)).toEqual([
      [3, 'deleted', row.revision + 2],
      [2, 'merged', row.revision + 1],
      [1, 'created', row.revision],
    ]);
  });

  it('does nothing for an update that says the same', async () => {
    const row = await create('Jan');
    const [same] = await rig.write([
      { kind: 'update', row, item: preparedPerson('Jan'), reason: 'changed' },
    ]);
    expect(same).toEqual(row);
    expect(await rig.store.items.lastRevision()).toBe(row.revision);
    expect(await historyOf(row.id)).toHaveLength(1);
  });

  it('keeps the content of a deleted item, and brings it back under a new revision', async () => {
    const row = await create('Jan');
    const [gone] = await rig.write([{ kind: 'delete', row }]);
    expect(gone).toMatchObject({ content: row.content, deletedAt: rig.clock.now() });
    expect(await rig.store.items.countLive([collectionId])).toBe(0);
    const [back] = await rig.write([
      { kind: 'update', row: gone as ItemRow, item: preparedPerson('Jan'), reason: 'restored' },
    ]);
    expect(back).toMatchObject({ deletedAt: null, revision: row.revision + 2, version: 3 });
    expect(await rig.store.items.countLive([collectionId])).toBe(1);
  });

  it('deletes once', async () => {
    const row = await create('Jan');
    const [gone, again] = await rig.write([
      { kind: 'delete', row },
      { kind: 'delete', row },
    ]);
    expect(again).toEqual(gone);
    expect(await historyOf(row.id)).toHaveLength(2);
  });

  it('puts a loser into the history and leaves the item as it is', async () => {
    const row = await create('Jan');
    const [after] = await rig.write(
      [{ kind: 'keep-loser', row, item: preparedPerson('Johann') }],
      'device:d2',
    );
    expect(after).toEqual({ ...row, version: 2 });
    expect(await historyOf(row.id)).toEqual([
      [2, 'conflict', null],
      [1, 'created', row.revision],
    ]);
    const [loser] = await rig.store.items.listVersions(row.id);
    expect(loser).toMatchObject({ title: 'Johann', origin: 'device:d2' });
  });

  it('goes by the newest row when one batch writes an item twice', async () => {
    const row = await create('Jan');
    const rows = await rig.write([
      { kind: 'keep-loser', row, item: preparedPerson('Johann') },
      { kind: 'update', row, item: preparedPerson('Jana'), reason: 'changed' },
      { kind: 'update', row, item: preparedPerson('Jane'), reason: 'changed' },
    ]);
    expect(new Set(rows.map(({ title }) => title))).toEqual(new Set(['Jane']));
    expect(await historyOf(row.id)).toEqual([
      [4, 'changed', row.revision + 2],
      [3, 'changed', row.revision + 1],
      [2, 'conflict', null],
      [1, 'created', row.revision],
    ]);
  });

  it('tells what an item said at the revision that a client has seen', async () => {
    const row = await create('Jan');
    await rig.write([{ kind: 'update', row, item: preparedPerson('Jana'), reason: 'changed' }]);
    const wanted = { itemId: row.id, revision: row.revision };
    const versions = await rig.store.items.versionsAt([wanted]);
    expect([...versions.values()].map(({ title }) => title)).toEqual(['Jan']);
  });
});
