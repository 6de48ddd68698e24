import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactItem } from '../../groupware/content/index.ts';
import { readContent } from './known-items.ts';
import { card } from './testing/cards.ts';
import { createModelClient } from './testing/model-client.ts';
import type { ModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';

describe('a slow sync', () => {
  let rig: SyncRig;
  let phone: ModelClient;
  let tablet: ModelClient;
  beforeEach(async () => {
    rig = await openSyncRig();
    phone = createModelClient(rig, await rig.addClient('phone'));
    tablet = createModelClient(rig, await rig.addClient('tablet'));
  });
  afterEach(() => rig.close());

  async function contacts(): Promise<ContactItem[]> {
    return (await rig.items('contacts')).map((row) => readContent(row) as ContactItem);
  }

  it('point 9: takes two people of one name for two, and one with other blanks for one', async () => {
    phone.add(card({ given: 'Ada', tel: '111' }));
    phone.add(card({ given: 'Charles', tel: '333' }));
    await phone.sync();
    tablet.add(card({ given: 'Ada', tel: '222' }));
    tablet.add(card({ given: ' charles ', tel: '333' }));
    const { statuses, datastore } = await tablet.sync();
    expect(statuses).toEqual([201, 201]);
    expect(datastore?.summary()).toMatchObject({ matched: 1, fromClient: { added: 1 } });
    const phones = (await contacts()).flatMap((one) => one.phones?.map(({ value }) => value) ?? []);
    expect(phones.sort()).toEqual(['111', '222', '333']);
    await phone.sync();
    expect(phone.objects.size).toBe(3);
    expect(tablet.objects.size).toBe(3);
  });

  it('point 21: of a client that knows another session matches everything', async () => {
    for (let count = 0; count < 5; count += 1) phone.add(card({ given: `P${count}` }));
    await phone.sync();
    const [state] = await rig.store.sync.listStates('phone');
    if (state === undefined) throw new Error('no state');
    await rig.store.sync.putState({ ...state, clientAnchor: 'another' });
    const forced = await phone.sync();
    expect(forced).toMatchObject({ status: 508, mode: 'slow', received: [] });
    expect(forced.statuses).toEqual([201, 201, 201, 201, 201]);
    expect(await contacts()).toHaveLength(5);
    expect(await phone.sync()).toMatchObject({ status: 200, mode: 'two-way', sent: [] });
    expect(rig.lines).toContainEqual(
      expect.objectContaining({
        key: 'sync.compares',
        params: expect.objectContaining({ why: 'anchors' }) as unknown,
      }),
    );
  });

  it('point 22: of a client that was reset doubles nothing', async () => {
    for (let count = 0; count < 5; count += 1) phone.add(card({ given: `P${count}` }));
    await phone.sync();
    phone.reset();
    const again = await phone.sync({ sendsAsReplace: true });
    expect(again).toMatchObject({ status: 508, mode: 'slow', received: [] });
    // A Replace that met what was there, whatever its LUID was before.
    expect(again.statuses).toEqual([200, 200, 200, 200, 200]);
    expect(await contacts()).toHaveLength(5);
  });

  it('point 33: refuses a Delete', async () => {
    const luid = phone.add(card({ given: 'Kept' }));
    await phone.sync();
    const answer = await rig.datastores.open(phone.party, {
      uri: 'contacts',
      deviceUri: 'contacts',
      mode: 'slow',
      isResume: false,
      last: undefined,
      next: 'n',
      filter: undefined,
    });
    if (!answer.ok) throw new Error('not opened');
    const empty = new Uint8Array(0);
    const change = {
      kind: 'delete',
      luid,
      type: undefined,
      format: undefined,
      data: empty,
    } as const;
    const statuses = await answer.datastore.apply([
      { ...change, softDelete: false, archive: false },
    ]);
    expect(statuses).toEqual([403]);
    expect(await contacts()).toHaveLength(1);
  });

  it('loses nothing that only one side has of a contact that both have', async () => {
    phone.add(card({ given: 'Ada', tel: '111', title: 'Countess' }));
    await phone.sync();
    tablet.add(card({ given: 'Ada', tel: '111', email: 'ada@example.org', note: 'met' }));
    const { received } = await tablet.sync();
    expect(received.map(({ kind }) => kind)).toEqual(['replace']);
    const [ada, ...others] = await contacts();
    expect(others).toEqual([]);
    expect(ada).toMatchObject({
      title: 'Countess',
      notes: 'met',
      phones: [{ value: '111' }],
      emails: [{ value: 'ada@example.org' }],
    });
    expect([...tablet.objects.values()][0]).toContain('Countess');
    expect((await phone.sync()).received.map(({ kind }) => kind)).toEqual(['replace']);
    expect((await tablet.sync()).received).toEqual([]);
  });

  it('finds the equal one before a near one, whatever comes first', async () => {
    phone.add(card({ given: 'Ada', tel: '111' }));
    await phone.sync();
    tablet.add(card({ given: 'Ada' }));
    tablet.add(card({ given: 'Ada', tel: '111' }));
    await tablet.sync();
    const phones = (await contacts()).map((one) => one.phones?.length ?? 0);
    expect(phones.sort()).toEqual([0, 1]);
  });

  it('matches no item twice, over the borders of messages too', async () => {
    phone.add(card({ given: 'Ada', tel: '111' }));
    await phone.sync();
    for (let count = 0; count < 3; count += 1) tablet.add(card({ given: 'Ada', tel: '111' }));
    await tablet.sync({ perMessage: 1 });
    expect(await contacts()).toHaveLength(3);
    expect(tablet.objects.size).toBe(3);
  });

  it('takes a UID that a phone has counted for nothing', async () => {
    phone.add(card({ given: 'Ada', tel: '111', uid: '1' }));
    await phone.sync();
    tablet.add(card({ given: 'Charles', tel: '222', uid: '1' }));
    await tablet.sync();
    expect(await contacts()).toHaveLength(2);
  });

  it('knows by its id what was changed beyond recognition, unless the phone was wiped', async () => {
    const luid = phone.add(card({ given: 'Ada', tel: '111' }));
    await phone.sync();
    const [state] = await rig.store.sync.listStates('phone');
    if (state === undefined) throw new Error('no state');
    await rig.store.sync.putState({ ...state, clientAnchor: 'another' });
    phone.replace(luid, card({ given: 'Augusta', family: 'King', tel: '111' }));
    await phone.sync();
    expect(await contacts()).toMatchObject([{ name: { given: 'Augusta', family: 'King' } }]);
    phone.reset();
    phone.replace(luid, card({ given: 'Charles', family: 'Babbage', tel: '111' }));
    await phone.sync();
    expect(await contacts()).toHaveLength(2);
  });

  it('does not bring back what was deleted on the server since', async () => {
    phone.add(card({ given: 'Gone' }));
    const changed = phone.add(card({ given: 'Changed' }));
    await phone.sync();
    for (const row of await rig.items('contacts')) await rig.remove(row);
    const [state] = await rig.store.sync.listStates('phone');
    if (state === undefined) throw new Error('no state');
    await rig.store.sync.putState({ ...state, isResyncWanted: true });
    phone.replace(changed, card({ given: 'Changed', note: 'since' }));
    const { received } = await phone.sync();
    expect(received.map(({ kind }) => kind)).toEqual(['delete']);
    expect(await contacts()).toMatchObject([{ name: { given: 'Changed' }, notes: 'since' }]);
    expect(phone.objects.size).toBe(1);
  });

  it('that was broken off is followed by another one, and doubles nothing', async () => {
    for (let count = 0; count < 6; count += 1) phone.add(card({ given: `P${count}` }));
    await expect(phone.sync({ perMessage: 2, callsToLive: 3 })).rejects.toThrow();
    expect(await contacts()).toHaveLength(4);
    await phone.sync({ perMessage: 2 });
    expect(await contacts()).toHaveLength(6);
    expect(phone.objects.size).toBe(6);
  });

  it('is wanted by an admin once', async () => {
    phone.add(card({ given: 'Ada' }));
    await phone.sync();
    const [state] = await rig.store.sync.listStates('phone');
    if (state === undefined) throw new Error('no state');
    await rig.store.sync.putState({ ...state, isResyncWanted: true });
    expect(await phone.sync()).toMatchObject({ status: 508, mode: 'slow' });
    expect(await phone.sync()).toMatchObject({ status: 200, mode: 'two-way' });
  });

  it('point 52: of two devices at once gives each item once', async () => {
    for (const client of [phone, tablet]) {
      for (let count = 0; count < 40; count += 1) client.add(card({ given: `P${count}` }));
    }
    await Promise.all([phone.sync({ perMessage: 7 }), tablet.sync({ perMessage: 9 })]);
    expect(await contacts()).toHaveLength(40);
    await phone.sync();
    await tablet.sync();
    expect(phone.objects.size).toBe(40);
    expect(tablet.objects.size).toBe(40);
  });
});
