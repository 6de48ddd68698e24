import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../../shared/api/contract.ts';
import { clientTypes } from '../../shared/catalogue/client-types.ts';
import { createRouter } from '../api/router.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { FakeClock } from '../platform/fake-clock.ts';
import type { LogLine } from '../platform/logbook.ts';
import { systemRandom } from '../platform/random.ts';
import { stubServices } from '../testing/stub-services.ts';
import { accessLimits } from './access.ts';
import { serveConsole } from './console-http.ts';
import type { ConsoleHttp } from './console-http.ts';
import { createPage } from './page.ts';
import { signedOutCode } from './web-socket.ts';

const token = 'the-right-token-of-this-test';
let clock: FakeClock;
let lines: LogLine[];
let server: ConsoleHttp;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-console-'));
  await writeFile(join(folder, 'index.html'), '<title>Pushdesk</title>');
  clock = createFakeClock();
  lines = [];
  const log = {
    write(line: LogLine) {
      lines.push(line);
      return {} as never;
    },
  };
  const router = createRouter(
    stubServices({
      catalogue: { clientTypes: () => Promise.resolve({ clientTypes: [...clientTypes] }) },
    }),
    { ids: { next: () => 'id' }, log, onFault: (_id, error) => expect.fail(String(error)) },
  );
  server = await serveConsole({
    router,
    page: createPage(folder),
    token,
    host: '127.0.0.1',
    port: 0,
    allowedHosts: ['desk.example.org'],
    version: '1.2.3',
    clock,
    random: systemRandom,
    log,
    onFault: (error) => expect.fail(String(error)),
  });
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request with every header as given: `fetch` sets Host and Origin itself. */
async function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  const asking = httpRequest(`${server.url}${path}`, { method, headers });
  // Announced only: a server that refuses does not wait for the body either.
  if (headers['content-length'] === undefined) asking.end(body);
  else asking.flushHeaders();
  const [response] = await once(asking, 'response');
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  asking.destroy();
  return {
    status: response.statusCode,
    headers: response.headers,
    body: Buffer.concat(parts).toString(),
  };
}

const json = { 'content-type': 'application/json' };
const bearer = { authorization: `Bearer ${token}` };
const call = (headers: Record<string, string>) =>
  ask('POST', '/api/catalogue/clientTypes', { ...json, ...headers }, '{}');

async function signIn(): Promise<string> {
  const { status, headers } = await ask('POST', '/session', json, JSON.stringify({ token }));
  expect(status).toBe(204);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** Status of the refusal, or 101 of a socket that opened. */
async function openSocket(headers: Record<string, string>): Promise<[number, WebSocket]> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/rpc`, { headers });
  const status = await new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
  return [status, socket];
}

describe('who is let in', () => {
  it('is a program with the token', async () => {
    expect((await call(bearer)).status).toBe(200);
    expect((await call({})).status).toBe(401);
    expect((await call({ authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await call({ authorization: `Basic ${token}` })).status).toBe(401);
  });

  it('is never who puts the token into the address', async () => {
    for (const name of ['token', 'access_token', 'authorization']) {
      const path = `/api/catalogue/clientTypes?${name}=${token}`;
      expect((await ask('POST', path, json, '{}')).status).toBe(401);
    }
  });

  it('is a page that has signed in, until it signs out', async () => {
    expect((await ask('GET', '/session')).status).toBe(401);
    const cookie = await signIn();
    expect((await ask('GET', '/session', { cookie })).status).toBe(204);
    expect((await call({ cookie })).status).toBe(200);
    expect((await ask('DELETE', '/session', { cookie })).status).toBe(204);
    expect((await call({ cookie })).status).toBe(401);
  });

  it('is not who has a cookie that was changed, made up or is too old', async () => {
    const cookie = await signIn();
    const [name, value = ''] = cookie.split('=');
    const [expires, ...rest] = value.split('.');
    const longer = [Number(expires) + 1, ...rest].join('.');
    for (const made of [longer, `${expires}.x.y`, 'x', '', '..']) {
      expect((await call({ cookie: `${name}=${made}` })).status).toBe(401);
    }
    await clock.advance(accessLimits.sessionMs);
    expect((await call({ cookie })).status).toBe(401);
  });

  it('gets a cookie that scripts and other sites cannot use', async () => {
    const { headers } = await ask('POST', '/session', json, JSON.stringify({ token }));
    const cookie = headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/u);
    expect(cookie).not.toContain(token);
  });

  it('has to wait after too many wrong tokens, which the log tells once', async () => {
    const wrong = () => ask('POST', '/session', json, '{"token":"wrong"}');
    const statuses: number[] = [];
    for (let index = 0; index < accessLimits.badTokens + 2; index += 1) {
      statuses.push((await wrong()).status);
    }
    expect(statuses.slice(-3)).toEqual([401, 429, 429]);
    expect((await wrong()).headers['retry-after']).toBe('60');
    expect((await call(bearer)).status).toBe(429);
    expect(lines.filter(({ key }) => key === 'api.unauthenticated')).toHaveLength(1);
    await clock.advance(accessLimits.badTokensMs);
    expect((await call(bearer)).status).toBe(200);
  });
});

describe('pages of other sites', () => {
  it('cannot reach it under a name of their own (DNS rebinding)', async () => {
    for (const host of ['evil.example', 'evil.example:80', `127.0.0.1:1`, '127.0.0.1.evil']) {
      expect((await call({ ...bearer, host })).status).toBe(403);
      expect((await ask('GET', '/', { host })).status).toBe(403);
    }
    expect((await call({ ...bearer, host: 'desk.example.org' })).status).toBe(200);
  });

  it('cannot call it with somebody’s cookie', async () => {
    const cookie = await signIn();
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'file://']) {
      expect((await call({ cookie, origin })).status).toBe(403);
    }
    expect((await call({ cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await call({ cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await call({ cookie, origin: server.url })).status).toBe(200);
    const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask('POST', '/api/catalogue/clientTypes', form, 'a=b');
    expect(answer.status).not.toBe(200);
  });

  it('cannot pass a body off as JSON under another type, which a program with the token may', async () => {
    const plain = { 'content-type': 'text/plain' };
    const path = '/api/catalogue/clientTypes';
    expect((await ask('POST', path, { ...plain, cookie: await signIn() }, '{}')).status).toBe(422);
    expect((await ask('POST', '/session', plain, JSON.stringify({ token }))).status).toBe(422);
    expect((await ask('POST', path, { ...plain, ...bearer }, '{}')).status).toBe(200);
    expect((await ask('POST', path, bearer, '{}')).status).toBe(200);
    expect((await ask('POST', path, { ...plain, ...bearer }, 'a=b')).status).toBe(422);
  });

  it('cannot open its socket', async () => {
    const cookie = await signIn();
    expect((await openSocket({ cookie, origin: 'https://evil.example' }))[0]).toBe(403);
    expect((await openSocket({ cookie, host: 'evil.example' }))[0]).toBe(403);
    expect((await openSocket({}))[0]).toBe(401);
  });

  it('are told of no sharing', async () => {
    const { headers } = await ask('OPTIONS', '/api/catalogue/clientTypes', {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('may link to the page', async () => {
    const { status, headers, body } = await ask('GET', '/?from=elsewhere', {
      'sec-fetch-site': 'cross-site',
    });
    expect(status).toBe(200);
    expect(body).toContain('Pushdesk');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('the socket', () => {
  it('opens for a session and closes when it signs out', async () => {
    const cookie = await signIn();
    const [status, socket] = await openSocket({ cookie });
    expect(status).toBe(101);
    const closed = once(socket, 'close');
    await ask('DELETE', '/session', { cookie });
    expect((await closed)[0]).toBe(signedOutCode);
  });

  it('survives messages that make no sense', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const [, socket] = await openSocket(bearer);
    for (const nonsense of ['', '{', '[]', '{"i":"1"}', 'null', '{"i":1,"p":{"u":"::"}}']) {
      socket.send(nonsense);
    }
    socket.send(new Uint8Array([0, 255, 1]));
    const pong = once(socket, 'pong');
    socket.ping();
    await pong;
    socket.terminate();
    expect((await call(bearer)).status).toBe(200);
  });
});

describe('calls', () => {
  it('may come without a body', async () => {
    expect((await ask('POST', '/api/catalogue/clientTypes', bearer)).status).toBe(200);
    expect((await ask('POST', '/api/catalogue/clientTypes', { ...bearer, ...json })).status).toBe(
      200,
    );
  });

  it('are refused in the form of the contract when they cannot be read', async () => {
    const broken = await ask('POST', '/api/accounts/get', { ...bearer, ...json }, '{"id":');
    expect(broken.status).toBe(422);
    expect(JSON.parse(broken.body)).toMatchObject({ code: 'INVALID_INPUT', defined: true });
    const large = { ...bearer, ...json, 'content-length': '5000000' };
    const tooLarge = await ask('POST', '/api/accounts/get', large);
    expect(tooLarge.status).toBe(413);
    expect(JSON.parse(tooLarge.body)).toMatchObject({ code: 'TOO_LARGE' });
  });

  it('to nothing are not found', async () => {
    const answer = await ask('POST', '/api/nobody/knows', { ...bearer, ...json }, '{}');
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are all described, for whoever is let in', async () => {
    expect((await ask('GET', '/api/openapi.json')).status).toBe(401);
    const { status, body } = await ask('GET', '/api/openapi.json', bearer);
    expect(status).toBe(200);
    const { paths } = JSON.parse(body) as { paths: Record<string, { post?: object }> };
    const expected = Object.entries(contract).flatMap(([area, procedures]) =>
      Object.keys(procedures).map((name) => `/${area}/${name}`),
    );
    expect(Object.keys(paths).sort()).toEqual(expected.sort());
    expect(Object.values(paths).every(({ post }) => post !== undefined)).toBe(true);
  });
});
