import { describe, expect, it } from 'vitest';
import { createSyncServer } from '../sync-server.ts';
import { syncLimits } from '../limits.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { change, sync, TestClient } from './testing/test-client.ts';

async function begin(ignoresRespUri = false) {
  const world = createFakeWorld();
  const server = createSyncServer(world.deps);
  const contacts = world.datastores.folder('contacts');
  contacts.clientAnchor = 'c0';
  const client = new TestClient(server, { ignoresRespUri });
  await client.begin(['contacts'], { last: 'c0' });
  return { world, server, contacts, client };
}

describe('a client that is silent for five minutes', () => {
  it('point 55: finds its session over, and its anchors unchanged', async () => {
    const { world, client, contacts } = await begin();
    await world.clock.advance(299_999);
    await client.send([sync('contacts', [change('add', '1', 'x')])], { isFinal: false });
    await world.clock.advance(299_999);
    expect(world.sessions[0]?.ended).toBeUndefined();
    await world.clock.advance(1);
    expect(world.sessions[0]?.ended).toEqual(['broken', 'client-gone']);
    const late = await client.send([sync('contacts', [change('add', '2', 'x')])]);
    expect(late.code).toBe(408);
    expect(late.codes('Add')).toEqual([408]);
    expect(contacts.clientAnchor).toBe('c0');
    expect([...contacts.items.keys()]).toEqual(['1']);
    expect(contacts.events.at(-1)?.what).toBe('abandon');
  });

  it('point 55: is asked to sign in again when it does not come by the session’s URL', async () => {
    const { world, client } = await begin(true);
    await world.clock.advance(300_000);
    const late = await client.send([sync('contacts')]);
    expect(late.code).toBe(407);
    expect(late.statuses[0]?.challenge).toBeDefined();
  });

  it('point 55: is given the time that the settings say', async () => {
    const world = createFakeWorld();
    world.settings = { ...world.settings, sessionTimeoutMs: 10_000 };
    const client = new TestClient(createSyncServer(world.deps));
    await client.begin();
    await world.clock.advance(10_000);
    expect(world.sessions[0]?.ended).toEqual(['broken', 'client-gone']);
  });

  it('after it was told that nothing is there, has not broken anything', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps));
    await client.begin(['nonsense']);
    await world.clock.advance(300_000);
    expect(world.sessions[0]?.ended).toEqual(['failed', 'folder-unknown']);
  });
});

describe('a session that is over', () => {
  it('remembers its last answer for a while', async () => {
    const { world, client } = await begin();
    await client.send([sync('contacts')]);
    const last = await client.send([]);
    await world.clock.advance(syncLimits.lingerMs - 1);
    expect((await client.post(client.lastBody)).response.body).toEqual(last.response.body);
    await world.clock.advance(syncLimits.lingerMs);
    expect((await client.post(client.lastBody)).code).toBe(408);
    expect(world.sessions[0]?.ended).toEqual(['done', null]);
  });

  it('takes nothing more', async () => {
    const { client } = await begin();
    await client.send([sync('contacts')]);
    await client.send([]);
    const more = await client.send([sync('contacts', [change('add', '1', 'x')])]);
    expect(more.codes('Sync')).toEqual([405]);
    expect(more.message.final).toBe(true);
  });
});

describe('a server that stops', () => {
  it('lets the message at hand be answered, ends the sessions and takes no more', async () => {
    const { world, server, client, contacts } = await begin();
    const answer = client.send([sync('contacts', [change('add', '1', 'x')])]);
    const stopped = server.stop();
    expect((await answer).codes('Add')).toEqual([201]);
    await stopped;
    expect(world.sessions[0]?.ended).toEqual(['broken', 'server-stopped']);
    expect(contacts.clientAnchor).toBe('c0');
    expect((await client.send([])).response.status).toBe(503);
    await server.stop();
    await world.clock.advance(1_000_000);
  });
});
