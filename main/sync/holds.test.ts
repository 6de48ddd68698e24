import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AreaService } from '../api/services.ts';
import { card } from './datastore/testing/cards.ts';
import { createModelClient } from './datastore/testing/model-client.ts';
import type { ModelClient } from './datastore/testing/model-client.ts';
import { openSyncRig } from './datastore/testing/sync-rig.ts';
import type { SyncRig } from './datastore/testing/sync-rig.ts';
import { createHolds } from './holds.ts';

describe('a client that deletes much of what there is', () => {
  let rig: SyncRig;
  let phone: ModelClient;
  let tablet: ModelClient;
  let holds: AreaService<'holds'>;
  const alerted: string[] = [];
  beforeEach(async () => {
    rig = await openSyncRig();
    alerted.length = 0;
    rig.change({ holdDeletesItems: 5, holdDeletesPercent: 50 });
    const device = { name: 'Phone', clientType: 'other', folders: [] } as const;
    phone = createModelClient(rig, await rig.addClient('phone', { device }));
    tablet = createModelClient(rig, await rig.addClient('tablet'));
    for (let count = 0; count < 12; count += 1) phone.add(card({ given: `P${count}` }));
    await phone.sync();
    await tablet.sync();
    holds = createHolds({
      ...rig.deps,
      alertDevice: (deviceId) => {
        alerted.push(deviceId);
        return Promise.resolve();
      },
    });
  });
  afterEach(() => rig.close());

  function remove(count: number): void {
    for (const luid of [...phone.objects.keys()].slice(0, count)) phone.remove(luid);
  }

  async function held() {
    return (await holds.list(undefined)).holds;
  }

  it('is told that it is done, and nothing is', async () => {
    remove(8);
    const session = await phone.sync({ perMessage: 3 });
    expect(session.statuses).toEqual(Array.from({ length: 8 }, () => 200));
    expect(session.received).toEqual([]);
    expect(session.datastore?.summary()).toMatchObject({ held: 8, fromClient: { deleted: 0 } });
    expect(await rig.items('contacts')).toHaveLength(12);
    const [hold, ...others] = await held();
    expect(others).toEqual([]);
    expect(hold).toMatchObject({
      accountAddress: 'ada@example.org',
      deviceName: 'Phone',
      sessionId: 'session-phone',
      dataType: 'contacts',
      collectionUri: 'contacts',
      count: 8,
      total: 12,
    });
    expect(hold?.titles).toHaveLength(5);
    expect(rig.live).toContainEqual({ kind: 'hold', id: hold?.id });
    // Neither is the client bothered with them, nor does anybody else lose them.
    expect((await phone.sync()).received).toEqual([]);
    await tablet.sync();
    expect(tablet.objects.size).toBe(12);
  });

  it('may delete few of many, and many where there are few', async () => {
    remove(6);
    expect((await phone.sync()).datastore?.summary()).toMatchObject({
      held: 0,
      fromClient: { deleted: 6 },
    });
    remove(5);
    await phone.sync();
    expect(await rig.items('contacts')).toHaveLength(1);
    expect(await held()).toEqual([]);
  });

  it('may delete everything where the guard is off', async () => {
    rig.change({ holdDeletesItems: 0 });
    remove(12);
    await phone.sync();
    expect(await rig.items('contacts')).toEqual([]);
  });

  it('has them deleted when the admin says so, everywhere', async () => {
    remove(8);
    await phone.sync();
    const [hold] = await held();
    await holds.decide({ id: hold?.id ?? '', decision: 'delete' });
    expect(await rig.items('contacts')).toHaveLength(4);
    expect(await held()).toEqual([]);
    expect((await phone.sync()).received).toEqual([]);
    await tablet.sync();
    expect(tablet.objects.size).toBe(4);
    expect(rig.announced.at(-1)).toMatchObject({ folder: 'contacts' });
    expect(alerted).toEqual([]);
  });

  it('gets them back when the admin keeps them', async () => {
    remove(8);
    await phone.sync();
    const [hold] = await held();
    await holds.decide({ id: hold?.id ?? '', decision: 'keep' });
    expect(alerted).toEqual(['device-phone']);
    const session = await phone.sync();
    expect(session.received.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 8 }, () => 'add'),
    );
    expect(phone.objects.size).toBe(12);
    expect((await phone.sync()).received).toEqual([]);
    await expect(holds.decide({ id: hold?.id ?? '', decision: 'keep' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is held once though it says it again after a session that broke', async () => {
    remove(8);
    await expect(phone.sync({ perMessage: 7, callsToLive: 2 })).rejects.toThrow();
    expect(await held()).toMatchObject([{ count: 7 }]);
    await phone.sync();
    expect(await held()).toMatchObject([{ count: 8 }]);
    expect(await rig.items('contacts')).toHaveLength(12);
  });

  it('may give another item the id of one that is held', async () => {
    remove(8);
    await phone.sync();
    const [luid = ''] = (await rig.store.sync.mapsByLuid('phone', await key(), ['phone-1'])).keys();
    phone.objects.set(luid, card({ given: 'Other' }));
    phone.replace(luid, card({ given: 'Other' }));
    await phone.sync();
    expect(await rig.items('contacts')).toHaveLength(13);
    const [hold] = await held();
    await holds.decide({ id: hold?.id ?? '', decision: 'delete' });
    const titles = (await rig.items('contacts')).map(({ title }) => title);
    expect(titles).toHaveLength(5);
    expect(titles).toContain('Other Byron');
  });

  it('is no such client any more when everything was compared since', async () => {
    remove(8);
    await phone.sync();
    await phone.sync({ mode: 'slow' });
    expect(await held()).toEqual([]);
    expect(phone.objects.size).toBe(12);
    expect(rig.lines.map(({ key }) => key)).toContain('sync.hold-lifted');
  });

  async function key(): Promise<string> {
    const [state] = await rig.store.sync.listStates('phone');
    return state?.datastore ?? '';
  }
});
