import { describe, expect, it } from 'vitest';
import { readDeviceInfo, writeDeviceInfo } from '../../codecs/syncml/index.ts';
import type { DeviceInfo, SyncmlEncoding } from '../../codecs/syncml/index.ts';
import { createSyncServer } from '../sync-server.ts';
import { serverAdd } from './testing/fake-datastores.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { alert, basicCred, sync, TestClient } from './testing/test-client.ts';
import type { Draft } from './testing/test-client.ts';

const phone: DeviceInfo = {
  version: '1.2',
  manufacturer: 'ACME',
  model: 'Phone',
  softwareVersion: '1',
  deviceId: 'IMEI:1',
  deviceType: 'phone',
  supportsNumberOfChanges: true,
  datastores: [],
};

const get = (document: string): Draft => ({
  kind: 'get',
  meta: { type: 'application/vnd.syncml-devinf+wbxml' },
  items: [{ target: { uri: `./${document}` } }],
});

function telling(kind: 'put' | 'results', encoding: SyncmlEncoding, info = phone): Draft {
  return {
    kind,
    meta: { type: `application/vnd.syncml-devinf+${encoding}` },
    items: [{ source: { uri: './devinf12' }, data: writeDeviceInfo(info, '1.2', encoding) }],
  };
}

describe.each(['wbxml', 'xml'] as const)('device information in %s', (encoding) => {
  it('point 42: of the server answers a Get, and lists what works', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps), { encoding });
    const answer = await client.begin(['contacts'], { before: [get('devinf12')] });
    expect(answer.codes('Get')).toEqual([200]);
    const results = answer.message.commands.find(({ kind }) => kind === 'results');
    if (results?.kind !== 'results') throw new Error('no Results');
    expect(results).toMatchObject({ msgRef: '1', cmdRef: '1' });
    expect(results.meta?.type).toBe(`application/vnd.syncml-devinf+${encoding}`);
    const [item] = results.items;
    expect(item?.source?.uri).toBe('./devinf12');
    const info = readDeviceInfo(item?.data ?? new Uint8Array(0));
    expect(info).toMatchObject({
      version: '1.2',
      deviceType: 'server',
      softwareVersion: '9.9.9',
      utc: true,
      supportsLargeObjects: true,
      supportsNumberOfChanges: true,
    });
    expect(info.datastores).toEqual(world.datastores.description);
    expect(info.datastores[0]?.syncTypes).toEqual([1, 2, 3, 4, 5, 6, 7]);
    // The client answers Results with a Status, which is not answered again.
    const next = await client.send([sync('contacts')]);
    expect(next.codes('Status')).toEqual([]);
  });

  it('of a client is kept, though it comes behind the Alert that it matters to', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps), { encoding });
    const answer = await client.send([alert('contacts'), telling('put', encoding)], {
      cred: basicCred(),
    });
    expect(answer.statuses.map(({ cmd, code }) => `${cmd} ${String(code)}`)).toEqual([
      'SyncHdr 212',
      'Alert 508',
      'Put 200',
    ]);
    expect(answer.message.commands.some(({ kind }) => kind === 'get')).toBe(false);
    const [opened] = world.datastores.folder('contacts').events;
    expect(opened?.what === 'open' && opened.party.deviceInfo).toEqual(phone);
    const stored = world.clients.get('alice/IMEI:1')?.deviceInfo ?? '';
    expect(JSON.parse(stored)).toEqual(phone);
  });

  it('point 43: is asked for when none is known, and the sync goes on without', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps), { encoding });
    const first = await client.begin();
    const asked = first.message.commands.find(({ kind }) => kind === 'get');
    expect(asked).toMatchObject({ items: [{ target: { uri: './devinf12' } }] });
    world.datastores.folder('contacts').outgoing = [serverAdd('g', 'x')];
    // One that answers…
    const second = await client.send([telling('results', encoding), sync('contacts')]);
    expect(second.codes('Results')).toEqual([200]);
    expect(second.syncs()[0]?.numberOfChanges).toBe(0);
    // …is not asked again, and one that does not, is.
    const again = new TestClient(createSyncServer(world.deps), { encoding, sessionId: '2' });
    const third = await again.begin();
    expect(third.message.commands.some(({ kind }) => kind === 'get')).toBe(false);
    const mute = new TestClient(createSyncServer(world.deps), { encoding, syncId: 'mute' });
    await mute.begin();
    const fourth = await mute.send([sync('contacts')]);
    expect(fourth.changes()).toHaveLength(1);
    expect(fourth.syncs()[0]?.numberOfChanges).toBeUndefined();
  });
});

describe('device information', () => {
  it('point 42: leaves properties out where a message of the client is too small', async () => {
    const world = createFakeWorld();
    const [first] = world.datastores.description;
    if (!first) throw new Error('no description');
    const properties = Array.from({ length: 200 }, (_, index) => ({ name: `X-${String(index)}` }));
    world.datastores.description = [
      { ...first, capabilities: [{ type: 'text/vcard', version: '3.0', properties }] },
    ];
    const client = new TestClient(createSyncServer(world.deps), { maxMsgSize: 2_000 });
    const answer = await client.begin(['contacts'], { before: [get('devinf12')] });
    expect(answer.response.body.length).toBeLessThanOrEqual(2_000);
    const results = answer.message.commands.find(({ kind }) => kind === 'results');
    const data = results?.kind === 'results' ? results.items[0]?.data : undefined;
    const info = readDeviceInfo(data ?? new Uint8Array(0));
    expect(info.datastores).toMatchObject([{ sourceRef: 'contacts', capabilities: [] }]);
  });

  it('that cannot be read is 415, another document 406 and 404', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps));
    const broken: Draft = {
      kind: 'put',
      items: [{ source: { uri: './devinf12' }, data: new Uint8Array([1, 2, 3]) }],
    };
    const other: Draft = { kind: 'put', items: [{ source: { uri: './else' } }] };
    const answer = await client.begin(['contacts'], { before: [broken, other, get('else')] });
    expect(answer.codes('Put')).toEqual([415, 406]);
    expect(answer.codes('Get')).toEqual([404]);
    expect(answer.codes('Alert')).toEqual([508]);
  });
});
