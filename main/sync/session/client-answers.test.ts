import { describe, expect, it } from 'vitest';
import type { Command } from '../../codecs/syncml/message/model.ts';
import { createSyncServer } from '../sync-server.ts';
import { serverAdd } from './testing/fake-datastores.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { sync, TestClient, usualCode } from './testing/test-client.ts';
import type { Answer, Draft } from './testing/test-client.ts';

async function begin() {
  const world = createFakeWorld();
  const contacts = world.datastores.folder('contacts');
  contacts.clientAnchor = 'c0';
  const client = new TestClient(createSyncServer(world.deps));
  const first = await client.begin(['contacts'], { last: 'c0' });
  return { world, client, contacts, first };
}

/** What a client says that answers one kind of command with a code of its own. */
function answering(client: TestClient, answer: Answer, kind: string, code: number): Draft[] {
  const codeOf = (command: Command): number => (command.kind === kind ? code : usualCode(command));
  return client.statusesFor(answer, codeOf);
}

const map = (target: string, source: string): Draft => ({
  kind: 'map',
  target: { uri: 'contacts' },
  source: { uri: './contacts' },
  items: [{ target, source }],
});

describe('what the client answers', () => {
  it('to changes goes to the datastore, item by item', async () => {
    const { world, client, contacts } = await begin();
    contacts.outgoing = [
      serverAdd('a', 'x'),
      { ...serverAdd('b', 'x'), kind: 'replace', luid: '2' },
      { ...serverAdd('c', ''), kind: 'delete', luid: '3' },
    ];
    // The datastore was opened without them: a new session.
    contacts.clientAnchor = 'c1';
    const again = new TestClient(client.server, { sessionId: '2' });
    await again.begin(['contacts'], { last: 'c1', next: 'c2' });
    const sent = await again.send([sync('contacts')]);
    expect(sent.changes().map(({ kind, items }) => [kind, items[0]?.target?.uri])).toEqual([
      ['add', undefined],
      ['replace', '2'],
      ['delete', '3'],
    ]);
    const statuses = answering(again, sent, 'delete', 211);
    await again.send([...statuses, map('a', '9')], { isSilent: true });
    expect(contacts.events).toContainEqual({
      what: 'settle',
      outcomes: [
        { itemId: 'a', status: 201 },
        { itemId: 'b', status: 200 },
        { itemId: 'c', status: 211 },
      ],
    });
    expect(world.sessions[1]?.ended).toEqual(['done', null]);
  });

  it('as a failure of an item is told to the admin, 418 is not', async () => {
    for (const [code, ended] of [
      [420, ['done', 'items-failed']],
      [418, ['done', null]],
    ] as const) {
      const { world, client, contacts } = await begin();
      contacts.clientAnchor = 'c1';
      contacts.outgoing = [serverAdd('a', 'x')];
      const again = new TestClient(client.server, { sessionId: '2' });
      await again.begin(['contacts'], { last: 'c1' });
      const sent = await again.send([sync('contacts')]);
      await again.send(answering(again, sent, 'add', code), { isSilent: true });
      expect(contacts.events).toContainEqual({
        what: 'settle',
        outcomes: [{ itemId: 'a', status: code }],
      });
      expect(world.sessions[1]?.ended).toEqual(ended);
      expect(world.sessions[1]?.problems).toHaveLength(code === 418 ? 0 : 1);
    }
  });

  it('with 1xx or 202 is not the last word', async () => {
    const { client, contacts } = await begin();
    contacts.clientAnchor = 'c1';
    contacts.outgoing = [serverAdd('a', 'x')];
    const again = new TestClient(client.server, { sessionId: '2' });
    await again.begin(['contacts'], { last: 'c1' });
    const sent = await again.send([sync('contacts')]);
    await again.send(answering(again, sent, 'add', 202), { isSilent: true, isFinal: false });
    expect(contacts.events.some(({ what }) => what === 'settle')).toBe(false);
    await again.send(answering(again, sent, 'add', 201), { isSilent: true });
    expect(contacts.events.some(({ what }) => what === 'settle')).toBe(true);
  });

  it('as a refusal of the Sync or the Alert gives the datastore up', async () => {
    for (const kind of ['alert', 'sync']) {
      const { world, client, contacts, first } = await begin();
      const sent = kind === 'alert' ? first : await client.send([sync('contacts')]);
      await client.send(answering(client, sent, kind, 404), { isSilent: true });
      if (kind === 'alert') await client.send([]);
      expect(contacts.events.at(-1)?.what).toBe('abandon');
      expect(contacts.clientAnchor).toBe('c0');
      expect(world.sessions[0]?.ended).toEqual(['failed', 'aborted-by-client']);
    }
  });

  it('as a refusal of the whole message ends the session', async () => {
    const { world, client, contacts } = await begin();
    const refusal: Draft = {
      kind: 'status',
      msgRef: '1',
      cmdRef: '0',
      cmd: 'SyncHdr',
      targetRefs: [],
      sourceRefs: [],
      code: 500,
      items: [],
    };
    const answer = await client.send([refusal, sync('contacts')], { isSilent: true });
    expect(answer.message.final).toBe(true);
    expect(contacts.clientAnchor).toBe('c0');
    expect(world.sessions[0]?.ended).toEqual(['failed', 'aborted-by-client']);
  });

  it('to what was never said is passed over', async () => {
    const { client } = await begin();
    const stray: Draft = {
      kind: 'status',
      msgRef: '9',
      cmdRef: '9',
      cmd: 'Add',
      targetRefs: [],
      sourceRefs: [],
      code: 500,
      items: [],
    };
    const answer = await client.send([stray, sync('contacts')]);
    expect(answer.codes('Status')).toEqual([]);
    expect(answer.message.final).toBe(true);
  });
});

describe('a Map', () => {
  it('point 30: is taken before Final, and an unknown GUID is 404 and does no harm', async () => {
    const { world, client, contacts } = await begin();
    contacts.guids.add('g1').add('g2');
    const both: Draft = {
      kind: 'map',
      target: { uri: 'contacts' },
      source: { uri: './contacts' },
      items: [
        { target: 'g1', source: '1' },
        { target: 'nobody', source: '2' },
        { target: 'g2', source: '3' },
      ],
    };
    const early = await client.send([map('g1', '1'), both], { isFinal: false });
    expect(early.codes('Map')).toEqual([200, 200, 404, 200]);
    const answer = await client.send([sync('contacts'), map('gone', '9')]);
    expect(answer.codes('Map')).toEqual([404]);
    expect(answer.message.final).toBe(true);
    await client.send([]);
    expect(world.sessions[0]?.ended?.[0]).toBe('done');
  });

  it('point 30: that the server cannot keep is 510', async () => {
    const { client, contacts } = await begin();
    contacts.before = (what) => {
      if (what === 'map') throw new Error('broken');
    };
    const answer = await client.send([map('g1', '1')], { isFinal: false });
    expect(answer.codes('Map')).toEqual([510]);
  });
});

describe('the end of a session', () => {
  it('is told to the client as 500 when the anchors could not be saved', async () => {
    const { world, client, contacts } = await begin();
    await client.send([sync('contacts')]);
    contacts.before = (what) => {
      if (what === 'complete') throw new Error('broken');
    };
    const answer = await client.send([]);
    expect(answer.code).toBe(500);
    expect(answer.message.final).toBe(true);
    expect(world.sessions[0]?.ended).toEqual(['failed', 'server-fault']);
  });

  it('has nothing in its last message that wants a Status', async () => {
    const { client, contacts } = await begin();
    contacts.guids.add('g1');
    await client.send([sync('contacts')]);
    const answer = await client.send([map('g1', '1')]);
    expect(answer.message.commands.map(({ kind }) => kind)).toEqual(['status', 'status']);
    expect(answer.message.final).toBe(true);
  });

  it('is recorded with figures and every message of it', async () => {
    const { world, client } = await begin();
    await client.send([sync('contacts')]);
    await client.send([]);
    const [told] = world.sessions;
    expect(told?.start).toEqual({
      syncId: 'IMEI:1',
      wireId: '1',
      version: '1.2',
      encoding: 'wbxml',
    });
    expect(told?.messages.map(({ direction }) => direction)).toEqual([
      'in',
      'out',
      'in',
      'out',
      'in',
      'out',
    ]);
    const last = told?.progress.at(-1);
    expect(last?.requests).toBe(3);
    const octets = (direction: string): number =>
      (told?.messages ?? [])
        .filter((message) => message.direction === direction)
        .reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(last?.bytesIn).toBe(octets('in'));
    expect(last?.bytesOut).toBe(octets('out'));
  });
});
