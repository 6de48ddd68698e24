import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentDiagnostics } from '../log/diagnostics.ts';
import { startServer } from '../server.ts';
import type { RunningServer } from '../server.ts';
import { testSecretBox } from '../testing/memory-store.ts';
import { converse, host, send, wbxml } from './testing/devices-world.ts';

let dataDir: string;
let server: RunningServer;
let port: number;
let deviceId: string;
const faults: unknown[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-portal-'));
  server = await startServer({
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: join(dataDir, 'renderer'),
    diagnostics: { ...silentDiagnostics, fault: (_id, error) => faults.push(error) },
    checksAnswers: true,
  });
  port = server.listeners().find(({ name }) => name === 'devices-http')?.port ?? 0;
  const { client } = server;
  const account = await client.accounts.create({ address: 'ada@example.org', password: 'secret' });
  const input = { accountId: account.id, name: 'iPhone', clientType: 'ios' } as const;
  deviceId = (await client.devices.create(input)).id;
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

const get = (path: string, headers = {}) => send({ port, path, headers, method: 'GET' });

describe('the pages for owners', () => {
  it('are served where phones synchronise, and told by the API', async () => {
    const link = await server.client.provisioning.link({ deviceId });
    const { pathname, port: told } = new URL(link.url);
    expect(Number(told)).toBe(port);
    const page = await get(pathname, { 'accept-language': 'cs' });
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    });
    expect(page.body.toString()).toContain('<html lang="cs">');
    const head = await send({ port, path: pathname, method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    const { links } = await server.client.provisioning.list({ deviceId });
    expect(links).toMatchObject([{ id: link.id, openedCount: 1 }]);
    expect(JSON.stringify(links)).not.toContain(pathname.split('/').at(-1));
    await server.client.provisioning.revokeLink({ id: link.id });
    expect((await get(pathname)).status).toBe(410);
  });

  it('give a profile that is signed though TLS is off', async () => {
    const caldavUrl = 'https://dav.example.org/';
    await server.client.settings.update({ provisioning: { caldavUrl } });
    const { url } = await server.client.provisioning.link({ deviceId });
    const profile = await get(`${new URL(url).pathname}/pushdesk.mobileconfig`);
    expect(profile.headers['content-type']).toBe('application/x-apple-aspen-config');
    // A SEQUENCE of more than 255 octets, and the object id of SignedData in it.
    expect([...profile.body.subarray(0, 2)]).toEqual([0x30, 0x82]);
    expect(profile.body.toString('latin1')).toContain('com.apple.caldav.account');
  });

  it('are nothing where self-service is off, and there as soon as it is on', async () => {
    const missing = await get('/nowhere');
    const off = await get('/me');
    expect([off.status, off.body.toString()]).toEqual([missing.status, missing.body.toString()]);
    expect(off.headers['content-type']).toBe(missing.headers['content-type']);
    await server.client.settings.update({ provisioning: { selfService: true } });
    expect((await get('/me')).status).toBe(200);
    expect((await get('/me/')).status).toBe(200);
  });

  it('let an owner in with the password of the devices, and out again', async () => {
    const form = await get('/me');
    const [cookie = ''] = form.headers['set-cookie'] ?? [];
    const token = /name="token" value="([^"]*)"/u.exec(form.body.toString())?.[1] ?? '';
    const typed = new URLSearchParams({ address: 'ada@example.org', password: 'secret', token });
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookie.split(';')[0] ?? '',
    };
    const answer = await send({ port, path: '/me/sign-in', headers }, typed.toString());
    expect(answer).toMatchObject({ status: 303, headers: { location: '/me' } });
    const [owner = ''] = answer.headers['set-cookie'] ?? [];
    expect(owner).not.toContain('Secure');
    const list = await get('/me', { cookie: owner.split(';')[0] });
    expect(list.body.toString()).toContain('iPhone');
    const { entries } = await server.client.log.list({ text: 'ada@example.org signs in' });
    expect(entries).toMatchObject([{ key: 'portal.signed-in' }]);
  });

  it('refuse a body that no form has', async () => {
    for (const path of ['/me/sign-in', '/setup/x']) {
      const answer = await send({ port, path }, 'x'.repeat(20_000));
      expect(answer.status).toBe(413);
    }
  });

  it.each(['/setup/../me', '/setup/%2e%2e/%2e%2e/etc/passwd', '/setup//x', '/me/../../x'])(
    'have no way out of themselves: %s',
    async (path) => {
      const answer = await get(path);
      expect([303, 404]).toContain(answer.status);
      expect(answer.body.toString()).not.toContain('root:');
    },
  );

  it('are not taken for SyncML, and SyncML not for them', async () => {
    const setup = await send({ port, path: '/setup/syncml', headers: wbxml }, 'x');
    expect(setup.status).toBe(404);
    const right = await get('/syncml');
    expect(right.body.toString()).toContain('SyncML');
    expect((await get('/syncml/')).status).toBe(200);
  });

  it('give a line that is no HTTP its answer, and close', async () => {
    const socket = connect(port, host);
    expect(await converse(socket, 'GET /setup/\u0000 HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1.1 400/u);
  });
});
