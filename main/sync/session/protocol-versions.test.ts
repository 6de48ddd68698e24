import { describe, expect, it } from 'vitest';
import { createSyncServer } from '../sync-server.ts';
import { serverAdd } from './testing/fake-datastores.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { basicCred, sync, TestClient } from './testing/test-client.ts';

describe('the version of the protocol', () => {
  it.each(['1.0', '1.1', '1.2'] as const)(
    'point 4: a header of %s is answered in the same version',
    async (version) => {
      const { deps } = createFakeWorld();
      for (const encoding of ['wbxml', 'xml'] as const) {
        const client = new TestClient(createSyncServer(deps), { version, encoding });
        const { message } = await client.begin();
        expect(message.header.verDtd).toBe(version);
        expect(message.header.verProto).toBe(`SyncML/${version}`);
        expect(message.header.meta?.maxMsgSize).toBe(150_000);
        expect(message.header.meta?.maxObjSize).toBe(version === '1.0' ? undefined : 10_000_000);
      }
    },
  );

  it('point 4: an unknown one is refused with 513, in one that we speak', async () => {
    const world = createFakeWorld();
    for (const encoding of ['wbxml', 'xml'] as const) {
      const client = new TestClient(createSyncServer(world.deps), { encoding });
      const header = { verDtd: '2.0', verProto: 'SyncML/2.0' };
      const answer = await client.begin(['contacts'], { header });
      expect(answer.code).toBe(513);
      expect(answer.codes('Alert')).toEqual([513]);
      expect(answer.message.header.verProto).toBe('SyncML/1.2');
      expect(answer.message.final).toBe(true);
    }
    expect(world.sessions).toEqual([]);
  });

  it('point 4: a document type that does not go with the protocol is refused with 505', async () => {
    const client = new TestClient(createSyncServer(createFakeWorld().deps));
    const answer = await client.begin(['contacts'], { header: { verDtd: '1.7' } });
    expect(answer.code).toBe(505);
  });

  it('decides what may be said: 1.0 has no NumberOfChanges, no suspension and no parts', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps), {
      version: '1.0',
      maxMsgSize: 2_000,
    });
    world.datastores.folder('contacts').outgoing = [serverAdd('big', 'x'.repeat(5_000))];
    await client.begin();
    const answer = await client.send([sync('contacts')]);
    expect(answer.changes()).toEqual([]);
    expect(answer.syncs()).toHaveLength(1);
    expect(world.lines.map(({ key }) => key)).toEqual(['sync.item-too-large']);
    expect(world.datastores.folder('contacts').events).toContainEqual({
      what: 'settle',
      outcomes: [{ itemId: 'big', status: 413 }],
    });
    const other = new TestClient(createSyncServer(world.deps), { version: '1.1', syncId: 'b' });
    const suspended = await other.send([{ kind: 'alert', code: 224, items: [] }], {
      cred: basicCred(),
    });
    expect(suspended.codes('Alert')).toEqual([406]);
    const resumed = await other.send([{ kind: 'alert', code: 225, items: [] }]);
    expect(resumed.codes('Alert')).toEqual([406]);
  });
});

describe('a header', () => {
  it('is answered with the names that the client used, and with where to go on', async () => {
    const client = new TestClient(createSyncServer(createFakeWorld().deps));
    const first = await client.begin();
    expect(first.message.header).toMatchObject({
      sessionId: '1',
      msgId: '1',
      target: { uri: 'IMEI:1', name: 'alice' },
      source: { uri: 'http://sync.test/syncml' },
      respUri: `http://sync.test/syncml?sessionid=${client.token ?? ''}`,
    });
    expect(first.statuses[0]).toMatchObject({
      cmdId: '1',
      cmd: 'SyncHdr',
      msgRef: '1',
      cmdRef: '0',
      targetRefs: ['http://sync.test/syncml'],
      sourceRefs: ['IMEI:1'],
    });
    const second = await client.send([sync('contacts')]);
    expect(second.message.header.respUri).toBeUndefined();
    expect(second.message.header.msgId).toBe('2');
    expect(second.message.commands[0]?.cmdId).toBe('1');
  });

  it('that wants no Status gets none, and all else', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps));
    const first = await client.begin(['contacts'], { header: { noResp: true } });
    expect(first.statuses).toEqual([]);
    expect(first.message.commands.map(({ kind }) => kind)).toEqual(['alert', 'get']);
    const second = await client.send([{ ...sync('contacts'), noResp: true }]);
    expect(second.codes('Sync')).toEqual([]);
    expect(second.code).toBe(200);
    expect(second.syncs()).toHaveLength(1);
  });

  it('that says 0 of its limits has none', async () => {
    const world = createFakeWorld();
    world.datastores.folder('contacts').outgoing = [serverAdd('g', 'x'.repeat(20_000))];
    const limits = { maxMsgSize: 0, maxObjSize: 0 };
    const client = new TestClient(createSyncServer(world.deps), limits);
    await client.begin();
    const answer = await client.send([sync('contacts')]);
    expect(answer.changes()[0]?.items[0]?.data).toHaveLength(20_000);
  });

  it('may name its session in the Target alone', async () => {
    const client = new TestClient(createSyncServer(createFakeWorld().deps), { remote: 'a' });
    await client.begin();
    const uri = `http://sync.test/syncml?sessionid=${client.token ?? ''}`;
    const { server } = client;
    const mover = new TestClient(server, { remote: 'b' });
    const answer = await mover.send([sync('contacts')], {
      msgId: '2',
      header: { target: { uri } },
    });
    expect(answer.code).toBe(200);
  });

  it('without the names that a session is kept by is no message', async () => {
    const server = createSyncServer(createFakeWorld().deps);
    for (const header of [{ sessionId: '' }, { source: { uri: '' } }]) {
      const client = new TestClient(server);
      const answer = await client.send([], { header });
      expect(answer.response.status).toBe(400);
    }
    const long = await new TestClient(server).send([], {
      header: { sessionId: 'x'.repeat(2_000) },
    });
    expect(long.response.status).toBe(400);
  });
});
