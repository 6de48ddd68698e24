import { describe, expect, it } from 'vitest';
import { textAt } from '../../codecs/syncml/index.ts';
import type { AlertCommand } from '../../codecs/syncml/message/model.ts';
import { createSyncServer } from '../sync-server.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { alert, basicCred, change, sync, TestClient } from './testing/test-client.ts';
import type { Answer } from './testing/test-client.ts';

function alertsOf({ message }: Answer): AlertCommand[] {
  return message.commands.filter((command) => command.kind === 'alert');
}

function start() {
  const world = createFakeWorld();
  const server = createSyncServer(world.deps);
  const contacts = world.datastores.folder('contacts');
  return { world, server, contacts, client: new TestClient(server) };
}

describe('an Alert', () => {
  it('point 19: for an unknown datastore is 404, and the others go on', async () => {
    const { world, client } = start();
    const first = await client.begin(['contacts', 'nonsense', 'secret', 'events']);
    expect(first.codes('Alert')).toEqual([508, 404, 403, 508]);
    expect(alertsOf(first).map(({ items }) => items[0]?.source?.uri)).toEqual([
      'contacts',
      'events',
    ]);
    const second = await client.send([sync('contacts'), sync('nonsense'), sync('events')]);
    expect(second.codes('Sync')).toEqual([200, 404, 200]);
    expect(second.syncs()).toHaveLength(2);
    const third = await client.send([]);
    expect(third.message.final).toBe(true);
    expect(world.sessions[0]?.ended).toEqual(['failed', 'folder-unknown']);
    expect(world.sessions[0]?.problems).toMatchObject([
      { command: 'Alert', uri: 'nonsense', status: 404 },
      { command: 'Alert', uri: 'secret', status: 403 },
    ]);
    const last = world.sessions[0]?.progress.at(-1)?.datastores;
    expect(last?.map(({ status }) => status)).toEqual([200, 200, 404, 403]);
  });

  it('point 20: without a Target means the datastore by the client’s own name', async () => {
    const { client, contacts } = start();
    const anchor = { next: 'n' };
    const empty = {
      kind: 'alert' as const,
      code: 200,
      items: [{ target: { uri: '' }, source: { uri: 'contacts' }, meta: { anchor } }],
    };
    const first = await client.send([empty], { cred: basicCred() });
    expect(first.codes('Alert')).toEqual([508]);
    expect(contacts.events[0]).toMatchObject({ request: { uri: 'contacts' } });
    const second = await client.send([
      { ...sync('contacts'), target: { uri: '' }, source: { uri: 'contacts' } } as never,
    ]);
    expect(second.codes('Sync')).toEqual([200]);
  });

  it('points 21, 22: of anchors that do not fit is 508, and the sync becomes a slow one', async () => {
    const { client, contacts } = start();
    contacts.clientAnchor = 'other';
    contacts.serverAnchor = 's0';
    const answer = await client.begin(['contacts'], { last: 'mine', next: 'now' });
    const [status] = answer.statuses.filter(({ cmd }) => cmd === 'Alert');
    expect(status?.code).toBe(508);
    const data = status?.items[0]?.data;
    if (!data || data instanceof Uint8Array) throw new Error('no anchor');
    expect(textAt(data, 'Next')).toBe('now');
    expect(alertsOf(answer)).toMatchObject([
      {
        code: 201,
        items: [
          {
            target: { uri: './contacts' },
            source: { uri: 'contacts' },
            meta: { anchor: { last: 's0', next: 'server-1' } },
          },
        ],
      },
    ]);
  });

  it('point 21: is followed by a slow sync when the client misses the server’s anchor', async () => {
    const { client, contacts } = start();
    contacts.clientAnchor = 'c0';
    await client.begin(['contacts'], { last: 'c0' });
    const refusal = {
      kind: 'status' as const,
      msgRef: '1',
      cmdRef: '3',
      cmd: 'Alert',
      targetRefs: [],
      sourceRefs: [],
      code: 508,
      items: [],
    };
    const answer = await client.send([refusal, sync('contacts', [change('add', '1', 'x')])], {
      isSilent: true,
    });
    expect(answer.codes('Sync')).toEqual([200]);
    const opened = contacts.events.filter(({ what }) => what === 'open');
    expect(opened[1]).toMatchObject({
      request: { mode: 'slow', last: undefined, toldNext: 'server-1' },
    });
    await client.send([]);
    expect(contacts.serverAnchor).toBe('server-1');
  });

  it.each([
    [200, 'two-way'],
    [201, 'slow'],
    [202, 'one-way-from-client'],
    [203, 'refresh-from-client'],
    [204, 'one-way-from-server'],
    [205, 'refresh-from-server'],
    [206, 'two-way'],
    [207, 'one-way-from-client'],
    [208, 'refresh-from-client'],
    [209, 'one-way-from-server'],
    [210, 'refresh-from-server'],
  ])('points 23 to 25: with code %i asks for %s', async (code, mode) => {
    const { client, contacts } = start();
    contacts.clientAnchor = 'c0';
    const answer = await client.begin(['contacts'], { code, last: 'c0' });
    expect(answer.codes('Alert')).toEqual([200]);
    expect(contacts.events[0]).toMatchObject({ request: { mode, last: 'c0', isResume: false } });
    expect(alertsOf(answer)[0]?.code).toBe(
      code > 205 ? [200, 202, 203, 204, 205][code - 206] : code,
    );
  });

  it('points 23, 25: of a client that alone sends ends with the answer to its changes', async () => {
    for (const code of [202, 203]) {
      const { world, client, contacts } = start();
      contacts.clientAnchor = 'c0';
      await client.begin(['contacts'], { code, last: 'c0' });
      const answer = await client.send([sync('contacts', [change('add', '1', 'x')])]);
      expect(answer.message.final).toBe(true);
      expect(answer.syncs()).toEqual([]);
      expect(contacts.clientAnchor).toBe('c1');
      expect(world.sessions[0]?.ended).toEqual(['done', null]);
      // It may say one thing more.
      const more = await client.send([]);
      expect(more.code).toBe(200);
      expect(more.message.final).toBe(true);
    }
  });

  it('point 26: that resumes goes to the datastore, which decides', async () => {
    const { client, contacts } = start();
    const answer = await client.begin(['contacts'], { code: 225 });
    expect(contacts.events[0]).toMatchObject({ request: { isResume: true, last: undefined } });
    expect(answer.codes('Alert')).toEqual([508]);
    expect(alertsOf(answer)[0]?.code).toBe(201);
  });

  it('point 27: that suspends is 200, ends the message with Final and keeps the anchors', async () => {
    const { world, client, contacts } = start();
    contacts.clientAnchor = 'c0';
    await client.begin(['contacts'], { last: 'c0' });
    const suspend = { kind: 'alert' as const, code: 224, items: [] };
    const answer = await client.send([sync('contacts', [change('add', '1', 'x')]), suspend], {
      isFinal: false,
    });
    expect(answer.codes('Alert')).toEqual([200]);
    expect(answer.codes('Add')).toEqual([201]);
    expect(answer.message.final).toBe(true);
    expect(answer.syncs()).toEqual([]);
    expect(contacts.events.at(-1)?.what).toBe('abandon');
    expect(contacts.clientAnchor).toBe('c0');
    expect(world.sessions[0]?.ended).toEqual(['suspended', null]);
  });

  it('of other codes is heard or refused', async () => {
    const { client } = start();
    const codes = [100, 221, 222, 223, 299, 0].map((code) => ({
      kind: 'alert' as const,
      code,
      items: [],
    }));
    const answer = await client.send(codes, { cred: basicCred() });
    expect(answer.codes('Alert')).toEqual([200, 200, 200, 200, 406, 406]);
  });

  it('comes for several datastores in one command', async () => {
    const { client } = start();
    const items = ['contacts', 'events'].map((uri) => ({
      target: { uri },
      source: { uri: `./${uri}` },
      meta: { anchor: { next: '1' } },
    }));
    const answer = await client.send([{ kind: 'alert', code: 201, items }], { cred: basicCred() });
    expect(answer.statuses.slice(1).map(({ code, targetRefs }) => [code, ...targetRefs])).toEqual([
      [200, 'contacts'],
      [200, 'events'],
    ]);
  });

  it('for a datastore that is open takes the place of the one before', async () => {
    const { client, contacts } = start();
    const answer = await client.send([alert('contacts'), alert('./Contacts', { code: 201 })], {
      cred: basicCred(),
    });
    expect(answer.codes('Alert')).toEqual([508, 200]);
    expect(alertsOf(answer)).toHaveLength(1);
    expect(contacts.events.map(({ what }) => what)).toEqual(['open', 'abandon', 'open']);
  });

  it('is not opened when the server cannot: 511, and the others go on', async () => {
    const { world, client, contacts } = start();
    contacts.before = () => {
      throw new Error('broken');
    };
    const answer = await client.begin(['contacts', 'events']);
    expect(answer.codes('Alert')).toEqual([511, 508]);
    expect(world.lines.map(({ key }) => key)).toEqual(['sync.fault']);
  });

  it('points 45, 46: hands filters of both kinds to the datastore, and its refusal back', async () => {
    const { client, contacts, world } = start();
    const filter = {
      filterType: 'EXCLUSIVE',
      record: { metaType: 'syncml:filtertype-cgi', data: 'SINCE&EQ;20240101T000000Z' },
    };
    const uri = 'contacts?SINCE&EQ;20240101T000000Z';
    const withFilter = {
      kind: 'alert' as const,
      code: 201,
      items: [{ target: { uri, filter }, source: { uri: 'c' }, meta: { anchor: { next: '1' } } }],
    };
    const answer = await client.send([withFilter, alert('filtered?x')], { cred: basicCred() });
    expect(contacts.events[0]).toMatchObject({ request: { uri, filter } });
    expect(answer.codes('Alert')).toEqual([200, 406]);
    expect(alertsOf(answer)[0]?.items[0]?.source?.uri).toBe('contacts');
    const second = await client.send([{ ...sync('contacts'), source: { uri: 'c' } } as never]);
    expect(second.codes('Sync')).toEqual([200]);
    expect(world.sessions[0]?.problems[0]).toMatchObject({ uri: 'filtered?x', status: 406 });
  });
});

describe('the push markers', () => {
  it('switch the push of the device, and are an empty datastore', async () => {
    const { world, client, server } = start();
    const first = await client.begin(['./Push-Off'], { last: 'x' });
    expect(first.codes('Alert')).toEqual([200]);
    expect(world.pushWishes).toEqual(['off']);
    const second = await client.send([sync('push-off', [change('add', '1', 'x')])]);
    expect(second.codes('Add')).toEqual([403]);
    expect(second.syncs()).toMatchObject([{ commands: [] }]);
    await client.send([]);
    expect(world.sessions[0]?.ended?.[0]).toBe('done');
    const again = new TestClient(server, { sessionId: '2' });
    await again.begin(['push-on'], { code: 201 });
    expect(world.pushWishes).toEqual(['off', 'on']);
  });
});
