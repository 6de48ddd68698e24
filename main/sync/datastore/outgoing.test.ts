import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatastoreInfo, DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import type { ContactItem } from '../../groupware/content/index.ts';
import { card } from './testing/cards.ts';
import { createModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';

const card21 = { type: 'text/x-vcard', version: '2.1' };
const ada: ContactItem = { kind: 'contact', name: { given: 'Ada' } };

describe('what the server sends', () => {
  let rig: SyncRig;
  beforeEach(async () => {
    rig = await openSyncRig();
  });
  afterEach(() => rig.close());

  async function createMany(count: number): Promise<void> {
    for (let number = 0; number < count; number += 1) {
      await rig.create('contacts', { ...ada, name: { given: `P${number}` } });
    }
  }

  it('point 29: comes again under the same GUID when neither Status nor Map came', async () => {
    await createMany(3);
    const phone = createModelClient(rig, await rig.addClient('phone'));
    // It has taken the first message, and its answer was lost.
    await expect(phone.sync({ perMessage: 2, callsToLive: 4 })).rejects.toThrow();
    const taken = new Set<string>();
    phone.answer = ({ guid }) => {
      taken.add(guid);
      return 201;
    };
    await phone.sync();
    expect(taken).toEqual(new Set((await rig.items('contacts')).map(({ id }) => id)));
    expect(phone.objects.size).toBe(3);
    expect((await phone.sync()).received).toEqual([]);
  });

  it('point 29: is mapped by a Map that comes before the next Alert', async () => {
    await createMany(2);
    const phone = createModelClient(rig, await rig.addClient('phone'));
    phone.sendsMaps = false;
    await phone.sync();
    phone.sendsMaps = true;
    const session = await phone.sync();
    expect(session).toMatchObject({ mode: 'two-way', received: [] });
    expect(phone.objects.size).toBe(2);
  });

  it('point 30: is mapped at any time, and what was never sent is not', async () => {
    await createMany(1);
    const party = await rig.addClient('phone');
    const answer = await rig.datastores.open(party, {
      uri: 'contacts',
      deviceUri: 'contacts',
      mode: 'slow',
      isResume: false,
      last: undefined,
      next: 'n',
      filter: undefined,
    });
    if (!answer.ok) throw new Error('not opened');
    const { datastore } = answer;
    await datastore.clientIsDone();
    const [change] = await datastore.nextChanges(10);
    const guid = change?.guid ?? '';
    await datastore.markSent([guid]);
    expect(
      await datastore.map([
        { guid, luid: '7' },
        { guid: 'nobody', luid: '8' },
      ]),
    ).toEqual([true, false]);
    expect(await rig.datastores.mapEarly(party, 'nowhere', [{ guid, luid: '7' }])).toEqual([false]);
    expect(await datastore.map([{ guid, luid: '7' }])).toEqual([true]);
  });

  it('has short GUIDs for a client that takes no long ones, the same in every session', async () => {
    await createMany(30);
    const deviceInfo = infoOf({ maxGuidSize: 8 });
    const phone = createModelClient(rig, await rig.addClient('phone', { deviceInfo }));
    phone.sendsMaps = false;
    const first = await phone.sync();
    expect(new Set(first.received.map(({ guid }) => guid)).size).toBe(30);
    for (const { guid } of first.received) expect(guid).toHaveLength(8);
    phone.sendsMaps = true;
    // The Maps come in the next session, before its Alert.
    expect((await phone.sync()).received).toEqual([]);
    const [row] = await rig.items('contacts');
    if (row === undefined) throw new Error('no contact');
    await rig.update(row, { ...ada, title: 'new' });
    expect((await phone.sync()).received).toMatchObject([{ kind: 'replace' }]);
  });

  it('waits when the device is full, and goes on when there is room again', async () => {
    await createMany(5);
    const phone = createModelClient(rig, await rig.addClient('phone'));
    phone.answer = () => (phone.objects.size < 2 ? 201 : 420);
    await phone.sync({ perMessage: 1 });
    expect(phone.objects.size).toBe(2);
    expect(rig.lines.filter(({ key }) => key === 'sync.device-full')).toHaveLength(1);
    const full = await phone.sync({ perMessage: 1 });
    expect(full.received).toHaveLength(1);
    phone.answer = () => 201;
    await phone.sync({ perMessage: 2 });
    expect(phone.objects.size).toBe(5);
    expect((await phone.sync()).received).toEqual([]);
  });

  it('is not sent again after a refusal for good, until it changes', async () => {
    await createMany(2);
    const phone = createModelClient(rig, await rig.addClient('phone'));
    phone.answer = () => 413;
    const refused = await phone.sync();
    expect(refused.datastore?.summary()).toMatchObject({ fromServer: { added: 0, failed: 2 } });
    phone.answer = ({ kind }) => (kind === 'add' ? 201 : 200);
    expect((await phone.sync()).received).toEqual([]);
    const [row] = await rig.items('contacts');
    if (row === undefined) throw new Error('no contact');
    await rig.update(row, { ...ada, title: 'smaller' });
    expect((await phone.sync()).received).toMatchObject([{ kind: 'add' }]);
  });

  it('is sent again after a failure, whichever kind it was', async () => {
    const phone = createModelClient(rig, await rig.addClient('phone'));
    phone.add(card({ given: 'A' }));
    phone.add(card({ given: 'B' }));
    await phone.sync();
    const [first, second] = await rig.items('contacts');
    if (first === undefined || second === undefined) throw new Error('no contacts');
    await rig.update(first, { ...ada, title: 'new' });
    await rig.remove(second);
    await rig.create('contacts', { ...ada, name: { given: 'C' } });
    phone.answer = () => 500;
    expect((await phone.sync()).received).toHaveLength(3);
    phone.answer = ({ kind }) => (kind === 'add' ? 201 : 200);
    const again = await phone.sync();
    expect(again.received.map(({ kind }) => kind).sort()).toEqual(['add', 'delete', 'replace']);
    expect((await phone.sync()).received).toEqual([]);
  });

  it('is an Add when the client does not know what it is to replace', async () => {
    const phone = createModelClient(rig, await rig.addClient('phone'));
    const luid = phone.add(card({ given: 'A' }));
    await phone.sync();
    phone.objects.delete(luid);
    const [row] = await rig.items('contacts');
    if (row === undefined) throw new Error('no contact');
    await rig.update(row, { ...ada, title: 'new' });
    expect((await phone.sync()).received).toMatchObject([{ kind: 'replace' }]);
    expect((await phone.sync()).received).toMatchObject([{ kind: 'add' }]);
    expect((await phone.sync()).received).toEqual([]);
    expect(phone.objects.size).toBe(1);
  });

  it('goes without its photo where that is too much, and the server keeps the photo', async () => {
    const photo = { data: Buffer.alloc(30_000, 7).toString('base64'), mediaType: 'image/jpeg' };
    await rig.create('contacts', { ...ada, photo });
    const party = await rig.addClient('phone', { maxObjectSize: 20_000 });
    const phone = createModelClient(rig, party);
    const { received } = await phone.sync();
    expect(received[0]?.data.byteLength).toBeLessThan(20_000);
    expect(rig.lines.map(({ key }) => key)).toContain('sync.photo-left-out');
    const [luid = ''] = [...phone.objects.keys()];
    phone.replace(luid, card({ given: 'Augusta', family: '' }));
    await phone.sync();
    const [row] = await rig.items('contacts');
    expect(JSON.parse(row?.content ?? '{}')).toMatchObject({ name: { given: 'Augusta' }, photo });
  });

  it('goes in the type that the client likes best, and in the oldest where it tells nothing', async () => {
    await createMany(1);
    const party = await rig.addClient('phone', { deviceInfo: infoOf({}) });
    const { received } = await createModelClient(rig, party).sync();
    expect(received[0]?.type).toBe('text/x-vcard');
    expect(new TextDecoder().decode(received[0]?.data)).toContain('VERSION:2.1');
    const silent = createModelClient(rig, await rig.addClient('silent'));
    expect((await silent.sync()).received[0]?.type).toBe('text/x-vcard');
  });

  it('point 48: goes to a silent Funambol client in the type of its database', async () => {
    await createMany(1);
    const party = await rig.addClient('outlook');
    const funambol = { ...party, client: { ...party.client, syncId: 'sc-pim-1234' } };
    const sif = createModelClient(rig, funambol, { uri: 'card', type: 'text/x-s4j-sifc' });
    sif.add('<contact><FirstName>Grace</FirstName><LastName>Hopper</LastName></contact>');
    const { received, statuses } = await sif.sync();
    expect(statuses).toEqual([201]);
    expect(received[0]?.type).toBe('text/x-s4j-sifc');
    expect(new TextDecoder().decode(received[0]?.data)).toContain('<FirstName>P0</FirstName>');
    expect((await sif.sync()).received).toEqual([]);
    await createMany(1);
    expect((await sif.sync()).received[0]?.type).toBe('text/x-s4j-sifc');
  });

  it('is counted beyond the first page, page by page', async () => {
    const collectionId = await rig.collection('contacts');
    const { prepareItem, writer } = rig.deps;
    await rig.store.transaction((tx) =>
      writer.write(
        tx,
        Array.from({ length: 2_300 }, (_, number) => ({
          kind: 'create' as const,
          collectionId,
          item: prepareItem({ ...ada, name: { given: `P${number}` } }, 'UTC'),
        })),
        { origin: 'admin', at: 1 },
      ),
    );
    const phone = createModelClient(rig, await rig.addClient('phone'));
    const session = await phone.sync({ perMessage: 300 });
    expect(session.numberOfChanges).toBe(2_300);
    expect(session.received).toHaveLength(2_300);
    expect(phone.objects.size).toBe(2_300);
    expect((await phone.sync()).numberOfChanges).toBe(0);
  });
});

function infoOf(store: Partial<DatastoreInfo>): DeviceInfo {
  return {
    version: '1.2',
    deviceId: 'phone',
    deviceType: 'phone',
    datastores: [
      {
        sourceRef: './contacts',
        receivePreferred: card21,
        receive: [],
        sendPreferred: card21,
        send: [],
        capabilities: [],
        syncTypes: [1, 2],
        ...store,
      },
    ],
  };
}
