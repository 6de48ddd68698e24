import { describe, expect, it } from 'vitest';
import { createSyncServer } from '../sync-server.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { basicCred, change, md5Cred, sync, TestClient } from './testing/test-client.ts';
import type { Answer, Draft } from './testing/test-client.ts';

const none = new Uint8Array(0);

function nonceOf(answer: Answer): Uint8Array {
  return answer.statuses[0]?.challenge?.nextNonce ?? none;
}

describe.each(['wbxml', 'xml'] as const)('signing in with %s', (encoding) => {
  const worldWith = () => {
    const world = createFakeWorld();
    const server = createSyncServer(world.deps);
    return { world, server, client: new TestClient(server, { encoding }) };
  };

  it('point 14: a wrong password is 401 with a challenge, and nothing is executed', async () => {
    const { world, client } = worldWith();
    const put: Draft = { kind: 'put', items: [{ source: { uri: './devinf12' } }] };
    const answer = await client.begin(['contacts'], {
      cred: md5Cred('alice', 'wrong', none),
      before: [put, sync('contacts', [change('add', '1', 'x')])],
    });
    expect(answer.code).toBe(401);
    expect(answer.statuses[0]?.challenge).toMatchObject({
      type: 'syncml:auth-md5',
      format: 'b64',
    });
    expect(nonceOf(answer)).toHaveLength(16);
    expect(answer.statuses.map(({ cmd, code }) => `${cmd} ${String(code)}`)).toEqual([
      'SyncHdr 401',
      'Put 401',
      'Sync 401',
      'Add 401',
      'Alert 401',
    ]);
    expect(answer.message.final).toBe(true);
    expect(answer.message.header.respUri).toBeUndefined();
    expect(world.datastores.folder('contacts').events).toEqual([]);
    expect(world.sessions).toEqual([]);
    expect(world.refusals).toEqual([
      { user: 'alice', accountId: 'alice', reason: 'wrong-password' },
    ]);
  });

  it('point 15: Basic is accepted with 212, also without a type', async () => {
    const { server } = worldWith();
    const typed = await new TestClient(server, { encoding }).begin();
    expect(typed.code).toBe(212);
    expect(typed.statuses[0]?.challenge).toBeUndefined();
    const bare = await new TestClient(server, { encoding, syncId: 'old' }).begin(['contacts'], {
      cred: { ...basicCred(), type: '' },
    });
    expect(bare.code).toBe(212);
  });

  it('point 16: MD5 without a nonce is accepted while none is stored', async () => {
    const { world, client, server } = worldWith();
    const cred = md5Cred('alice', 'secret', none);
    expect(cred.data).toBe('lOnT4YjHnGPOubN9TXInoQ==');
    const first = await client.begin(['contacts'], { cred });
    expect(first.code).toBe(212);
    const again = new TestClient(server, { encoding, sessionId: '2' });
    expect((await again.begin(['contacts'], { cred })).code).toBe(401);
    // It has lost its nonce, which is no guess.
    expect(world.refusals).toEqual([]);
  });

  it('point 17: no credentials are 407 with a challenge, and a right second try goes on', async () => {
    for (const restarts of [false, true]) {
      const { world, client } = worldWith();
      const first = await client.begin(['contacts'], { cred: undefined });
      expect(first.code).toBe(407);
      expect(first.codes('Alert')).toEqual([407]);
      expect(world.refusals).toEqual([]);
      const cred = md5Cred('alice', 'secret', nonceOf(first));
      const second = await client.begin(['contacts'], {
        cred,
        isSilent: true,
        ...(restarts ? { msgId: '1' } : {}),
      });
      expect(second.code).toBe(212);
      expect(second.codes('Alert')).toEqual([508]);
      expect(second.message.header.msgId).toBe(restarts ? '1' : '2');
      const third = await client.send([sync('contacts')]);
      expect(third.code).toBe(200);
      expect(third.message.header.msgId).toBe(restarts ? '2' : '3');
    }
  });

  it('point 18: the nonce is another in each session, and survives a restart', async () => {
    const { world, client } = worldWith();
    const saved: Uint8Array[] = [];
    world.beforeNonce = (nonce) => void saved.push(nonce);
    const first = await client.begin(['contacts'], { cred: md5Cred('alice', 'secret', none) });
    expect(saved).toEqual([nonceOf(first)]);

    const restarted = createSyncServer(world.deps);
    const second = await new TestClient(restarted, { encoding, sessionId: '2' }).begin(
      ['contacts'],
      { cred: md5Cred('alice', 'secret', nonceOf(first)) },
    );
    expect(second.code).toBe(212);
    expect(nonceOf(second)).not.toEqual(nonceOf(first));
    const replayed = await new TestClient(restarted, { encoding, sessionId: '3' }).begin(
      ['contacts'],
      { cred: md5Cred('alice', 'secret', nonceOf(first)) },
    );
    expect(replayed.code).toBe(401);
  });
});

describe('the door', () => {
  it('point 18: does not say 212 when the nonce could not be kept', async () => {
    const world = createFakeWorld();
    world.beforeNonce = () => {
      throw new Error('disk');
    };
    const client = new TestClient(createSyncServer(world.deps));
    const answer = await client.begin(['contacts'], { cred: md5Cred('alice', 'secret', none) });
    expect(answer.response.status).toBe(503);
    expect(world.sessions).toEqual([]);
  });

  it('asks for the kind of credentials that the settings want', async () => {
    const world = createFakeWorld();
    const server = createSyncServer(world.deps);
    world.settings = { ...world.settings, auth: 'md5' };
    const basic = await new TestClient(server).begin();
    expect(basic.code).toBe(401);
    expect(basic.statuses[0]?.challenge?.type).toBe('syncml:auth-md5');
    world.settings = { ...world.settings, auth: 'basic' };
    const md5 = await new TestClient(server).begin(['contacts'], {
      cred: md5Cred('alice', 'secret', none),
    });
    expect(md5.code).toBe(401);
    expect(md5.statuses[0]?.challenge).toEqual({ type: 'syncml:auth-basic', format: 'b64' });
    expect((await new TestClient(server).begin()).code).toBe(212);
    expect(world.refusals).toEqual([]);
  });

  it('does not tell a name that exists from one that does not', async () => {
    const world = createFakeWorld();
    const server = createSyncServer(world.deps);
    const answers = [];
    for (const user of ['alice', 'silent', 'nobody']) {
      const client = new TestClient(server, { user, syncId: user });
      const { message } = await client.begin(['contacts'], { cred: basicCred(user, 'wrong') });
      const [head] = message.commands;
      expect(head).toMatchObject({ kind: 'status', code: 401 });
      answers.push(JSON.stringify(message).length - 2 * user.length);
    }
    expect(new Set(answers).size).toBe(1);
    expect(world.refusals.map(({ reason }) => reason)).toEqual([
      'wrong-password',
      'no-password',
      'unknown-account',
    ]);
  });

  it('takes the name as it was sent for the digest, in any letter case', async () => {
    const client = new TestClient(createSyncServer(createFakeWorld().deps), {
      user: 'Alice@Example.org',
    });
    const cred = md5Cred('Alice@Example.org', 'secret', none);
    expect((await client.begin(['contacts'], { cred })).code).toBe(212);
  });

  it('is closed with 403 to a device that is blocked', async () => {
    const world = createFakeWorld();
    world.admits = false;
    const answer = await new TestClient(createSyncServer(world.deps)).begin();
    expect(answer.code).toBe(403);
    expect(answer.codes('Alert')).toEqual([403]);
    expect(world.refusals).toMatchObject([{ user: 'alice', reason: 'device-blocked' }]);
  });

  it('is closed with 503 while synchronisation is off', async () => {
    const world = createFakeWorld();
    world.settings = { ...world.settings, active: false };
    const answer = await new TestClient(createSyncServer(world.deps)).begin();
    expect(answer.response.status).toBe(200);
    expect(answer.code).toBe(503);
    expect(answer.codes('Alert')).toEqual([503]);
    expect(world.refusals).toMatchObject([{ reason: 'sync-off' }]);
  });

  it('makes who guesses passwords wait, and nobody else', async () => {
    const world = createFakeWorld();
    const server = createSyncServer(world.deps);
    const tryOnce = (password: string, remote: string, sessionId: string) =>
      new TestClient(server, { remote, sessionId }).begin(['contacts'], {
        cred: basicCred('alice', password),
      });
    for (let guess = 0; guess < 10; guess += 1) await tryOnce('wrong', 'far', String(guess));
    expect((await tryOnce('secret', 'far', 'a')).code).toBe(401);
    expect((await tryOnce('secret', 'near', 'b')).code).toBe(212);
    await world.clock.advance(1_000);
    expect((await tryOnce('secret', 'far', 'c')).code).toBe(212);
  });

  it('does not let a stranger into a session whose names it has guessed', async () => {
    const world = createFakeWorld();
    const server = createSyncServer(world.deps);
    const victim = new TestClient(server);
    await victim.begin();
    await victim.send([], { isFinal: false });
    const thief = new TestClient(server);
    const stolen = await thief.send([sync('contacts', [change('add', '1', 'x')])], { msgId: '3' });
    expect(stolen.code).toBe(407);
    expect(world.datastores.folder('contacts').items.size).toBe(0);
    expect((await victim.send([sync('contacts')])).code).toBe(200);
  });

  it('lets a client that passes over RespURI go on from where it signed in', async () => {
    const world = createFakeWorld();
    const server = createSyncServer(world.deps);
    const client = new TestClient(server, { ignoresRespUri: true });
    await client.begin();
    const elsewhere = new TestClient(server, { remote: '10.9.9.9' });
    expect((await elsewhere.send([sync('contacts')], { msgId: '2' })).code).toBe(407);
    expect((await client.send([sync('contacts')])).code).toBe(200);
  });
});
