import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemRow } from '../store/sync-types.ts';
import { deviceRow } from '../store/testing/rows.ts';
import { createGroupwareRig, preparedPerson } from './testing/groupware-rig.ts';
import type { GroupwareRig } from './testing/groupware-rig.ts';

let rig: GroupwareRig;
let collectionId: string;

beforeEach(async () => {
  rig = await createGroupwareRig();
  collectionId = (await rig.contactsOf('anna')).id;
  await rig.store.devices.insert(deviceRow('d1', { name: 'Nokia' }));
});
afterEach(() => rig.close());

async function create(given: string, organization?: string): Promise<ItemRow> {
  const item = preparedPerson(given, organization);
  const [row] = await rig.write([{ kind: 'create', collectionId, item }], 'device:d1');
  return row as ItemRow;
}

async function change(row: ItemRow, given: string): Promise<ItemRow> {
  const item = preparedPerson(given);
  const [changed] = await rig.write([{ kind: 'update', row, item, reason: 'changed' }]);
  return changed as ItemRow;
}

const contacts = { accountId: 'anna', dataType: 'contacts' } as const;

describe('items.list', () => {
  it('shows a folder by title, with who made each item', async () => {
    await create('Zora');
    await create('Adam', 'Example');
    const { items, total } = await rig.items.list(contacts);
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { title: 'Adam', subtitle: 'Example', dataType: 'contacts', deletedAt: null },
      { title: 'Zora', origin: { kind: 'device', deviceId: 'd1', name: 'Nokia' } },
    ]);
  });

  it('finds by text, and deleted ones when they are asked for', async () => {
    const row = await create('Adam', 'Example');
    await create('Zora');
    await rig.items.remove({ id: row.id });
    const byText = { ...contacts, text: 'exam' };
    expect((await rig.items.list(byText)).items).toEqual([]);
    const { items } = await rig.items.list({ ...byText, withDeleted: true });
    expect(items).toMatchObject([{ id: row.id, deletedAt: rig.clock.now() }]);
  });

  it('goes by pages', async () => {
    for (const name of ['A', 'B', 'C']) await create(name);
    const { items, total } = await rig.items.list({ ...contacts, offset: 1, limit: 1 });
    expect([total, items.map(({ title }) => title)]).toEqual([3, ['B']]);
  });

  it('shows what another account shares', async () => {
    await create('Adam');
    const shares = [{ accountId: 'boris', access: 'read' as const }];
    await rig.collections.update({ id: collectionId, shares });
    const query = { accountId: 'boris', dataType: 'contacts', folder: 'shared/anna' } as const;
    expect((await rig.items.list(query)).items).toMatchObject([{ title: 'Adam' }]);
  });

  it('says which of the two it does not know', async () => {
    const list = (input: Parameters<typeof rig.items.list>[0]) => rig.items.list(input);
    await expect(list({ ...contacts, folder: 'Sales' })).rejects.toMatchObject({
      code: 'UNKNOWN_FOLDER',
    });
    await expect(list({ ...contacts, accountId: 'nobody' })).rejects.toMatchObject({
      code: 'UNKNOWN_ACCOUNT',
    });
  });
});

describe('items.get', () => {
  it('tells everything of an item', async () => {
    const row = await create('Adam', 'Example');
    expect(await rig.items.get({ id: row.id })).toMatchObject({
      id: row.id,
      collectionId,
      kind: 'contact',
      revision: row.revision,
      bytes: Buffer.byteLength(row.content),
      fields: [
        { field: 'name', value: 'Adam' },
        { field: 'organization', value: 'Example' },
      ],
      content: { kind: 'contact', name: { given: 'Adam' }, organization: 'Example' },
    });
  });

  it('of an item that is not there is refused', async () => {
    const refused = { code: 'NOT_FOUND', params: { kind: 'item', id: 'gone' } };
    await expect(rig.items.get({ id: 'gone' })).rejects.toMatchObject(refused);
    await expect(rig.items.history({ id: 'gone' })).rejects.toMatchObject(refused);
    await expect(rig.items.restore({ id: 'gone' })).rejects.toMatchObject(refused);
    await expect(rig.items.remove({ id: 'gone' })).rejects.toMatchObject(refused);
  });
});

describe('items.history', () => {
  it('tells every version, newest first, and which is the current one', async () => {
    const row = await change(await create('Adam'), 'Adamo');
    await rig.write([{ kind: 'keep-loser', row, item: preparedPerson('Ada') }], 'client:gone');
    const { versions } = await rig.items.history({ id: row.id });
    expect(versions).toMatchObject([
      { version: 3, reason: 'conflict', title: 'Ada', isCurrent: false },
      { version: 2, reason: 'changed', isCurrent: true, origin: { kind: 'admin' } },
      { version: 1, reason: 'created', isCurrent: false, origin: { name: 'Nokia' } },
    ]);
    expect(versions[0]?.origin).toEqual({ kind: 'device', deviceId: null, name: '' });
    expect(versions[2]?.fields).toEqual([{ field: 'name', value: 'Adam' }]);
  });
});

describe('items.restore', () => {
  it('brings back what the item was before, as a new version', async () => {
    const row = await change(await create('Adam'), 'Adamo');
    expect(await rig.items.restore({ id: row.id })).toMatchObject({
      title: 'Adam',
      revision: row.revision + 1,
      origin: { kind: 'admin' },
    });
    const { versions } = await rig.items.history({ id: row.id });
    expect(versions[0]).toMatchObject({ version: 3, reason: 'restored', isCurrent: true });
  });

  it('brings back a deleted item', async () => {
    const row = await create('Adam');
    await rig.items.remove({ id: row.id });
    expect(await rig.items.restore({ id: row.id })).toMatchObject({
      title: 'Adam',
      deletedAt: null,
    });
    expect((await rig.items.list(contacts)).total).toBe(1);
  });

  it('brings back the loser of a conflict by its number, and not by itself', async () => {
    const row = await change(await create('Adam'), 'Adamo');
    await rig.write([{ kind: 'keep-loser', row, item: preparedPerson('Ada') }]);
    expect(await rig.items.restore({ id: row.id, version: 3 })).toMatchObject({ title: 'Ada' });
    expect(await rig.items.restore({ id: row.id })).toMatchObject({ title: 'Adamo' });
  });

  it('refuses a version that is not there', async () => {
    const { id } = await create('Adam');
    const refused = { code: 'NOT_FOUND', params: { kind: 'version' } };
    await expect(rig.items.restore({ id, version: 7 })).rejects.toMatchObject(refused);
    await expect(rig.items.restore({ id })).rejects.toMatchObject(refused);
  });

  it('tells nobody when nothing changes', async () => {
    const { id } = await create('Adam');
    await rig.items.restore({ id, version: 1 });
    expect(rig.changes).toEqual([]);
    expect((await rig.items.history({ id })).versions).toHaveLength(1);
  });
});

describe('what an admin does to an item', () => {
  it('wakes the devices, and the console', async () => {
    const { id } = await create('Adam');
    rig.events.length = 0;
    await rig.items.remove({ id });
    await rig.items.restore({ id });
    expect(rig.changes).toMatchObject([
      { accountId: 'anna', folder: 'contacts', source: 'console', origin: null },
      { accountId: 'anna', folder: 'contacts', source: 'console', origin: null },
    ]);
    expect(rig.events).toEqual([
      { kind: 'item', id },
      { kind: 'item', id },
    ]);
  });

  it('is done once', async () => {
    const { id } = await create('Adam');
    await rig.items.remove({ id });
    expect(await rig.items.remove({ id })).toEqual({ done: true });
    expect(rig.changes).toHaveLength(1);
  });
});
