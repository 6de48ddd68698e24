import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import type { ContactItem } from '../../groupware/content/index.ts';
import { readContent } from './known-items.ts';
import { card } from './testing/cards.ts';
import { createModelClient } from './testing/model-client.ts';
import type { ModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';

describe('an item that was changed on both sides', () => {
  let rig: SyncRig;
  let phone: ModelClient;
  let luid: string;
  beforeEach(async () => {
    rig = await openSyncRig();
    phone = createModelClient(rig, await rig.addClient('phone'));
    luid = phone.add(card({ given: 'Ada', title: 'old', tel: '111' }));
    await phone.sync();
    await rig.clock.advance(3_600_000);
  });
  afterEach(() => rig.close());

  async function contacts(): Promise<ContactItem[]> {
    return (await rig.items('contacts')).map((row) => readContent(row) as ContactItem);
  }

  async function changeOnServer(changes: Partial<ContactItem>): Promise<void> {
    const [row] = await rig.items('contacts');
    if (row === undefined) throw new Error('no contact');
    await rig.update(row, { ...(readContent(row) as ContactItem), ...changes });
  }

  async function history(): Promise<string[]> {
    const [row] = await rig.items('contacts');
    const versions = await rig.store.items.listVersions(row?.id ?? '');
    return versions.map(({ reason, content }) => {
      return `${reason} ${(JSON.parse(content) as ContactItem).title ?? ''}`;
    });
  }

  it('is merged where each changed something else (207)', async () => {
    await changeOnServer({ title: 'server' });
    phone.replace(luid, card({ given: 'Ada', title: 'old', tel: '222' }));
    const session = await phone.sync();
    expect(session.statuses).toEqual([207]);
    expect(await contacts()).toMatchObject([{ title: 'server', phones: [{ value: '222' }] }]);
    expect(phone.objects.get(luid)).toContain('TITLE:server');
    expect(phone.objects.get(luid)).toContain('222');
    expect(session.datastore?.summary()).toMatchObject({ conflicts: 0 });
    expect((await phone.sync()).received).toEqual([]);
  });

  it.each([
    ['server', 419, 'server', ['conflict phone', 'changed server', 'created old']],
    ['client', 208, 'phone', ['changed phone', 'changed server', 'created old']],
    ['newer', 208, 'phone', ['changed phone', 'changed server', 'created old']],
  ] as const)(
    'point 37: goes to the %s by the policy (%i), and the loser into the history',
    async (conflict, status, title, versions) => {
      rig.change({ conflict });
      await changeOnServer({ title: 'server' });
      await rig.clock.advance(60_000);
      phone.replace(luid, card({ given: 'Ada', title: 'phone', tel: '111' }));
      const session = await phone.sync();
      expect(session.statuses).toEqual([status]);
      expect(await contacts()).toMatchObject([{ title }]);
      expect(phone.objects.get(luid)).toContain(`TITLE:${title}`);
      expect(await history()).toEqual(versions);
      expect(session.datastore?.summary()).toMatchObject({ conflicts: 1 });
      expect((await phone.sync()).received).toEqual([]);
    },
  );

  it('point 37: stays twice where both are to stay (209), once even if it is sent again', async () => {
    rig.change({ conflict: 'both' });
    await changeOnServer({ title: 'server' });
    phone.replace(luid, card({ given: 'Ada', title: 'phone', tel: '111' }));
    await expect(phone.sync({ callsToLive: 2 })).rejects.toThrow();
    expect((await phone.sync()).statuses).toEqual([209]);
    const titles = (await contacts()).map(({ title }) => title);
    expect(titles.sort()).toEqual(['phone', 'server']);
    expect(phone.objects.size).toBe(2);
    expect(phone.objects.get(luid)).toContain('TITLE:server');
    expect(await phone.sync()).toMatchObject({ sent: [], received: [] });
  });

  it('follows the policy of the account before that of the server', async () => {
    const account = await rig.store.accounts.get('ada');
    if (account === undefined) throw new Error('no account');
    await rig.store.accounts.update({ ...account, conflicts: { contacts: 'server' } });
    await changeOnServer({ title: 'server' });
    phone.replace(luid, card({ given: 'Ada', title: 'phone', tel: '111' }));
    expect((await phone.sync()).statuses).toEqual([419]);
  });

  it('goes to the newer one by the times of the device, where they can be', async () => {
    await changeOnServer({ title: 'server' });
    const before = new Date(rig.clock.now() - 1_800_000).toISOString();
    phone.replace(luid, card({ given: 'Ada', title: 'phone', tel: '111', rev: before }));
    expect((await phone.sync()).statuses).toEqual([419]);
    expect(await contacts()).toMatchObject([{ title: 'server' }]);
  });

  it.each(['1970-01-02T00:00:00Z', '2099-01-01T00:00:00Z'])(
    'does not believe a clock that shows %s',
    async (rev) => {
      await changeOnServer({ title: 'server' });
      await rig.clock.advance(60_000);
      phone.replace(luid, card({ given: 'Ada', title: 'phone', tel: '111', rev }));
      // What it sends now is newer than what the server heard of a minute ago.
      expect((await phone.sync()).statuses).toEqual([208]);
      await changeOnServer({ title: 'later' });
      expect((await phone.sync()).received.map(({ kind }) => kind)).toEqual(['replace']);
      expect(rig.lines.map(({ key }) => key)).toContain('sync.wrong-clock');
    },
  );

  it('point 38: was deleted on the server: the change wins', async () => {
    const [row] = await rig.items('contacts');
    if (row === undefined) throw new Error('no contact');
    await rig.remove(row);
    phone.replace(luid, card({ given: 'Ada', title: 'phone', tel: '111' }));
    expect((await phone.sync()).statuses).toEqual([200]);
    expect(await contacts()).toMatchObject([{ title: 'phone' }]);
    expect(phone.objects.size).toBe(1);
    expect((await phone.sync()).received).toEqual([]);
  });

  it('point 38: was deleted on the client: the change wins, and comes back', async () => {
    await changeOnServer({ title: 'server' });
    phone.remove(luid);
    const session = await phone.sync();
    expect(session.statuses).toEqual([200]);
    expect(session.received.map(({ kind }) => kind)).toEqual(['add']);
    expect([...phone.objects.values()]).toEqual([expect.stringContaining('TITLE:server')]);
    expect((await phone.sync()).received).toEqual([]);
  });

  it('was deleted on both sides and is gone', async () => {
    const [row] = await rig.items('contacts');
    if (row === undefined) throw new Error('no contact');
    await rig.remove(row);
    phone.remove(luid);
    expect(await phone.sync()).toMatchObject({ statuses: [200], received: [] });
    expect(await contacts()).toEqual([]);
  });

  it('was deleted on the server and only sent again by the client: it is gone', async () => {
    const [row] = await rig.items('contacts');
    if (row === undefined) throw new Error('no contact');
    await rig.remove(row);
    phone.replace(luid, phone.objects.get(luid) ?? '');
    expect((await phone.sync()).received.map(({ kind }) => kind)).toEqual(['delete']);
    expect(phone.objects.size).toBe(0);
  });
});

describe('a property that the client', () => {
  let rig: SyncRig;
  beforeEach(async () => {
    rig = await openSyncRig();
    await rig.create('contacts', {
      kind: 'contact',
      name: { given: 'Ada' },
      title: 'Countess',
      birthday: '1815-12-10',
      photo: { data: 'AAAA', mediaType: 'image/png' },
    });
  });
  afterEach(() => rig.close());

  async function changeOnPhone(properties: readonly string[]): Promise<ContactItem> {
    const party = await rig.addClient('phone', { deviceInfo: deviceWith(properties) });
    const phone = createModelClient(rig, party);
    await phone.sync();
    const [luid = ''] = [...phone.objects.keys()];
    expect(phone.objects.get(luid)).not.toContain('BDAY');
    phone.replace(luid, card({ given: 'Augusta', family: '' }));
    await phone.sync();
    const [row] = await rig.items('contacts');
    if (row === undefined) throw new Error('no contact');
    return readContent(row) as ContactItem;
  }

  it('point 40: cannot hold survives its Replace', async () => {
    const contact = await changeOnPhone(['N', 'TEL']);
    expect(contact).toMatchObject({
      name: { given: 'Augusta' },
      title: 'Countess',
      birthday: '1815-12-10',
      photo: { data: 'AAAA' },
    });
  });

  it('point 41: can hold and has left out is removed', async () => {
    const contact = await changeOnPhone(['N', 'TEL', 'TITLE']);
    expect(contact).toMatchObject({ name: { given: 'Augusta' }, birthday: '1815-12-10' });
    expect(contact.title).toBeUndefined();
  });
});

function deviceWith(properties: readonly string[]): DeviceInfo {
  const card3 = { type: 'text/vcard', version: '3.0' };
  return {
    version: '1.2',
    deviceId: 'phone',
    deviceType: 'phone',
    datastores: [
      {
        sourceRef: './contacts',
        receivePreferred: card3,
        receive: [],
        sendPreferred: card3,
        send: [],
        capabilities: [{ ...card3, properties: properties.map((name) => ({ name })) }],
        syncTypes: [1, 2],
      },
    ],
  };
}
