import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttp } from 'node:http';
import { get } from 'node:https';
import { createServer as createTcp } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/model/settings.ts';
import type { ListenerSettings } from '../../shared/model/settings.ts';
import { systemClock } from '../platform/clock.ts';
import { createEvents } from '../platform/events.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { LogLine } from '../platform/logbook.ts';
import { systemRandom } from '../platform/random.ts';
import { createDevicesHttp } from '../transport/devices-http.ts';
import { createCertificates } from './certificates.ts';
import { makeAuthority, makeCertificate } from './self-made.ts';

const stops: (() => Promise<unknown>)[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-acme-'));
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await rm(folder, { recursive: true });
});

const secretBox = {
  seal: (clear: string) => new Uint8Array(Buffer.from(clear).reverse()),
  open: (sealed: Uint8Array) => Buffer.from(sealed).reverse().toString(),
};

/** A port that is free at this moment; the program that takes it cannot choose one by itself. */
async function freePort(): Promise<number> {
  const server = createTcp().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function run(program: string, options: readonly string[]): void {
  const env = { ...process.env, PEBBLE_VA_NOSLEEP: '1', PEBBLE_WFE_NONCEREJECT: '20' };
  const child = spawn(program, options, { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  stops.push(async () => {
    child.kill();
    await ended;
  });
}

/** An authority on loopback that fetches challenges from `httpPort`. Answers with its directory. */
async function startAuthority(httpPort: number): Promise<string> {
  const deps = { now: Date.now(), random: systemRandom };
  const root = await makeAuthority('acme test', deps);
  const own = await makeCertificate(['localhost', '127.0.0.1'], root, deps);
  const [certificate, privateKey] = [join(folder, 'acme.crt'), join(folder, 'acme.key')];
  await writeFile(certificate, own.cert);
  await writeFile(privateKey, own.key);
  const [port, managementPort] = [await freePort(), await freePort()];
  const config = {
    pebble: {
      listenAddress: `127.0.0.1:${port}`,
      managementListenAddress: `127.0.0.1:${managementPort}`,
      certificate,
      privateKey,
      httpPort,
      tlsPort: await freePort(),
      ocspResponderURL: '',
      externalAccountBindingRequired: false,
      domainBlocklist: ['refused.example'],
      retryAfter: { authz: 1, order: 1 },
    },
  };
  await writeFile(join(folder, 'pebble.json'), JSON.stringify(config));
  // Every name leads to this machine.
  const dns = `127.0.0.1:${await freePort()}`;
  const management = `127.0.0.1:${await freePort()}`;
  const off = ['-http01', '', '-https01', '', '-tlsalpn01', ''];
  const answers = ['-defaultIPv4', '127.0.0.1', '-defaultIPv6', ''];
  run('pebble-challtestsrv', ['-dns01', dns, '-management', management, ...off, ...answers]);
  run('pebble', ['-config', join(folder, 'pebble.json'), '-dnsserver', dns]);
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, root.cert]);
  stops.push(() => Promise.resolve(setDefaultCACertificates(before)));
  const directory = `https://localhost:${port}/dir`;
  const isUp = () =>
    new Promise<boolean>((resolve) => {
      get(directory, (answer) => resolve(answer.resume().statusCode === 200)).on('error', () =>
        resolve(false),
      );
    });
  await expect.poll(isUp, { timeout: 15_000 }).toBe(true);
  return directory;
}

async function setUp(given: Partial<ListenerSettings>) {
  const lines: LogLine[] = [];
  const values = new Map<string, unknown>();
  const followers = new Set<() => void>();
  const log = {
    write(line: LogLine) {
      lines.push(line);
      return { text: line.key } as never;
    },
  };
  const events = createEvents(() => undefined);
  const onFault = (error: unknown): void => void lines.push(error as never);
  let settings: ListenerSettings = { ...defaultSettings.listeners, ...given };
  const certificates = createCertificates({
    dataDir: folder,
    secretBox,
    values: {
      get: (name) => Promise.resolve(values.get(name)),
      set: (name, value) => Promise.resolve(void values.set(name, value)),
    },
    clock: systemClock,
    random: systemRandom,
    events,
    log,
    settings: () => settings,
    onSettings(listener) {
      followers.add(listener);
      return () => void followers.delete(listener);
    },
    onFault,
    machineNames: () => ['localhost'],
  });
  const http = createDevicesHttp({
    doors: [],
    tls: certificates,
    clock: createFakeClock(),
    events,
    log,
    onFault,
  });
  stops.push(await http.start({ host: '127.0.0.1', port: 0 }));
  const startCertificates = async () => stops.push(await certificates.start());
  async function change(next: Partial<ListenerSettings>): Promise<void> {
    settings = { ...settings, ...next };
    for (const follower of followers) follower();
    await certificates.settled();
  }
  return { certificates, http, lines, startCertificates, change };
}

describe('a certificate by ACME', () => {
  it('is given for names that lead here, taken into use, and renewed when asked', async () => {
    const { certificates, http, lines, startCertificates, change } = await setUp({});
    const acmeDirectory = await startAuthority(http.listener().port);
    await change({
      tlsEnabled: true,
      certificate: 'acme',
      acmeDirectory,
      acmeNames: ['mail.example.org', 'sync.example.org'],
      acmeContact: 'admin@example.org',
    });
    await startCertificates();
    stops.push(await http.startTls({ host: '127.0.0.1', port: 0 }));
    expect(certificates.status()).toMatchObject({ isInUse: true, isStandIn: true });
    await expect.poll(() => certificates.status().isStandIn, { timeout: 60_000 }).toBe(false);
    const first = certificates.status();
    expect(first.names.toSorted()).toEqual(['mail.example.org', 'sync.example.org']);
    expect(first.problem).toBeNull();
    expect(first.issuer).toMatch(/Pebble/u);
    expect(lines.map(({ key }) => key)).toContain('certificate.received');
    const { port } = http.tlsListener();
    const seen = await new Promise((resolve, reject) => {
      const asked = get({ host: '127.0.0.1', port, rejectUnauthorized: false, agent: false });
      asked.on('error', reject).on('response', (answer) => {
        resolve((answer.socket as TLSSocket).getPeerCertificate().fingerprint256);
        answer.resume();
      });
    });
    expect(seen).toBe(first.fingerprint);
    const second = await certificates.renewCertificate(undefined);
    expect(second.problem).toBeNull();
    expect(second.fingerprint).not.toBe(first.fingerprint);
  });

  it('is refused in plain words: a name that leads elsewhere, one that is not allowed', async () => {
    const { certificates, startCertificates, change } = await setUp({});
    // Somebody else's server, which does not know the answer.
    const other = createHttp((_request, response) => response.writeHead(404).end());
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    stops.push(() => new Promise((resolve) => other.close(resolve)));
    const acmeDirectory = await startAuthority((other.address() as AddressInfo).port);
    await change({
      tlsEnabled: true,
      certificate: 'acme',
      acmeDirectory,
      acmeNames: ['sync.example.org'],
    });
    await startCertificates();
    const code = () => certificates.status().problem?.code;
    await expect.poll(code, { timeout: 60_000 }).toBe('acme-not-reached');
    expect(certificates.status()).toMatchObject({ isInUse: true, isStandIn: true });
    expect(certificates.attention()).toMatchObject({ level: 'failed' });
    await change({ acmeNames: ['office.refused.example'] });
    await expect.poll(code, { timeout: 60_000 }).toBe('acme-refused');
  });
});
