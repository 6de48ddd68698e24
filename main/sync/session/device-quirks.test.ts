import { describe, expect, it } from 'vitest';
import { writeDeviceInfo } from '../../codecs/syncml/index.ts';
import type { DeviceInfo } from '../../codecs/syncml/index.ts';
import { defaultQuirks, quirksOf } from '../device-quirks.ts';
import { createSyncServer } from '../sync-server.ts';
import { serverAdd } from './testing/fake-datastores.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { change, nextMessage, sync, TestClient } from './testing/test-client.ts';
import type { Draft, TestClientOptions } from './testing/test-client.ts';

function put(manufacturer: string, model: string): Draft {
  const info: DeviceInfo = {
    version: '1.1',
    manufacturer,
    model,
    deviceId: 'x',
    deviceType: 'phone',
    datastores: [],
  };
  return {
    kind: 'put',
    meta: { type: 'application/vnd.syncml-devinf+wbxml' },
    items: [{ source: { uri: './devinf11' }, data: writeDeviceInfo(info, '1.1', 'wbxml') }],
  };
}

async function beginAs(manufacturer: string, model: string, options: TestClientOptions = {}) {
  const world = createFakeWorld();
  const contacts = world.datastores.folder('contacts');
  const client = new TestClient(createSyncServer(world.deps), { version: '1.1', ...options });
  contacts.outgoing = Array.from({ length: 60 }, (_, index) =>
    serverAdd(`g${String(index)}`, 'x'.repeat(100)),
  );
  await client.begin(['contacts'], { before: [put(manufacturer, model)] });
  return { world, contacts, client };
}

describe('the table of quirks', () => {
  it('is the default for a device that nobody knows, and several rows for one', () => {
    expect(quirksOf({})).toEqual(defaultQuirks);
    expect(quirksOf({ manufacturer: 'ACME', model: 'Phone' })).toEqual(defaultQuirks);
    expect(quirksOf({ manufacturer: 'NOKIA', model: 'Nokia E61' }).messageSizeFactor).toBe(0.7);
    const rules = [
      { manufacturer: 'A*', changes: { messageSizeFactor: 0.5 } },
      { model: 'B?', softwareVersion: '1*', changes: { messageSizeFactor: 0.4 } },
    ];
    const of = (model: string, softwareVersion: string): number =>
      quirksOf({ manufacturer: 'acme', model, softwareVersion }, rules).messageSizeFactor;
    expect(of('B1', '1.7')).toBe(0.4);
    expect(of('B1', '2.0')).toBe(0.5);
  });
});

describe('a device with quirks', () => {
  it('point 50: P800 is not told of each success, but of each failure', async () => {
    const { client, contacts } = await beginAs('Sony Ericsson', 'P800');
    contacts.statuses = ({ luid }) => (luid === 'bad' ? 415 : 201);
    const changes = ['1', 'bad', '2'].map((luid) => change('add', luid, 'x'));
    const answer = await client.send([sync('contacts', changes)]);
    expect(answer.codes('Sync')).toEqual([200]);
    expect(answer.statuses.filter(({ cmd }) => cmd === 'Add')).toMatchObject([
      { code: 415, sourceRefs: ['bad'] },
    ]);
    expect(answer.changes()[0]?.items[0]?.meta?.type).toBe('text/x-vcard');
  });

  it('point 50: P800 still hears that the next part of an object may come', async () => {
    const { client } = await beginAs('SonyEricsson', 'SonyEricssonP800');
    const data = new Uint8Array([65]);
    const first: Draft = {
      kind: 'add',
      meta: { size: 2 },
      items: [{ source: { uri: '1' }, data, moreData: true }],
    };
    const answer = await client.send([sync('contacts', [first]), nextMessage], { isFinal: false });
    expect(answer.codes('Add')).toEqual([213]);
  });

  it.each([
    ['Nokia', 'E61', 10_000, 7_000],
    ['Siemens', 'S55', 10_000, 3_200],
    ['Motorola', 'V3xx', 10_000, 6_000],
    ['Sony Ericsson', 'K610i', 10_000, 4_500],
    ['ACME', 'Phone', 4_000, 4_000],
  ])('%s %s gets messages that it can take', async (manufacturer, model, maxMsgSize, limit) => {
    const { client } = await beginAs(manufacturer, model, { maxMsgSize });
    const answer = await client.send([sync('contacts')]);
    const { length } = answer.response.body;
    expect(length).toBeLessThanOrEqual(limit);
    expect(length).toBeGreaterThan(Math.min(limit, 6_000) - 300);
  });

  it('old Synthesis clients hear 200 of what is there already, others 418', async () => {
    for (const [manufacturer, code] of [
      ['Synthesis AG', 200],
      ['Patrick Ohly', 418],
    ] as const) {
      const { client, contacts } = await beginAs(manufacturer, 'x');
      contacts.statuses = () => 418;
      const answer = await client.send([sync('contacts', [change('add', '1', 'x')])]);
      expect(answer.codes('Add')).toEqual([code]);
    }
  });

  it('Sony Ericsson K750 hears of its Sync before the server’s begins, as all do', async () => {
    const { client } = await beginAs('Sony Ericsson', 'K750');
    const answer = await client.send([sync('contacts', [change('add', '1', 'x')])]);
    const kinds = answer.message.commands.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('status')).toBeLessThan(kinds.indexOf('sync'));
  });

  it('S40 is never sent more than references with a failure', async () => {
    const { client, contacts } = await beginAs('Nokia', '6230');
    contacts.before = (what) => {
      if (what === 'apply') throw new Error('broken');
    };
    const answer = await client.send([sync('contacts', [change('add', '1', 'x')])]);
    const [status] = answer.statuses.filter(({ cmd }) => cmd === 'Add');
    expect(status).toMatchObject({ code: 510, sourceRefs: ['1'], items: [] });
  });

  it('point 48: Funambol’s: XML, SIF as Base64, 222 behind each part, no Statuses at the end', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps), {
      encoding: 'xml',
      version: '1.2',
      syncId: 'sc-pim-outlook-1234',
      maxObjSize: 4_000_000,
    });
    const card = world.datastores.folder('card');
    card.outgoing = [serverAdd('g1', '<contact/>', 'text/x-s4j-sifc')];
    await client.begin(['card', 'event'], { code: 201 });
    const sif = Buffer.from(
      Buffer.from('<contact><FirstName>Á</FirstName></contact>').toString('base64'),
    );
    const one = (data: Uint8Array, size?: number): Draft => ({
      kind: 'add',
      meta: {
        type: 'text/x-s4j-sifc',
        format: 'b64',
        ...(size === undefined ? {} : { size }),
      },
      items: [{ source: { uri: '1' }, data, ...(size === undefined ? {} : { moreData: true }) }],
    });
    const first = await client.send(
      [sync('card', [one(sif.subarray(0, 10), sif.length)]), nextMessage],
      { isFinal: false },
    );
    expect(first.codes('Add')).toEqual([213]);
    expect(first.codes('Alert')).toEqual([200]);
    const second = await client.send([sync('card', [one(sif.subarray(10))])]);
    expect(second.codes('Add')).toEqual([201]);
    expect(Buffer.from(card.items.get('1') ?? []).toString()).toContain('<FirstName>Á');
    const [sent] = second.changes();
    expect(sent?.meta).toMatchObject({ type: 'text/x-s4j-sifc', format: 'b64' });
    const last = await client.send([], { isSilent: true });
    expect(last.message.final).toBe(true);
    expect(world.sessions[0]?.ended?.[0]).toBe('failed');
    expect(card.clientAnchor).toBe('c1');
  });

  it('point 49: Nokia’s mixed calendar reaches its datastore in both kinds', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps));
    const events = world.datastores.folder('events');
    await client.begin(['events']);
    const event = change('add', '1', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'text/x-vcalendar');
    const task = change('add', '2', 'BEGIN:VCALENDAR\r\nBEGIN:VTODO', 'text/x-vcalendar');
    const answer = await client.send([sync('events', [event, task])]);
    expect(answer.codes('Add')).toEqual([201, 201]);
    expect([...events.items.keys()]).toEqual(['1', '2']);
  });
});
