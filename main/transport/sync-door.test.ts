import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { devicesLimits } from './devices-http.ts';
import { syncDoorLimits } from './sync-door.ts';
import {
  converse,
  createDevicesWorld,
  host,
  maxMessageSize,
  send,
  wbxml,
} from './testing/devices-world.ts';
import type { WorldOptions } from './testing/devices-world.ts';

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const setUp = (options: Partial<WorldOptions> = {}) => createDevicesWorld({ stops, ...options });

describe('the door of the SyncML server', () => {
  it('hands message, type, address and token to the server and sends what it answers', async () => {
    const { port, requests } = await setUp();
    const body = new Uint8Array([2, 0xa4, 1, 0x6a, 0]);
    const answer = await send({ port, path: '/syncml?sessionid=12ab', headers: wbxml }, body);
    expect(answer.status).toBe(200);
    expect([...answer.body]).toEqual([2, 2, 0xa4, 1]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.syncml+wbxml',
      'content-length': '4',
      'cache-control': 'no-store',
    });
    expect(requests).toEqual([
      {
        contentType: 'application/vnd.syncml+wbxml',
        body: Buffer.from(body),
        url: `http://${host}:${port}/syncml`,
        token: '12ab',
        remote: host,
      },
    ]);
  });

  it.each([
    [
      'Application/Vnd.SyncML+XML; charset="utf-8"',
      '<SyncML>',
      'Application/Vnd.SyncML+XML; charset="utf-8"',
    ],
    ['application/vnd.syncml+wbxml;', '\u0002', 'application/vnd.syncml+wbxml;'],
    ['application/vnd.syncml+xml;charset', '<', 'application/vnd.syncml+xml;charset'],
    [undefined, '<?xml version="1.0"?>', 'application/vnd.syncml+xml'],
    ['text/xml', '\r\n <SyncML>', 'application/vnd.syncml+xml'],
    ['text/xml; charset=utf-8', '\ufeff<SyncML>', 'application/vnd.syncml+xml'],
    ['application/octet-stream', '\u0002\u0001', 'application/vnd.syncml+wbxml'],
    ['application/x-www-form-urlencoded', '\u0003', 'application/vnd.syncml+wbxml'],
  ])('takes %s', async (type, body, understood) => {
    const { port, requests } = await setUp();
    const headers = type === undefined ? {} : { 'content-type': type };
    expect((await send({ port, path: '/syncml', headers }, body)).status).toBe(200);
    expect(requests[0]?.contentType).toBe(understood);
  });

  it.each([
    ['application/json', '{}', {}],
    ['text/plain', 'hello', {}],
    [undefined, '', {}],
    ['application/vnd.syncml+xml', '<SyncML>', { 'content-encoding': 'gzip' }],
  ])('refuses %s with %j', async (type, body, more) => {
    const { port, requests } = await setUp();
    const headers = { ...(type === undefined ? {} : { 'content-type': type }), ...more };
    expect((await send({ port, path: '/syncml', headers }, body)).status).toBe(415);
    expect(requests).toEqual([]);
  });

  it('serves the other paths that are usual, and those of the settings', async () => {
    const { port, requests, wrong } = await setUp();
    for (const path of ['/pim', '/syncml/', '/funambol/ds', '/cgi-bin/xubisync', '/sync']) {
      expect((await send({ port, path, headers: wbxml }, '\u0002')).status).toBe(200);
      expect(requests.at(-1)?.url).toBe(`http://${host}:${port}${path}`);
    }
    expect(wrong).toEqual([]);
  });

  it('tells a browser what it is for and what to put into the phone', async () => {
    const { port } = await setUp();
    for (const path of ['/syncml', '/SyncML/', '//syncml', '/syncml/contacts']) {
      const { status, headers, body } = await send({ port, path, method: 'GET' });
      expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
      expect(body.toString()).toContain(`    http://${host}:${port}/syncml`);
      expect(body.toString()).toContain('SHA-256 AB:CD');
    }
    const czech = { 'accept-language': 'cs-CZ,cs;q=0.9,en;q=0.8' };
    const page = await send({ port, path: '/syncml', method: 'GET', headers: czech });
    expect(page.body.toString()).toContain('adresu serveru');
    const head = await send({ port, path: '/syncml', method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    const put = await send({ port, path: '/syncml', method: 'PUT' }, 'x');
    expect([put.status, put.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('leaves the other doors alone, whatever they are sent', async () => {
    const { port, requests } = await setUp();
    const door = await send({ port, path: '/changes', headers: wbxml }, '\u0002');
    expect([door.status, door.body.toString()]).toEqual([200, '{"id":1}']);
    for (const path of ['/', '/index.html', '/webmail/syncml', '/api/accounts/list']) {
      expect((await send({ port, path, method: 'GET' })).status).toBe(404);
      expect((await send({ port, path }, '{}')).status).toBe(404);
    }
    const challenge = '/.well-known/acme-challenge/';
    const known = await send({ port, path: `${challenge}known`, method: 'GET' });
    expect(known.body.toString()).toBe('known.thumbprint');
    expect((await send({ port, path: `${challenge}x`, method: 'GET' })).status).toBe(404);
    const certificate = await send({ port, path: '/certificate.crt', method: 'GET' });
    expect(certificate.headers['content-type']).toBe('application/x-x509-ca-cert');
    expect(requests).toEqual([]);
  });

  it('hides a fault from the device and reports it', async () => {
    const handle = () => Promise.reject(new Error('a secret'));
    const { port, faults } = await setUp({ handle });
    const answer = await send({ port, path: '/syncml', headers: wbxml }, '\u0002');
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).not.toContain('secret');
    expect(faults).toHaveLength(1);
  });
});

describe('a wrong address', () => {
  it.each([
    ['//syncml', '/syncml'],
    ['/syncml//', '/syncml'],
    ['/SYNCML', '/syncml'],
    ['/syncml/syncml', '/syncml'],
    ['/syncml%20', '/syncml'],
    ['/syncml;x', '/syncml'],
    ['/webmail/syncml', '/syncml'],
    ['/Funambol/DS/', '/funambol/ds'],
    ['/', '/syncml'],
    ['/synmcl', '/syncml'],
  ])('%s is served, and told once with the right one', async (path, right) => {
    const { port, requests, trouble, wrong } = await setUp();
    for (let round = 0; round < 3; round += 1) {
      const target = `${path}?sessionid=${round}`;
      expect((await send({ port, path: target, headers: wbxml }, '\u0002')).status).toBe(200);
    }
    const base = `http://${host}:${port}`;
    expect(requests.map(({ url }) => url)).toEqual(Array(3).fill(`${base}${right}`));
    expect(requests.map(({ token }) => token)).toEqual(['0', '1', '2']);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatchObject({
      remote: host,
      url: `${base}${path}`,
      right: `${base}${right}`,
    });
    expect(trouble()).toEqual([
      {
        level: 'warn',
        area: 'sync',
        key: 'sync.wrong-url',
        params: { remote: host, url: `${base}${path}`, right: `${base}${right}` },
      },
    ]);
  });

  it('is never a redirect, and is not told for what is no SyncML', async () => {
    const { port, wrong } = await setUp();
    expect((await send({ port, path: '//syncml' }, 'hello')).status).toBe(415);
    expect(wrong).toEqual([]);
  });
});

describe('the address for the rest of the session', () => {
  const publicUrl = 'https://sync.example.org/pd/syncml';

  it('is made from what a proxy says only when a public address is set', async () => {
    const headers = { ...wbxml, 'x-forwarded-proto': 'https', host: 'sync.example.org' };
    const { port, requests } = await setUp();
    await send({ port, path: '/syncml', headers }, '\u0002');
    expect(requests[0]?.url).toBe('http://sync.example.org/syncml');
    const known = await setUp({ publicUrl });
    await send({ port: known.port, path: '/syncml', headers }, '\u0002');
    expect(known.requests[0]?.url).toBe('https://sync.example.org/pd/syncml');
    expect(known.wrong).toEqual([]);
  });

  it('is the one by which the device came when no proxy stands between', async () => {
    const { port, requests, wrong } = await setUp({ publicUrl });
    const headers = { ...wbxml, host: 'office.lan:8080' };
    await send({ port, path: '/syncml', headers }, '\u0002');
    expect(requests[0]?.url).toBe('http://office.lan:8080/syncml');
    expect(wrong).toEqual([]);
  });

  it('is this machine’s own when the device tells none, or a strange one', async () => {
    const { port, requests } = await setUp();
    for (const strange of ['', 'a b', 'evil.example/path?', 'x@y']) {
      await send({ port, path: '/syncml', headers: { ...wbxml, host: strange } }, '\u0002');
      expect(requests.at(-1)?.url).toBe(`http://${host}:${port}/syncml`);
    }
  });

  it('is told when a device uses http where the public address says https', async () => {
    const { port, requests, trouble } = await setUp({ publicUrl });
    const headers = { ...wbxml, host: 'SYNC.example.org' };
    await send({ port, path: '/syncml', headers }, '\u0002');
    // A phone that cannot speak TLS would be lost if it were sent there.
    expect(requests[0]?.url).toBe('http://SYNC.example.org/syncml');
    expect(trouble()[0]).toMatchObject({
      key: 'sync.http-for-https',
      params: { right: 'https://sync.example.org/pd/syncml' },
    });
  });
});

describe('a message that is too large or too slow', () => {
  const path = '/syncml';

  it('is taken up to twice the agreed size and refused beyond, announced or not', async () => {
    const { port, requests } = await setUp();
    const limit = maxMessageSize * syncDoorLimits.messageFactor;
    const body = new Uint8Array(limit).fill(2);
    expect((await send({ port, path, headers: wbxml }, body)).status).toBe(200);
    const over = new Uint8Array(limit + 1).fill(2);
    const announced = await send({ port, path, headers: wbxml }, over);
    expect([announced.status, announced.headers.connection]).toEqual([413, 'close']);
    const chunked = { ...wbxml, 'transfer-encoding': 'chunked' };
    expect((await send({ port, path, headers: chunked }, over)).status).toBe(413);
    expect(requests).toHaveLength(1);
  });

  it('is refused from its headers alone', async () => {
    const { port } = await setUp();
    const socket = connect(port, host);
    const head = `POST /syncml HTTP/1.1\r\nHost: x\r\nContent-Type: ${wbxml['content-type']}\r\nContent-Length: 999999999\r\n\r\n`;
    expect(await converse(socket, head)).toMatch(/^HTTP\/1.1 413 /u);
  });

  it('is given up when its sender falls silent', async () => {
    const { port, clock, requests } = await setUp();
    const socket = connect(port, host);
    const head = `POST /syncml HTTP/1.1\r\nHost: x\r\nContent-Type: ${wbxml['content-type']}\r\nContent-Length: 10\r\n\r\n\u0002`;
    const heard = converse(socket, head);
    let isClosed = false;
    socket.once('close', () => (isClosed = true));
    await expect
      .poll(async () => {
        await clock.advance(syncDoorLimits.idleMs);
        return isClosed;
      })
      .toBe(true);
    expect(await heard).toMatch(/^HTTP\/1.1 408 /u);
    expect(requests).toEqual([]);
  });

  it('to another door is given up sooner', async () => {
    const { port, clock } = await setUp();
    const socket = connect(port, host);
    const heard = converse(
      socket,
      'POST /changes HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{',
    );
    let isClosed = false;
    socket.once('close', () => (isClosed = true));
    await expect
      .poll(async () => {
        await clock.advance(devicesLimits.doorRequestMs);
        return isClosed;
      })
      .toBe(true);
    expect(await heard).toMatch(/^HTTP\/1.1 408 /u);
  });

  it('whose sender goes away in the middle harms nobody', async () => {
    const { port, requests, faults } = await setUp();
    const socket = connect(port, host);
    socket.write('POST /syncml HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n<');
    await once(socket, 'connect');
    socket.destroy();
    expect((await send({ port, path, headers: wbxml }, '\u0002')).status).toBe(200);
    expect([requests.length, faults]).toEqual([1, []]);
  });
});
