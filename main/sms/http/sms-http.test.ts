import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { silentDiagnostics } from '../../log/diagnostics.ts';
import { startServer } from '../../server.ts';
import type { RunningServer } from '../../server.ts';
import { testSecretBox } from '../../testing/memory-store.ts';
import { smsHttpLimits } from './limits.ts';

const number = '+48601100200';
const secret = 'Tr0ub4dor';
const text = 'a very private text';
const host = '127.0.0.1';

let folder: string;
let server: RunningServer;
let port: number;
const faults: unknown[] = [];
const written: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-sms-api-'));
  server = await startServer({
    dataDir: folder,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: join(folder, 'renderer'),
    diagnostics: {
      ...silentDiagnostics,
      fault: (_id, error) => faults.push(error),
      entry: (entry) => written.push(JSON.stringify(entry)),
    },
    checksAnswers: true,
    simulatorReportMs: 10,
  });
  port = server.listeners().find(({ name }) => name === 'devices-http')?.port ?? 0;
  await server.client.gateways.create({ kind: 'simulator', name: 'Phones' });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
  expect(written.join('\n')).not.toContain(secret);
  expect(written.join('\n')).not.toContain(text);
});

let users = 0;

async function newUser(changes = {}): Promise<{ id: string; name: string }> {
  users += 1;
  const name = `user${String(users)}`;
  const user = await server.client.smsUsers.create({ name, password: secret, ...changes });
  return { id: user.id, name };
}

interface Sent {
  readonly status: number;
  readonly body: string;
  readonly headers: Headers;
}

async function ask(
  path: string,
  values: Record<string, string> = {},
  init: RequestInit = {},
): Promise<Sent> {
  const query = new URLSearchParams(values).toString();
  const url = `http://${host}:${String(port)}${path}${query === '' ? '' : `?${query}`}`;
  const response = await fetch(url, init);
  return { status: response.status, body: await response.text(), headers: response.headers };
}

const basic = (name: string, password = secret) => ({
  authorization: `Basic ${btoa(`${name}:${password}`)}`,
});
const inJson = { accept: 'application/json' };

/** Sends octets as they are, and gives back all that comes until the other end closes. */
async function converse(...pieces: readonly string[]): Promise<string> {
  const socket = connect(port, host);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  await new Promise((resolve) => socket.once('close', resolve));
  return Buffer.concat(chunks).toString();
}

describe('an old client', () => {
  it('sends with everything in the address, and reads the first word', async () => {
    const { name } = await newUser();
    const query = `number=${number}&data=Hello+there&user=${name}&pass=${secret}`;
    const answer = await converse(`GET /sms/?${query} HTTP/1.0\r\nHost: ${host}\r\n\r\n`);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 200 /u);
    expect(head).toMatch(/content-type: text\/plain/iu);
    const id = /^OK (\S+)\n$/u.exec(body)?.[1] ?? '';
    const { message } = await server.client.messages.get({ id });
    expect(message).toMatchObject({ number, source: 'api', class: 'normal', text: 'Hello there' });
  });

  it('sends binary data in base64, by POST as well, to the address without a slash', async () => {
    const { name, id: userId } = await newUser();
    const form = new URLSearchParams({
      ...{ number, binary: '1', data: 'AQY=', udh: 'BgUEC4TAAg==', dcs: '245', pid: '0' },
      ...{ user: name, pass: secret, authenticated: '1', reply: 'x' },
    });
    const { status, body } = await ask('/sms', {}, { method: 'POST', body: form });
    expect(status).toBe(200);
    const { message } = await server.client.messages.get({ id: body.trim().slice(3) });
    expect(message).toMatchObject({ userId, dcs: 245 });
    expect(message.parts).toEqual([{ udh: '0605040b84c002', data: '0106' }]);
  });

  it('gets long texts cut to one part unless it asks for more', async () => {
    const { name } = await newUser();
    const data = 'x'.repeat(400);
    const short = await ask('/sms/', { number, data }, { headers: basic(name) });
    const long = await ask('/sms/', { number, data, maxmsgs: '7' }, { headers: basic(name) });
    const partsOf = async ({ body }: Sent) =>
      (await server.client.messages.get({ id: body.trim().slice(3) })).message.parts.length;
    expect([await partsOf(short), await partsOf(long)]).toEqual([1, 3]);
  });

  it('may name a gateway by its id or its name', async () => {
    const { name } = await newUser();
    const values = { number, data: 'x' };
    const headers = basic(name);
    const { gateways } = await server.client.gateways.list();
    for (const id of ['Phones', gateways[0]?.id ?? '']) {
      const { body } = await ask('/sms/', { ...values, id }, { headers });
      const { message } = await server.client.messages.get({ id: body.trim().slice(3) });
      expect(message.gatewayId).toBe(gateways[0]?.id);
    }
    const unknown = await ask('/sms/', { ...values, id: 'Nowhere' }, { headers });
    expect([unknown.status, unknown.body]).toEqual([
      400,
      'ERROR gateway-unknown There is no such gateway.\n',
    ]);
  });
});

describe('a program', () => {
  it('sends to several numbers, in bulk, and reads JSON', async () => {
    const { name } = await newUser();
    const answer = await ask(
      '/sms/',
      {},
      {
        method: 'POST',
        headers: { ...basic(name), ...inJson, 'content-type': 'application/json' },
        body: JSON.stringify({ number: [number, '112'], data: 'Hi' }),
      },
    );
    const { messages } = JSON.parse(answer.body) as { messages: { number: string; id: string }[] };
    expect(messages.map((message) => message.number)).toEqual([number, '112']);
    const { message } = await server.client.messages.get({ id: messages[0]?.id ?? '' });
    expect(message.class).toBe('bulk');
  });

  it('hands in the same twice under one reference, at once and later: it is one message', async () => {
    const { name } = await newUser();
    const values = { number, data: 'once', ref: 'order 1' };
    const send = async () => (await ask('/sms/', values, { headers: basic(name) })).body;
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toMatch(/^OK /u);
    expect([second, await send()]).toEqual([first, first]);
    const other = await ask('/sms/', { ...values, number: '112' }, { headers: basic(name) });
    expect(other.body).not.toBe(first);
    const stranger = await newUser();
    const theirs = await ask('/sms/', values, { headers: basic(stranger.name) });
    expect(theirs.body).not.toBe(first);
  });

  it('follows its own messages to the end, and nobody else’s', async () => {
    const { name } = await newUser();
    const stranger = await newUser();
    const headers = { ...basic(name), ...inJson };
    const values = { number, data: 'x', ref: 'mine' };
    const id = (await ask('/sms/', values, { headers: basic(name) })).body.trim().slice(3);
    let cursor = '';
    const seen: { id: string; state: string }[] = [];
    while (seen.at(-1)?.state !== 'delivered') {
      const { body } = await ask('/sms/reports', { after: cursor, wait: '20' }, { headers });
      const page = JSON.parse(body) as { reports: typeof seen; cursor: string };
      seen.push(...page.reports);
      cursor = page.cursor;
    }
    expect(seen.map((report) => [report.id, report.state])).toEqual([
      [id, 'sent'],
      [id, 'delivered'],
    ]);
    const after = await ask('/sms/reports', { after: cursor }, { headers });
    expect(JSON.parse(after.body)).toEqual({ reports: [], cursor });
    const status = await ask('/sms/status', { id }, { headers: basic(name) });
    expect(status.body).toBe('OK delivered\n');
    const shown = await ask('/sms/status', { id }, { headers });
    expect(JSON.parse(shown.body)).toMatchObject({ id, number, state: 'delivered', parts: 1 });
    const foreign = await ask('/sms/status', { id }, { headers: basic(stranger.name) });
    expect([foreign.status, foreign.body.slice(0, 21)]).toEqual([404, 'ERROR message-unknown']);
    const theirs = await ask('/sms/reports', {}, { headers: basic(stranger.name) });
    expect(JSON.parse(theirs.body)).toMatchObject({ reports: [] });
  });
});

describe('a user', () => {
  it('is needed, with the right password', async () => {
    const { name } = await newUser();
    const values = { number, data: text };
    const nobody = await ask('/sms/', values);
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="Pushdesk SMS", charset="UTF-8"',
    ]);
    expect(nobody.body).toBe('ERROR login-needed A user name and a password are needed.\n');
    const wrong = await ask('/sms/', values, { headers: basic(name, 'no') });
    expect([wrong.status, wrong.body.slice(0, 17)]).toEqual([401, 'ERROR login-wrong']);
    const unknown = await ask('/sms/', { ...values, user: 'zoe', pass: secret });
    expect(unknown.body).toBe(wrong.body);
    const trick = await ask('/sms/', { ...values, authenticated: '1', user: name });
    expect(trick.status).toBe(401);
  });

  it('is not let in with an old password, or once switched off, expired or removed', async () => {
    const { id, name } = await newUser();
    const send = async (password = secret) =>
      (await ask('/sms/', { number, data: 'x' }, { headers: basic(name, password) })).body;
    expect(await send()).toMatch(/^OK/u);
    await server.client.smsUsers.update({ id, password: 'n3w' });
    expect(await send()).toMatch(/^ERROR login-wrong/u);
    expect(await send('n3w')).toMatch(/^OK/u);
    await server.client.smsUsers.update({ id, active: false });
    expect(await send('n3w')).toMatch(/^ERROR inactive/u);
    await server.client.smsUsers.update({ id, active: true, expires: Date.now() - 1 });
    expect(await send('n3w')).toMatch(/^ERROR expired/u);
    await server.client.smsUsers.remove({ id });
    expect(await send('n3w')).toMatch(/^ERROR login-wrong/u);
  });

  it('has a limit of parts a month, which counts what waits', async () => {
    const { name } = await newUser({ monthlyLimit: 4 });
    const headers = basic(name);
    const long = { number, data: 'x'.repeat(300), maxmsgs: '9' };
    expect((await ask('/sms/', long, { headers })).status).toBe(200);
    const repeated = { ...long, number: '112', ref: 'r' };
    const second = await ask('/sms/', repeated, { headers });
    expect(second.status).toBe(200);
    const third = await ask('/sms/', { number, data: 'x' }, { headers });
    expect([third.status, third.body]).toEqual([
      429,
      'ERROR limit-reached The limit of this month is used up.\n',
    ]);
    // What was taken before is no news.
    expect((await ask('/sms/', repeated, { headers })).body).toBe(second.body);
    await vi.waitFor(async () => {
      const { users: all } = await server.client.smsUsers.list();
      expect(all.find((user) => user.name === name)).toMatchObject({ sentThisMonth: 4 });
    });
    expect(written.join('\n')).toContain('sms-api.limit-reached');
  });

  it('is bound to a gateway of its own', async () => {
    const { gateways } = await server.client.gateways.list();
    const other = await server.client.gateways.create({ kind: 'simulator', name: 'Others' });
    const { name } = await newUser({ gatewayId: gateways[0]?.id });
    const headers = basic(name);
    const own = await ask('/sms/', { number, data: 'x' }, { headers });
    const { message } = await server.client.messages.get({ id: own.body.trim().slice(3) });
    expect(message.gatewayId).toBe(gateways[0]?.id);
    const refused = await ask('/sms/', { number, data: 'x', id: other.id }, { headers });
    expect([refused.status, refused.body.slice(0, 23)]).toEqual([403, 'ERROR gateway-forbidden']);
    await server.client.gateways.remove({ id: other.id });
  });

  it('is created once, with a gateway that there is and a name that a header can carry', async () => {
    const { name } = await newUser();
    const create = (changes = {}) =>
      server.client.smsUsers.create({ name: 'new', password: 'x', ...changes });
    await expect(create({ name: name.toUpperCase() })).rejects.toMatchObject({ code: 'DUPLICATE' });
    await expect(create({ gatewayId: 'gone' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(create({ name: 'a:b' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(JSON.stringify(await server.client.smsUsers.list())).not.toContain('scrypt');
  });

  it('cannot be guessed: after some wrong passwords even the right one waits', async () => {
    const { name } = await newUser();
    const send = (password: string) =>
      ask('/sms/', { number, data: 'x' }, { headers: basic(name, password) });
    for (let guess = 0; guess < smsHttpLimits.failuresOfUser; guess += 1) {
      expect((await send(`guess${String(guess)}`)).status).toBe(401);
    }
    const late = await send(secret);
    expect([late.status, late.body.slice(0, 23)]).toEqual([429, 'ERROR too-many-failures']);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(written.join('\n')).toContain('sms-api.sign-in-guessed');
  });
});

describe('the door', () => {
  it('is shut where the settings say so, and open to everybody where they say that', async () => {
    const { settings } = server.client;
    await settings.update({ sms: { apiRequiresUser: false } });
    const open = await ask('/sms/', { number, data: 'x' });
    expect(open.body).toMatch(/^OK/u);
    // Reports are somebody's own.
    expect((await ask('/sms/reports')).status).toBe(401);
    const page = { headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await ask('/sms/', { number, data: 'x' }, page)).body).toMatch(/^ERROR from-a-page/u);
    await settings.update({ sms: { apiRequiresUser: true, apiEnabled: false } });
    const shut = await ask('/sms/', { number, data: 'x' });
    expect([shut.status, shut.body]).toEqual([404, 'ERROR off The API for SMS is switched off.\n']);
    await settings.update({ sms: { apiEnabled: true } });
  });

  it.each([
    '/sms/../sms/ping',
    '/sms/%70ing',
    '/sms//',
    '/sms/ping/',
    '/sms/..%2f..%2fetc/passwd',
    '/sms/report',
    '/sms/__proto__',
  ])('has nothing at %s', async (path) => {
    const answer = await converse(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 404 /u);
    expect(answer).not.toContain('root:');
  });

  it('takes no other method', async () => {
    const answer = await ask('/sms/', {}, { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('lets nothing of what was sent into the headers of an answer', async () => {
    const { name } = await newUser();
    const evil = '%0d%0aX-Evil:%201';
    for (const path of [`/sms/?number=1${evil}&data=x`, `/sms/?number=112&data=x&id=${evil}`]) {
      const { headers } = await ask(path, {}, { headers: { ...basic(name), ...inJson } });
      expect(headers.has('x-evil')).toBe(false);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('reads no more of a body than it has to', async () => {
    const { name } = await newUser();
    const length = smsHttpLimits.bodyOctets + 1;
    const answer = await ask(
      '/sms/',
      {},
      {
        method: 'POST',
        headers: basic(name),
        body: new Uint8Array(length),
      },
    );
    expect([answer.status, answer.body.slice(0, 15)]).toEqual([413, 'ERROR too-large']);
    const announced = await converse(
      `POST /sms/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 999999999\r\n\r\n`,
    );
    expect(announced).toMatch(/^HTTP\/1.1 413 /u);
  });

  it('lets go of a program that sends a body and stops in the middle', async () => {
    const socket = connect(port, host);
    socket.on('error', () => undefined);
    socket.write(`POST /sms/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 100\r\n\r\nnumber=1`);
    socket.destroy();
    expect((await ask('/sms/ping')).status).toBe(401);
  });

  it.each([
    'Basic',
    'Basic ====',
    'Basic !!!!',
    `Basic ${btoa('nocolon')}`,
    `Basic ${btoa(`${'u'.repeat(5_000)}:x`)}`,
    'Bearer abc',
  ])('refuses the credentials %.30s', async (authorization) => {
    expect((await ask('/sms/ping', {}, { headers: { authorization } })).status).toBe(401);
  });

  it('lets go of a program that waits for reports when everything ends', async () => {
    const { name } = await newUser();
    const waiting = ask('/sms/reports', { wait: '30' }, { headers: basic(name) });
    await vi.waitFor(async () => {
      const { users: all } = await server.client.smsUsers.list();
      expect(all.find((user) => user.name === name)?.lastUsedAt).not.toBeNull();
    });
    await server.stop();
    const { status, body } = await waiting;
    expect([status, body]).toEqual([200, '{"reports":[],"cursor":"0"}']);
  });
});
