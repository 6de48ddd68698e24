import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { connect as secureConnect } from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority, makeCertificate } from '../certificates/self-made.ts';
import type { KeptKey } from '../certificates/sealed-file.ts';
import { systemRandom } from '../platform/random.ts';
import {
  answerTo,
  converse,
  createDevicesWorld,
  host,
  send,
  wbxml,
} from './testing/devices-world.ts';
import type { WorldOptions } from './testing/devices-world.ts';

const run = promisify(execFile);

let authority: KeptKey;
let first: KeptKey;
let second: KeptKey;
beforeAll(async () => {
  const deps = { now: Date.now(), random: systemRandom };
  authority = await makeAuthority('test', deps);
  first = await makeCertificate(['localhost', host], authority, deps);
  second = await makeCertificate(['localhost', host], authority, deps);
});

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const setUp = (options: Partial<WorldOptions> = {}) =>
  createDevicesWorld({ stops, identity: first, ...options });

describe('a connection', () => {
  it('stays open between the messages of a session', async () => {
    const { port } = await setUp();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    stops.push(() => agent.destroy());
    const ports = new Set<number | undefined>();
    for (let round = 0; round < 3; round += 1) {
      const asked = request({ host, port, agent, method: 'POST', path: '/syncml', headers: wbxml });
      asked.end('\u0002');
      const answer = await answerTo(asked);
      expect(answer.headers['keep-alive']).toBe('timeout=75');
      ports.add(asked.socket?.localPort);
    }
    expect(ports.size).toBe(1);
  });

  it('of an HTTP/1.0 phone gets its answer without chunks', async () => {
    const { port } = await setUp();
    const words = `POST /syncml HTTP/1.0\r\nContent-Type: ${wbxml['content-type']}\r\nContent-Length: 1\r\n\r\n\u0002`;
    const heard = await converse(connect(port, host), words);
    expect(heard).toMatch(/content-length: 2/u);
    expect(heard).not.toMatch(/chunked/u);
  });

  it('may end its answer when the listener stops', async () => {
    let release: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (release = resolve));
    const { http, port, requests } = await setUp({ handle: () => waiting });
    const stop = stops.pop();
    const answer = send({ port, path: '/syncml', headers: wbxml }, '\u0002');
    await expect.poll(() => requests.length).toBe(1);
    const stopped = stop?.();
    release();
    expect((await answer).status).toBe(200);
    await stopped;
    expect(http.listener().state).toBe('off');
  });
});

describe('TLS', () => {
  async function setUpTls(options: Partial<WorldOptions> = {}) {
    const world = await setUp(options);
    const stop = await world.http.startTls({ host, port: 0 });
    stops.push(stop);
    return { ...world, tlsPort: world.http.tlsListener().port, stop };
  }

  it('serves the same doors with addresses of its own', async () => {
    const { port, tlsPort, requests, wrong, http } = await setUpTls();
    const path = '/syncml?sessionid=1';
    expect(
      (await send({ port: tlsPort, path, headers: wbxml }, '\u0002', authority.cert)).status,
    ).toBe(200);
    expect(requests[0]?.url).toBe(`https://${host}:${tlsPort}/syncml`);
    expect((await send({ port: tlsPort, path: '/changes' }, '{}', authority.cert)).status).toBe(
      200,
    );
    expect((await send({ port, path, headers: wbxml }, '\u0002')).status).toBe(200);
    expect(wrong).toEqual([]);
    expect(http.tlsListener()).toMatchObject({ name: 'devices-https', state: 'working' });
  });

  it('takes a new certificate without a restart, and keeps the old one for want of a better', async () => {
    const { tlsPort, change } = await setUpTls();
    async function fingerprint(): Promise<string> {
      const socket = secureConnect({ host, port: tlsPort, ca: authority.cert });
      await once(socket, 'secureConnect');
      const { fingerprint256 } = socket.getPeerCertificate();
      socket.destroy();
      return fingerprint256;
    }
    const before = await fingerprint();
    change(second);
    await expect.poll(fingerprint).not.toBe(before);
    change(undefined);
    expect(await fingerprint()).not.toBe(before);
  });

  it('listens as soon as there is a certificate, and says why there is none', async () => {
    const { http, change, lines } = await setUp();
    change(undefined);
    stops.push(await http.startTls({ host, port: 0 }));
    expect(http.tlsListener()).toMatchObject({ state: 'failed', detail: 'no file' });
    expect(lines.at(-1)?.key).toBe('system.listener-failed');
    change(first);
    await expect.poll(() => http.tlsListener().state).toBe('working');
  });

  it('refuses what is older than TLS 1.2, and says what to do', async () => {
    const { tlsPort, trouble } = await setUpTls();
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' } as const;
    const socket = secureConnect({ host, port: tlsPort, ca: authority.cert, ...old });
    await expect(once(socket, 'secureConnect')).rejects.toThrow();
    await expect.poll(() => trouble().map(({ key }) => key)).toEqual(['sync.tls-too-old']);
  });

  it('that is not trusted is told once', async () => {
    const { tlsPort, trouble } = await setUpTls();
    // As phones do, OpenSSL says goodbye with the reason.
    const options = ['-connect', `${host}:${tlsPort}`, '-verify_return_error'];
    for (let round = 0; round < 2; round += 1) {
      await expect(run('openssl', ['s_client', ...options])).rejects.toThrow();
    }
    await expect.poll(() => trouble().map(({ key }) => key)).toEqual(['sync.tls-not-trusted']);
  });

  it('is where a device goes on that came to its port with plain http', async () => {
    const { tlsPort, requests, trouble } = await setUpTls();
    const right = `https://${host}:${tlsPort}/syncml`;
    const { status } = await send({ port: tlsPort, path: '/syncml', headers: wbxml }, '\u0002');
    expect([status, requests[0]?.url]).toEqual([200, right]);
    expect(trouble()).toMatchObject([
      {
        key: 'sync.http-for-https',
        params: { remote: host, url: `http://${host}:${tlsPort}/syncml`, right },
      },
    ]);
    // Programs are told instead: their tokens do not travel in the clear unnoticed.
    expect((await send({ port: tlsPort, path: '/changes' }, '{}')).status).toBe(400);
    const page = await send({ port: tlsPort, path: '/syncml', method: 'GET' });
    expect(page.body.toString()).toContain(`    ${right}`);
  });

  it('is spoken at the plain port too, and that is told', async () => {
    const { port, tlsPort, requests, trouble } = await setUpTls();
    expect(
      (await send({ port, path: '/syncml', headers: wbxml }, '\u0002', authority.cert)).status,
    ).toBe(200);
    expect(requests[0]?.url).toBe(`https://${host}:${port}/syncml`);
    expect(trouble()).toMatchObject([
      { key: 'sync.https-for-http', params: { right: `https://${host}:${tlsPort}/syncml` } },
    ]);
  });

  it('at the plain port of a server without it ends the connection', async () => {
    const { port } = await setUp();
    const asked = send({ port, path: '/syncml', headers: wbxml }, '\u0002', authority.cert);
    await expect(asked).rejects.toThrow();
    expect((await send({ port, path: '/syncml', headers: wbxml }, '\u0002')).status).toBe(200);
  });

  it('leaves nothing open when it is stopped in the middle of a handshake', async () => {
    const { http, tlsPort, stop } = await setUpTls();
    const silent = connect(tlsPort, host);
    const half = connect(tlsPort, host);
    half.write(new Uint8Array([0x16, 3, 1, 0, 200]));
    await Promise.all([once(silent, 'connect'), once(half, 'connect')]);
    const closed = [silent, half].map((socket) => {
      socket.on('error', () => undefined);
      return new Promise((resolve) => socket.once('close', resolve));
    });
    await stop();
    await Promise.all(closed);
    expect(http.tlsListener().state).toBe('off');
  });
});
