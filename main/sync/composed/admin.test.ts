import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../../../shared/model/device.ts';
import type { ConflictPolicy } from '../../../shared/model/account.ts';
import { card } from '../datastore/testing/cards.ts';
import type { LightClient } from '../testing/light-client.ts';
import { deskAccount, openLightDesk } from '../testing/light-desk.ts';
import type { LightDesk } from '../testing/light-desk.ts';
import { lightContacts } from '../testing/light-store.ts';
import type { LightStoreOptions } from '../testing/light-store.ts';
import { contactCard } from '../testing/sample-items.ts';

/* What an admin does about synchronisation, over the API, and what the devices get of it. */

let desk: LightDesk;
let numbers = 0;

beforeEach(async () => {
  desk = await openLightDesk();
});
afterEach(() => desk.close());

function newDevice(name: string, accountId = desk.accountId): Promise<Device> {
  numbers += 1;
  const number = `+4860010${String(numbers).padStart(4, '0')}`;
  return desk.api.devices.create({ accountId, name, clientType: 'other', number });
}

async function pairedPhone(count: number): Promise<{ device: Device; phone: LightClient }> {
  const { id } = await newDevice('Phone');
  const phone = desk.client('phone');
  for (let number = 0; number < count; number += 1) phone.store.add(contactCard(number));
  await phone.sync();
  return { device: await desk.api.devices.get({ id }), phone };
}

const count = async (): Promise<number> => (await desk.items('contacts')).length;
const contacts = (report: Awaited<ReturnType<LightClient['sync']>>) => report.stores['contacts'];

describe('a device that deletes nearly everything', () => {
  let phone: LightClient;
  let tablet: LightClient;
  beforeEach(async () => {
    ({ phone } = await pairedPhone(80));
    tablet = desk.client('tablet');
    await tablet.sync();
    for (const luid of [...phone.store.items.keys()].slice(0, 70)) phone.store.remove(luid);
    const report = await phone.sync();
    expect(new Set(contacts(report)?.sent)).toEqual(new Set([200]));
    expect(await count()).toBe(80);
  });

  it('is held, told in the log, and done when the admin says so', async () => {
    const { holds } = await desk.api.holds.list();
    expect(holds).toMatchObject([{ deviceName: 'Phone', count: 70, total: 80 }]);
    expect((await desk.log({ level: 'warn' })).map(({ text }) => text)).toContain(
      'Phone wants 70 items of contacts deleted at once: they are kept until the admin decides',
    );
    await desk.api.holds.decide({ id: holds[0]?.id ?? '', decision: 'delete' });
    expect(await count()).toBe(10);
    await tablet.sync();
    expect([tablet.store.items.size, (await desk.api.holds.list()).holds]).toEqual([10, []]);
  });

  it('gets everything back when the admin keeps it', async () => {
    const { holds } = await desk.api.holds.list();
    await desk.api.holds.decide({ id: holds[0]?.id ?? '', decision: 'keep' });
    const back = await phone.sync();
    expect(contacts(back)?.received).toEqual({ add: 70, replace: 0, delete: 0 });
    expect([phone.store.items.size, await count()]).toEqual([80, 80]);
    expect(contacts(await phone.sync())?.numberOfChanges).toBe(0);
    await tablet.sync();
    expect(tablet.store.items.size).toBe(80);
  });
});

describe('a conflict', () => {
  const policies: readonly (readonly [ConflictPolicy, number, string, string])[] = [
    ['newer', 208, 'phone', 'tablet'],
    ['client', 208, 'phone', 'tablet'],
    ['server', 419, 'tablet', 'phone'],
  ];

  async function changeBoth(policy: ConflictPolicy) {
    await desk.api.accounts.update({ id: desk.accountId, conflicts: { contacts: policy } });
    const phone = desk.client('phone');
    const tablet = desk.client('tablet');
    const mine = phone.store.add(card({ note: 'before' }));
    await phone.sync();
    await tablet.sync();
    const [theirs = ''] = tablet.store.items.keys();
    tablet.store.change(theirs, card({ note: 'tablet' }));
    await tablet.sync();
    phone.store.change(mine, card({ note: 'phone' }));
    const report = await phone.sync();
    await tablet.sync();
    return { phone, tablet, status: contacts(report)?.sent[0] };
  }

  const noteOf = (client: LightClient): string[] =>
    [...client.store.items.values()]
      .map((text) => /^NOTE:(.*?)\r?$/mu.exec(text)?.[1] ?? '')
      .sort();

  it.each(policies)(
    'point 37: by the policy "%s" is %i, and what lost can be restored',
    async (policy, status, winner, loser) => {
      const both = await changeBoth(policy);
      expect(both.status).toBe(status);
      expect([noteOf(both.phone), noteOf(both.tablet)]).toEqual([[winner], [winner]]);
      const [item] = await desk.items('contacts');
      const id = item?.id ?? '';
      const { versions } = await desk.api.items.history({ id });
      const lost = versions.find(({ content }) => content['notes'] === loser);
      expect(lost).toMatchObject({ isCurrent: false });
      await desk.api.items.restore({ id, version: lost?.version ?? 0 });
      await both.phone.sync();
      await both.tablet.sync();
      expect([noteOf(both.phone), noteOf(both.tablet)]).toEqual([[loser], [loser]]);
      expect(contacts(await both.phone.sync())?.numberOfChanges).toBe(0);
    },
  );

  it('point 37: by the policy "both" is 209, and there are two', async () => {
    const both = await changeBoth('both');
    expect(both.status).toBe(209);
    expect([noteOf(both.phone), noteOf(both.tablet)]).toEqual([
      ['phone', 'tablet'],
      ['phone', 'tablet'],
    ]);
    expect(contacts(await both.phone.sync())?.numberOfChanges).toBe(0);
  });
});

describe('a device that is put right', () => {
  const calendar: LightStoreOptions = {
    uri: 'events',
    name: 'events',
    type: 'text/calendar',
    version: '2.0',
  };

  it('compares one folder after a resync, and nothing doubles', async () => {
    const { id } = await newDevice('Phone');
    const phone = desk.client('phone', { stores: [lightContacts, calendar] });
    for (let number = 0; number < 5; number += 1) phone.store.add(contactCard(number));
    await phone.sync();
    const { folders } = await desk.api.devices.get({ id });
    const folder = folders.find(({ dataType }) => dataType === 'contacts');
    await desk.api.devices.resync({ id, folderId: folder?.id });
    const report = await phone.sync();
    expect(report.stores).toMatchObject({
      contacts: { alertStatus: 508, code: 201, received: { add: 0, replace: 0, delete: 0 } },
      events: { alertStatus: 200, code: 200 },
    });
    expect([await count(), phone.store.items.size]).toEqual([5, 5]);
    expect(contacts(await phone.sync())).toMatchObject({ alertStatus: 200, code: 200, sent: [] });
  });

  it('compares everything after a reset, stays paired, and nothing doubles', async () => {
    const { device, phone } = await pairedPhone(5);
    await desk.api.devices.reset({ id: device.id });
    const report = await phone.sync();
    expect(report.signIn).toBe(212);
    expect(contacts(report)).toMatchObject({ alertStatus: 508, code: 201 });
    expect([await count(), phone.store.items.size]).toEqual([5, 5]);
    expect(await desk.api.devices.get({ id: device.id })).toMatchObject({ syncId: 'phone' });
  });

  it('switches its own push off and on by a datastore', async () => {
    const { device, phone } = await pairedPhone(1);
    const marker = (uri: string): LightClient =>
      desk.client('phone', { stores: [{ ...lightContacts, uri, name: uri }] });
    expect((await marker('./Push-Off').sync()).stores['./Push-Off']).toMatchObject({
      numberOfChanges: 0,
    });
    expect(await desk.api.devices.get({ id: device.id })).toMatchObject({
      pausedBy: 'device',
      reason: 'paused-by-device',
    });
    await marker('push-on').sync();
    expect((await desk.api.devices.get({ id: device.id })).pausedBy).toBeNull();
    expect(contacts(await phone.sync())).toMatchObject({ alertStatus: 200, code: 200 });
  });
});

describe('a client that nobody has assigned', () => {
  it('synchronises, waits, and keeps its state when it is assigned', async () => {
    const one = await newDevice('One');
    await newDevice('Two');
    const phone = desk.client('phone');
    phone.store.add(contactCard(1));
    expect(contacts(await phone.sync())?.sent).toEqual([201]);
    const { pending } = await desk.api.pending.list();
    expect(pending).toMatchObject([
      { syncId: 'phone', accountAddress: deskAccount.user, hardware: { manufacturer: 'Example' } },
    ]);
    await desk.api.pending.assign({ id: pending[0]?.id ?? '', deviceId: one.id });
    expect((await desk.api.pending.list()).pending).toEqual([]);
    expect(await desk.api.devices.get({ id: one.id })).toMatchObject({ syncId: 'phone' });
    const next = contacts(await phone.sync());
    expect(next).toMatchObject({ alertStatus: 200, code: 200, sent: [], numberOfChanges: 0 });
  });

  it('is put away, and not let in any more when it is blocked', async () => {
    await newDevice('One');
    await newDevice('Two');
    const phone = desk.client('phone');
    await phone.sync();
    const stranger = desk.client('stranger');
    await stranger.sync();
    const { pending } = await desk.api.pending.list();
    const idOf = (syncId: string): string =>
      pending.find((client) => client.syncId === syncId)?.id ?? '';
    await desk.api.pending.dismiss({ id: idOf('phone') });
    await desk.api.pending.dismiss({ id: idOf('stranger'), block: true });
    expect((await desk.api.pending.list()).pending).toEqual([]);
    expect((await phone.sync()).signIn).toBe(212);
    expect((await stranger.sync()).signIn).toBe(403);
    expect((await desk.log({ level: 'warn' })).map(({ text }) => text)).toContain(
      `Example Light (stranger) is not let in to ${deskAccount.user}: it is blocked`,
    );
  });
});

describe('a folder that two accounts see', () => {
  const bobs = 'bob@example.org';
  let bobsId: string;
  beforeEach(async () => {
    bobsId = await desk.addAccount(bobs);
    await desk.api.push.updateSettings({ mergeWindowMs: 0 });
    await desk.api.push.setActive({ active: true });
  });

  /** A device whose address book is at a place, with the client that it is. */
  async function at(place: string, accountId: string, user: string) {
    const device = await newDevice(`${user} ${place}`, accountId);
    const folder = device.folders.find(({ dataType }) => dataType === 'contacts');
    await desk.api.devices.update({ id: device.id, folders: [{ id: folder?.id, place }] });
    const uri = place === '' ? 'contacts' : `contacts/${place}`;
    const stores = [{ ...lightContacts, uri, name: 'contacts' }];
    const client = desk.client(`client of ${user}`, { user, stores });
    await client.sync();
    return { device, client, uri };
  }

  const woken = async ({ id }: Device): Promise<number> => {
    await desk.server.idle();
    return (await desk.api.alerts.list({ deviceId: id })).total;
  };

  it('as a corporate one carries changes over, and wakes the other account’s device', async () => {
    await desk.api.collections.create({
      accountId: null,
      dataType: 'contacts',
      corporateAccess: 'write',
    });
    const adas = await at('corporate', desk.accountId, deskAccount.user);
    const bob = await at('corporate', bobsId, bobs);
    adas.client.store.add(contactCard(1));
    expect((await adas.client.sync()).stores[adas.uri]?.sent).toEqual([201]);
    expect([await woken(adas.device), await woken(bob.device)]).toEqual([0, 1]);
    await bob.client.sync();
    const [luid = ''] = bob.client.store.items.keys();
    bob.client.store.change(luid, contactCard(1, 1));
    await bob.client.sync();
    expect([await woken(adas.device), await woken(bob.device)]).toEqual([1, 1]);
    await adas.client.sync();
    expect([...adas.client.store.items.values()][0]).toContain('version 1');
    expect(await count()).toBe(0);
  });

  it('as a shared one does so too, and one that may only read is put back', async () => {
    const { id } = await desk.api.collections.create({
      accountId: desk.accountId,
      dataType: 'contacts',
      name: 'Sales',
    });
    const share = (access: 'read' | 'write') =>
      desk.api.collections.update({ id, shares: [{ accountId: bobsId, access }] });
    await share('write');
    const adas = await at('Sales', desk.accountId, deskAccount.user);
    const bob = await at('shared/Sales', bobsId, bobs);
    bob.client.store.add(contactCard(7));
    expect((await bob.client.sync()).stores[bob.uri]?.sent).toEqual([201]);
    expect([await woken(adas.device), await woken(bob.device)]).toEqual([1, 0]);
    await adas.client.sync();
    expect(adas.client.store.items.size).toBe(1);

    await share('read');
    const [luid = ''] = bob.client.store.items.keys();
    bob.client.store.change(luid, contactCard(7, 9));
    await bob.client.sync();
    expect(bob.client.store.items.get(luid)).toContain('version 0');
    await adas.client.sync();
    expect([...adas.client.store.items.values()][0]).toContain('version 0');
    expect((await desk.log({ accountId: bobsId, level: 'warn' })).map(({ key }) => key)).toContain(
      'sync.read-only',
    );

    await desk.api.collections.update({ id, shares: [] });
    const refused = await bob.client.sync();
    expect(refused.stores[bob.uri]).toMatchObject({ alertStatus: 403, code: 0 });
    expect(bob.client.store.items.size).toBe(1);
  });
});
