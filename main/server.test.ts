import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentDiagnostics } from './log/diagnostics.ts';
import { startServer } from './server.ts';
import type { RunningServer, ServerOptions } from './server.ts';
import { createHttpClient } from './testing/http-client.ts';
import { SealedElsewhereError } from './store/store-errors.ts';
import { testSecretBox } from './testing/memory-store.ts';

let dataDir: string;
let stops: (() => Promise<void>)[];
const faults: unknown[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pushdesk-server-'));
  stops = [];
  faults.length = 0;
});
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  await rm(dataDir, { recursive: true });
  expect(faults).toEqual([]);
});

async function start(over: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    dataDir,
    host: 'serve',
    secretBox: testSecretBox,
    rendererDir: join(dataDir, 'renderer'),
    diagnostics: { ...silentDiagnostics, fault: (id, error) => faults.push([id, error]) },
    console: { host: '127.0.0.1', port: 0, token: 'the-token-of-a-test', allowedHosts: [] },
    checksAnswers: true,
    ...over,
  });
  stops.push(server.stop);
  return server;
}

/** A provider that takes every SMS and remembers what it was asked. */
async function startProvider() {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('OK');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests };
}

async function setUpOffice({ client }: RunningServer, url: string) {
  await client.gateways.create({
    kind: 'http',
    name: 'Provider',
    url: `${url}?to=%number%&udh=%udh;hex%&data=%data;hex%`,
  });
  const account = await client.accounts.create({ address: 'ada@example.org' });
  const device = await client.devices.create({
    accountId: account.id,
    name: 'E71',
    clientType: 'nokia',
    number: '+48600100200',
  });
  await client.push.updateSettings({ mergeWindowMs: 0 });
  await client.push.setActive({ active: true });
  return { account, device };
}

describe('a running server', () => {
  it('turns a change, by whatever door it comes, into an alert on its way to the phone', async () => {
    const server = await start();
    const provider = await startProvider();
    const { device } = await setUpOffice(server, provider.url);
    const ports = new Map(server.listeners().map(({ name, port }) => [name, port]));
    expect([...ports.keys()]).toEqual(['changes-udp', 'devices-http', 'console-http']);

    await server.client.changes.report({ account: 'ada@example.org', folder: 'contacts' });
    await expect.poll(() => provider.requests.length).toBe(1);

    const webhook = await fetch(`http://127.0.0.1:${ports.get('devices-http')}/changes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'ada@example.org', folder: 'calendar' }),
    });
    expect(webhook.status).toBe(200);
    await expect.poll(() => provider.requests.length).toBe(2);

    const socket = createSocket('udp4');
    const datagram = { v: 1, account: 'ada@example.org', folder: 'contacts' };
    socket.send(JSON.stringify(datagram), ports.get('changes-udp'), '127.0.0.1', () =>
      socket.close(),
    );
    await expect.poll(() => provider.requests.length).toBe(3);

    const http = createHttpClient(server.consoleUrl ?? '', 'the-token-of-a-test');
    await vi.waitFor(async () => {
      const { alerts } = await http.alerts.list({ deviceId: device.id });
      expect(alerts.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    });
    expect(new Set(provider.requests).size).toBe(3);
    expect(provider.requests[0]).toMatch(
      /^\/\?to=%2B48600100200&udh=0605040B84C002.*&data=[0-9A-F]+/iu,
    );
    const overview = await http.system.overview();
    expect(overview).toMatchObject({ accounts: 1, engine: { active: true }, attention: [] });
    expect((await http.system.status()).counts).toMatchObject({
      devices: 1,
      changes: 3,
      alerts: 3,
    });
  });

  it('goes on where it stopped', async () => {
    const provider = await startProvider();
    const first = await start();
    const { device } = await setUpOffice(first, provider.url);
    await first.client.push.setActive({ active: false });
    await first.client.changes.report({ account: 'ada@example.org', folder: 'contacts' });
    await first.idle();
    await first.stop();
    const second = await start();
    expect((await second.client.devices.get({ id: device.id })).name).toBe('E71');
    await second.client.push.setActive({ active: true });
    await expect.poll(() => provider.requests.length).toBe(1);
  });

  it('listens elsewhere as soon as its settings say so', async () => {
    const server = await start();
    const port = () => server.listeners().find(({ name }) => name === 'changes-udp');
    await server.client.settings.update({ changes: { udpEnabled: false } });
    await expect.poll(() => port()?.state).toBe('off');
    await server.client.settings.update({ changes: { udpEnabled: true, udpHost: '127.0.0.2' } });
    await expect.poll(() => [port()?.state, port()?.host]).toEqual(['working', '127.0.0.2']);
    await server.client.settings.update({ listeners: { devicesHost: '127.0.0.2' } });
    await expect
      .poll(() => server.listeners().find(({ name }) => name === 'devices-http'))
      .toMatchObject({ state: 'working', host: '127.0.0.2' });
  });

  it('has its folder for itself, and leaves it when it stops', async () => {
    const server = await start();
    await expect(start()).rejects.toMatchObject({ code: 'data-in-use' });
    await server.stop();
    await server.stop();
    expect((await readdir(dataDir)).sort()).toEqual(['pushdesk.sqlite']);
    await (await start()).stop();
  });

  it('says at the start and on the overview what has to be typed in again after a move', async () => {
    const first = await start();
    await first.client.accounts.create({ address: 'ada@example.org', password: 'sesame' });
    await first.stop();
    const elsewhere = {
      seal: testSecretBox.seal,
      open: () => {
        throw new SealedElsewhereError('no such key');
      },
    };
    const moved = await start({ secretBox: elsewhere });
    const { accounts } = await moved.client.accounts.list();
    expect(accounts).toMatchObject([{ hasPassword: false }]);
    const { attention } = await moved.client.system.overview();
    const lost = { key: 'secrets-lost', params: { count: 1 }, target: { area: 'accounts' } };
    expect(attention).toContainEqual({ ...lost, level: 'attention' });
    const { entries } = await moved.client.log.list({ level: 'warn' });
    const lines = entries.filter(({ key }) => key === 'system.secrets-lost');
    expect(lines).toMatchObject([{ level: 'warn', params: { count: 1 } }]);
    const [account] = accounts;
    await moved.client.accounts.update({ id: account?.id ?? '', password: 'typed in again' });
    expect(await moved.client.accounts.list()).toMatchObject({ accounts: [{ hasPassword: true }] });
    const after = await moved.client.system.overview();
    expect(after.attention.map(({ key }) => key)).not.toContain('secrets-lost');
  });

  it('that cannot listen says so and leaves nothing behind', async () => {
    const provider = await startProvider();
    const port = Number(new URL(provider.url).port);
    const console = { host: '127.0.0.1', port, token: 'the-token-of-a-test', allowedHosts: [] };
    await expect(start({ console })).rejects.toMatchObject({ code: 'cannot-listen' });
    await (await start()).stop();
  });
});
