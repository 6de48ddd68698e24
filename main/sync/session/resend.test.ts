import { describe, expect, it } from 'vitest';
import { createSyncServer } from '../sync-server.ts';
import { serverAdd } from './testing/fake-datastores.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { change, sync, TestClient } from './testing/test-client.ts';

function start() {
  const world = createFakeWorld();
  const server = createSyncServer(world.deps);
  return { world, server, contacts: world.datastores.folder('contacts') };
}

const applied = (events: readonly { what: string }[]): number =>
  events.filter(({ what }) => what === 'apply').length;

describe('a message that comes again', () => {
  it('point 28: gets the same answer, octet by octet, and is executed once', async () => {
    const { server, contacts } = start();
    const client = new TestClient(server);
    const first = await client.begin();
    const firstBody = client.lastBody;
    expect((await client.post(firstBody)).response.body).toEqual(first.response.body);
    expect(contacts.events.map(({ what }) => what)).toEqual(['open']);

    const second = await client.send([sync('contacts', [change('add', '1', 'x')])]);
    const repeated = await client.post(client.lastBody);
    expect(repeated.response.body).toEqual(second.response.body);
    expect(applied(contacts.events)).toBe(1);
    const third = await client.send([]);
    expect((await client.post(client.lastBody)).response.body).toEqual(third.response.body);
    expect(contacts.events.filter(({ what }) => what === 'complete')).toHaveLength(1);
  });

  it('point 28: while the first is still worked on waits for its answer', async () => {
    const { server, contacts } = start();
    const client = new TestClient(server);
    await client.begin();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    contacts.before = (what) => (what === 'apply' ? held : undefined);
    const first = client.send([sync('contacts', [change('add', '1', 'x')])]);
    const second = client.post(client.lastBody);
    const third = client.post(client.lastBody);
    release();
    const answers = await Promise.all([first, second, third]);
    expect(
      new Set(answers.map(({ response }) => Buffer.from(response.body).toString('hex'))).size,
    ).toBe(1);
    expect(applied(contacts.events)).toBe(1);
  });

  it('point 28: with other octets is not executed either', async () => {
    const { server, contacts } = start();
    const client = new TestClient(server);
    await client.begin();
    const second = await client.send([sync('contacts', [change('add', '1', 'x')])]);
    const changed = await client.send([sync('contacts', [change('add', '2', 'y')])], {
      msgId: '2',
    });
    expect(changed.response.body).toEqual(second.response.body);
    expect(contacts.items.size).toBe(1);
  });

  it('from before the last one is refused', async () => {
    const { server, contacts } = start();
    const client = new TestClient(server);
    await client.begin();
    await client.send([sync('contacts')], { isFinal: false });
    await client.send([sync('contacts')], { isFinal: false });
    const old = await client.send([sync('contacts', [change('add', '2', 'y')])], { msgId: '2' });
    expect(old.code).toBe(400);
    expect(contacts.items.size).toBe(0);
  });

  it('too often at once is turned away', async () => {
    const { server, contacts } = start();
    const client = new TestClient(server);
    await client.begin();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    contacts.before = () => held;
    const first = client.send([sync('contacts', [change('add', '1', 'x')])]);
    const more = Array.from({ length: 9 }, () => client.post(client.lastBody));
    const turnedAway = more.slice(-2).map(async (answer) => (await answer).response.status);
    await expect(Promise.all(turnedAway)).resolves.toEqual([503, 503]);
    release();
    await Promise.all([first, ...more]);
  });
});

describe('an answer that is lost', () => {
  it('point 29: after package 4 leaves the anchors, and the Map comes in the next session', async () => {
    const { world, server, contacts } = start();
    contacts.outgoing = [serverAdd('g1', 'x')];
    const client = new TestClient(server);
    await client.begin();
    await client.send([sync('contacts')]);
    await world.clock.advance(300_000);
    expect(contacts.clientAnchor).toBeUndefined();
    const next = new TestClient(server, { sessionId: '2' });
    const map = {
      kind: 'map' as const,
      target: { uri: 'contacts' },
      source: { uri: './contacts' },
      items: [{ target: 'g1', source: '77' }],
    };
    const early = await next.begin(['contacts'], { before: [map] });
    expect(early.codes('Map')).toEqual([200]);
    expect(contacts.events).toContainEqual({
      what: 'map',
      pairs: [{ guid: 'g1', luid: '77' }],
    });
  });
});

describe('several sessions', () => {
  it('point 51: of one device: the second ends the first, and nothing is executed twice', async () => {
    const { world, server, contacts } = start();
    const first = new TestClient(server);
    await first.begin();
    const second = new TestClient(server, { sessionId: '2' });
    const [late, begun] = await Promise.all([
      first.send([sync('contacts', [change('add', '1', 'x')])]),
      second.begin(),
    ]);
    expect(late.code).toBe(200);
    expect(begun.code).toBe(212);
    expect(world.sessions[0]?.ended).toEqual(['broken', 'replaced']);
    expect(contacts.events.map(({ what }) => what)).toEqual([
      'open',
      'apply',
      'done',
      'abandon',
      'open',
    ]);
    const dead = await first.send([sync('contacts', [change('add', '9', 'x')])]);
    expect(dead.code).toBe(408);
    expect(contacts.items.has('9')).toBe(false);
    expect((await second.send([sync('contacts')])).code).toBe(200);
  });

  it('point 51: with the same names, signed in to anew, ends the one before', async () => {
    const { world, server } = start();
    const first = new TestClient(server);
    await first.begin();
    await first.send([sync('contacts')], { isFinal: false });
    const restarted = new TestClient(server);
    expect((await restarted.begin()).code).toBe(212);
    expect(world.sessions[0]?.ended).toEqual(['broken', 'replaced']);
    // Who cannot sign in ends nothing.
    const stranger = new TestClient(server);
    expect((await stranger.begin(['contacts'], { cred: undefined })).code).toBe(407);
    expect((await restarted.send([sync('contacts')])).code).toBe(200);
  });

  it('point 52: of two devices go on beside each other', async () => {
    const { server, contacts } = start();
    const one = new TestClient(server);
    const two = new TestClient(server, { syncId: 'IMEI:2' });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await Promise.all([one.begin(), two.begin()]);
    let calls = 0;
    contacts.before = (what) => (what === 'apply' && (calls += 1) === 1 ? held : undefined);
    const slow = one.send([sync('contacts', [change('add', 'a', 'x')])]);
    const quick = await two.send([sync('contacts', [change('add', 'b', 'y')])]);
    expect(quick.codes('Add')).toEqual([201]);
    release();
    expect((await slow).codes('Add')).toEqual([201]);
    expect([...contacts.items.keys()].sort()).toEqual(['a', 'b']);
  });
});
