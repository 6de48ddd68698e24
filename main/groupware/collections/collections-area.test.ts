import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGroupwareRig, preparedPerson } from '../testing/groupware-rig.ts';
import type { GroupwareRig } from '../testing/groupware-rig.ts';

let rig: GroupwareRig;

beforeEach(async () => {
  rig = await createGroupwareRig();
});
afterEach(() => rig.close());

const sales = { accountId: 'anna', dataType: 'contacts', name: 'Sales' } as const;

/** Paths and codes of what is wrong with an input. */
async function complaints(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const { code, fields } = error as {
    code: string;
    fields: readonly { path: string; code: string }[];
  };
  return [code, ...fields.map((field) => `${field.path} ${field.code}`)];
}

describe('collections.list', () => {
  it('tells of each folder by which URI its owner reaches it and what it holds', async () => {
    const { id } = await rig.collections.create(sales);
    const item = preparedPerson('Jan');
    const [row] = await rig.write([{ kind: 'create', collectionId: id, item }]);
    await rig.write([{ kind: 'create', collectionId: id, item: preparedPerson('Eva') }]);
    const { collections } = await rig.collections.list(undefined);
    const found = collections.find((collection) => collection.id === id);
    expect(found).toMatchObject({
      accountAddress: 'anna@example.org',
      uri: 'contacts/Sales',
      itemCount: 2,
      changedAt: rig.clock.now(),
    });
    expect(found?.bytes).toBeGreaterThan(Buffer.byteLength(row?.content ?? ''));
  });

  it('of one account has its own, the common and the shared ones', async () => {
    await rig.collections.create({ accountId: null, dataType: 'contacts', name: '' });
    const { id } = await rig.collections.create({ ...sales, accountId: 'boris' });
    const share = { accountId: 'anna', access: 'write' as const };
    await rig.collections.update({ id, shares: [share] });
    const { collections } = await rig.collections.list({ accountId: 'anna' });
    expect(collections.map(({ uri, accountAddress }) => [uri, accountAddress])).toEqual([
      ...['contacts', 'events', 'tasks', 'notes', 'inbox', 'briefcase'].map((uri) => [
        uri,
        'anna@example.org',
      ]),
      ['contacts/corporate', ''],
      ['contacts/Sales', 'boris@example.org'],
    ]);
  });
});

describe('collections.create', () => {
  it('says so in the log, and to the console', async () => {
    const { id } = await rig.collections.create(sales);
    await rig.collections.create({ accountId: null, dataType: 'notes', name: '' });
    expect(rig.events).toContainEqual({ kind: 'collection', id });
    expect(rig.lines).toMatchObject([
      {
        key: 'collection.created',
        params: { folder: 'contacts/Sales', account: 'anna@example.org' },
      },
      { key: 'collection.created-corporate', params: { folder: 'notes/corporate' } },
    ]);
  });

  it('takes a name once for each owner and data type', async () => {
    await rig.collections.create(sales);
    const taken = ['DUPLICATE', 'name duplicate'];
    expect(await complaints(rig.collections.create({ ...sales, name: 'SALES' }))).toEqual(taken);
    expect(await complaints(rig.collections.create({ ...sales, name: '' }))).toEqual(taken);
    await rig.collections.create({ ...sales, dataType: 'tasks' });
    await rig.collections.create({ ...sales, accountId: 'boris' });
    await rig.collections.create({ ...sales, accountId: null });
  });

  it('refuses an account that is not there', async () => {
    expect(await complaints(rig.collections.create({ ...sales, accountId: 'nobody' }))).toEqual([
      'INVALID_INPUT',
      'accountId unknown',
    ]);
  });

  it('lets everybody read a corporate folder, and change it when that is said', async () => {
    const common = { accountId: null, dataType: 'contacts' } as const;
    expect(await rig.collections.create(common)).toMatchObject({ corporateAccess: 'read' });
    expect(
      await rig.collections.create({ ...common, name: 'Suppliers', corporateAccess: 'write' }),
    ).toMatchObject({ corporateAccess: 'write', uri: 'contacts/corporate/Suppliers' });
    expect(
      await complaints(rig.collections.create({ ...sales, corporateAccess: 'write' })),
    ).toEqual(['INVALID_INPUT', 'corporateAccess invalid']);
  });
});

describe('collections.update', () => {
  it('gives a folder another name', async () => {
    const { id } = await rig.collections.create(sales);
    await rig.collections.create({ ...sales, name: 'Other' });
    expect(await rig.collections.update({ id, name: 'sales team' })).toMatchObject({
      uri: 'contacts/sales team',
    });
    expect(await complaints(rig.collections.update({ id, name: 'other' }))).toEqual([
      'DUPLICATE',
      'name duplicate',
    ]);
  });

  it('leaves main folders without a name, and others with one', async () => {
    const { id } = await rig.collections.create(sales);
    const main = await rig.contactsOf('anna');
    expect(await complaints(rig.collections.update({ id, name: '' }))).toContain('name required');
    expect(await complaints(rig.collections.update({ id: main.id, name: 'x' }))).toContain(
      'name invalid',
    );
  });

  it('checks with whom it is shared', async () => {
    const { id } = await rig.collections.create(sales);
    const share = (...accountIds: readonly string[]) =>
      rig.collections.update({
        id,
        shares: accountIds.map((accountId) => ({ accountId, access: 'read' })),
      });
    expect(await complaints(share('boris', 'anna'))).toContain('shares.1.accountId invalid');
    expect(await complaints(share('boris', 'boris'))).toContain('shares.1.accountId duplicate');
    expect(await complaints(share('nobody'))).toContain('shares.0.accountId unknown');
    const corporate = await rig.collections.create({ ...sales, accountId: null });
    const shares = [{ accountId: 'boris', access: 'read' as const }];
    expect(await complaints(rig.collections.update({ id: corporate.id, shares }))).toContain(
      'shares invalid',
    );
    expect(await share('boris')).toMatchObject({
      shares: [{ accountId: 'boris', access: 'read' }],
    });
    expect(await share()).toMatchObject({ shares: [] });
  });

  it('refuses a folder that is not there', async () => {
    await expect(rig.collections.update({ id: 'gone' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      params: { kind: 'collection', id: 'gone' },
    });
  });
});

describe('collections.remove', () => {
  it('takes everything in it along', async () => {
    const { id } = await rig.collections.create(sales);
    const item = preparedPerson('Jan');
    const [row] = await rig.write([{ kind: 'create', collectionId: id, item }]);
    expect(await rig.collections.remove({ id })).toEqual({ done: true });
    expect(await rig.store.items.get(row?.id ?? '')).toBeUndefined();
    await expect(rig.collections.remove({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves the main folders of an account, which its devices expect', async () => {
    const { id } = await rig.contactsOf('anna');
    await expect(rig.collections.remove({ id })).rejects.toMatchObject({ code: 'IN_USE' });
  });
});
