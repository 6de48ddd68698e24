import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/model/settings.ts';
import type { ListenerSettings } from '../../shared/model/settings.ts';
import { createEvents } from '../platform/events.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { LogLine } from '../platform/logbook.ts';
import { seededRandom } from '../platform/random.ts';
import { openKeyFileBox } from '../secrets/key-file-box.ts';
import { createCertificates } from './certificates.ts';
import { makeAuthority, makeCertificate } from './self-made.ts';
import { certificateTimes } from './timing.ts';
import type { Certificates } from './types.ts';

const run = promisify(execFile);
const DAY_MS = 86_400_000;

let folder: string;
const stops: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-certificates-'));
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await rm(folder, { recursive: true });
});

async function setUp(given: Partial<ListenerSettings>, clock = createFakeClock(Date.now())) {
  const lines: LogLine[] = [];
  const values = new Map<string, unknown>();
  const followers = new Set<() => void>();
  let settings: ListenerSettings = { ...defaultSettings.listeners, tlsEnabled: true, ...given };
  const certificates = createCertificates({
    dataDir: folder,
    secretBox: await openKeyFileBox(join(folder, 'secret.key')),
    values: {
      get: (name) => Promise.resolve(values.get(name)),
      set: (name, value) => Promise.resolve(void values.set(name, value)),
    },
    clock,
    random: seededRandom(1),
    events: createEvents(() => undefined),
    log: {
      write(line) {
        lines.push(line);
        return { text: line.key } as never;
      },
    },
    settings: () => settings,
    onSettings(listener) {
      followers.add(listener);
      return () => void followers.delete(listener);
    },
    onFault(error) {
      throw error;
    },
    machineNames: () => ['office', 'localhost', '127.0.0.1', '::1'],
  });
  const stop = await certificates.start();
  stops.push(stop);
  async function change(next: Partial<ListenerSettings>): Promise<void> {
    settings = { ...settings, ...next };
    for (const follower of followers) follower();
    await certificates.settled();
  }
  const keys = () => lines.map(({ key }) => key);
  return { certificates, change, clock, lines, keys, values, stop };
}

async function serve(certificates: Certificates) {
  const server = createServer({ ...certificates.identity() }, (_request, response) => {
    response.end('hello');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { server, port: (server.address() as AddressInfo).port };
}

function pemOf(der: Uint8Array): string {
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
}

async function fetchFrom(port: number, ca: string, servername = 'localhost') {
  const asked = request({ host: '127.0.0.1', port, ca, servername, agent: false });
  asked.end();
  const [answer] = await once(asked, 'response');
  const { fingerprint256 } = (answer.socket as TLSSocket).getPeerCertificate();
  answer.resume();
  await once(answer, 'end');
  return fingerprint256;
}

async function writePair(name: string, now: number, extra = '') {
  const deps = { now, random: seededRandom(name.length) };
  const authority = await makeAuthority(name, deps);
  const { cert, key } = await makeCertificate(['localhost', name], authority, deps);
  const [certificateFile, keyFile] = [join(folder, 'c.pem'), join(folder, 'k.pem')];
  await writeFile(certificateFile, extra + cert);
  await writeFile(keyFile, key);
  return { certificateFile, keyFile, ca: authority.cert, cert, key };
}

describe('the self-made certificate', () => {
  it('is accepted by a client that has installed the authority, and by OpenSSL', async () => {
    const { certificates, keys } = await setUp({ publicUrl: 'https://sync.example.org/pd' });
    const { port } = await serve(certificates);
    const authority = certificates.authority();
    const ca = pemOf(authority?.der ?? new Uint8Array());
    const status = certificates.status();
    expect(await fetchFrom(port, ca)).toBe(status.fingerprint);
    expect(await fetchFrom(port, ca, 'sync.example.org')).toBe(status.fingerprint);
    await expect(fetchFrom(port, ca, 'other.example.org')).rejects.toThrow(/altnames/u);
    expect(status).toMatchObject({ mode: 'self-made', isInUse: true, problem: null });
    expect(status.names).toEqual(expect.arrayContaining(['sync.example.org', '127.0.0.1']));
    expect(keys()).toEqual(['certificate.made']);
    const caFile = join(folder, 'ca.pem');
    await writeFile(caFile, ca);
    const options = ['-connect', `127.0.0.1:${port}`, '-CAfile', caFile, '-verify_return_error'];
    const client = run('openssl', ['s_client', ...options, '-verify_hostname', 'localhost']);
    client.child.stdin?.end();
    expect((await client).stdout).toContain('Verify return code: 0 (ok)');
  });

  it('is kept over a restart, for its owner alone, with its key sealed', async () => {
    const first = await setUp({});
    const { fingerprint, authorityFingerprint } = first.certificates.status();
    await first.stop();
    const second = await setUp({});
    expect(second.certificates.status()).toMatchObject({ fingerprint, authorityFingerprint });
    expect(second.keys()).toEqual([]);
    for (const name of await readdir(join(folder, 'certificates'))) {
      const path = join(folder, 'certificates', name);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(await readFile(path, 'utf8')).not.toMatch(/PRIVATE KEY/u);
    }
  });

  it('is renewed thirty days before its end by the same authority', async () => {
    const { certificates, clock, keys } = await setUp({});
    const before = certificates.status();
    await clock.advance((before.notAfter ?? 0) - clock.now() - 31 * DAY_MS);
    await certificates.settled();
    expect(certificates.status().fingerprint).toBe(before.fingerprint);
    const aWhileLater = async () => {
      await clock.advance(certificateTimes.checkMs);
      await certificates.settled();
      return keys();
    };
    await expect.poll(aWhileLater).toEqual(['certificate.made', 'certificate.made']);
    expect((before.notAfter ?? 0) - clock.now()).toBeGreaterThan(28 * DAY_MS);
    await expect.poll(() => certificates.status().fingerprint).not.toBe(before.fingerprint);
    expect(certificates.status().authorityFingerprint).toBe(before.authorityFingerprint);
    expect(certificates.attention()).toBeNull();
  });

  it('is made anew when the server gets another name, or when somebody asks for it', async () => {
    const { certificates, change } = await setUp({});
    const first = certificates.status().fingerprint;
    await change({ publicUrl: 'https://sync.example.org' });
    const second = certificates.status();
    expect(second.names[0]).toBe('sync.example.org');
    expect(second.fingerprint).not.toBe(first);
    expect((await certificates.renewCertificate(undefined)).fingerprint).not.toBe(
      second.fingerprint,
    );
  });

  it('is made anew when its key cannot be opened any more', async () => {
    const first = await setUp({});
    await first.stop();
    await rm(join(folder, 'secret.key'));
    const second = await setUp({});
    expect(second.certificates.status()).toMatchObject({ isInUse: true, problem: null });
    expect(second.keys()).toEqual(['certificate.made']);
  });

  it('is not made while TLS is off, and is put away when it is switched off', async () => {
    const { certificates, change, keys } = await setUp({ tlsEnabled: false });
    expect([certificates.identity(), keys()]).toEqual([undefined, []]);
    await change({ tlsEnabled: true });
    expect(certificates.identity()).toBeDefined();
    await change({ tlsEnabled: false });
    expect(certificates.identity()).toBeUndefined();
  });
});

describe('a certificate from files', () => {
  it('is read again when the files change, without a restart', async () => {
    const clock = createFakeClock(Date.now());
    const old = await writePair('old', clock.now());
    const { certificates, keys } = await setUp({ certificate: 'file', ...old }, clock);
    const { server, port } = await serve(certificates);
    certificates.onChange(() => server.setSecureContext({ ...certificates.identity() }));
    const before = await fetchFrom(port, old.ca);
    const fresh = await writePair('newer', clock.now(), '# a comment\n');
    await clock.advance(certificateTimes.filesMs);
    await expect.poll(() => certificates.status().fingerprint).not.toBe(before);
    expect(await fetchFrom(port, fresh.ca)).toBe(certificates.status().fingerprint);
    expect(keys()).toEqual(['certificate.read', 'certificate.read']);
    expect(certificates.authority()).toBeUndefined();
  });

  it('stays in use while what takes its place is broken, and that is said once', async () => {
    const clock = createFakeClock(Date.now());
    const pair = await writePair('office', clock.now());
    const { certificates, keys } = await setUp({ certificate: 'file', ...pair }, clock);
    const { fingerprint } = certificates.status();
    await writeFile(pair.certificateFile, 'half a certifica');
    await clock.advance(3 * certificateTimes.filesMs);
    await expect.poll(() => certificates.status().problem?.code).toBe('no-certificate');
    expect(certificates.status()).toMatchObject({ isInUse: true, fingerprint });
    await writeFile(pair.certificateFile, pair.cert);
    await clock.advance(certificateTimes.filesMs);
    await expect.poll(() => certificates.status().problem).toBeNull();
    expect(keys().filter((key) => key === 'certificate.no-certificate')).toHaveLength(1);
  });

  const locked = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
  }).privateKey;
  const strange = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey;
  it.each([
    ['no certificate', 'certificateFile', 'nothing', 'no-certificate'],
    [
      'a broken certificate',
      'certificateFile',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'no-certificate',
    ],
    ['no key', 'keyFile', 'nothing', 'no-key'],
    [
      'a broken key',
      'keyFile',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
      'no-key',
    ],
    ['a key with a password', 'keyFile', locked, 'key-locked'],
    ['the key of another certificate', 'keyFile', strange, 'key-mismatch'],
    ['no file', 'certificateFile', undefined, 'file-missing'],
  ] as const)('with %s is refused by name', async (_name, file, content, code) => {
    const pair = await writePair('office', Date.now());
    if (content === undefined) await rm(pair[file]);
    else await writeFile(pair[file], content);
    const { certificates, keys } = await setUp({ certificate: 'file', ...pair });
    expect(certificates.status()).toMatchObject({ isInUse: false, problem: { code } });
    expect(JSON.stringify(certificates.status().problem?.params)).toContain(
      code === 'key-mismatch' ? pair.keyFile : pair[file],
    );
    expect(keys()).toEqual([`certificate.${code}`]);
    expect(certificates.detail()).toBe(`certificate.${code}`);
    expect(certificates.attention()).toMatchObject({ level: 'failed', params: { days: 0 } });
  });

  it('with the chain in any order puts the server’s own first', async () => {
    const now = Date.now();
    const pair = await writePair('office', now);
    const blocks = pair.cert.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/gu) ?? [];
    await writeFile(pair.certificateFile, blocks.reverse().join('\n'));
    const { certificates } = await setUp({ certificate: 'file', ...pair });
    const { port } = await serve(certificates);
    expect(await fetchFrom(port, pair.ca)).toBe(certificates.status().fingerprint);
  });

  it('that ends soon is told an admin, and one that has ended is a failure', async () => {
    const clock = createFakeClock(Date.now());
    const pair = await writePair('office', clock.now());
    const { certificates } = await setUp({ certificate: 'file', ...pair }, clock);
    const { notAfter } = certificates.status();
    expect(certificates.attention()).toBeNull();
    // In one step: nothing is due in between.
    const late = createFakeClock((notAfter ?? 0) - 10 * DAY_MS - 1);
    const second = await setUp({ certificate: 'file', ...pair }, late);
    expect(second.certificates.attention()).toMatchObject({
      key: 'certificate-expiring',
      level: 'attention',
      params: { days: 10 },
    });
    const over = await setUp(
      { certificate: 'file', ...pair },
      createFakeClock((notAfter ?? 0) + DAY_MS),
    );
    expect(over.certificates.status().problem?.code).toBe('expired');
    expect(over.certificates.attention()).toMatchObject({ level: 'failed' });
    expect(over.keys()).toEqual(['certificate.read', 'certificate.expired']);
  });
});

describe('a certificate of an authority', () => {
  it('is replaced by the self-made one while the authority cannot be reached', async () => {
    const acme = { certificate: 'acme', acmeDirectory: 'https://127.0.0.1:1/dir' } as const;
    const { certificates, keys, change } = await setUp({ ...acme, acmeNames: ['a.example'] });
    expect(certificates.status()).toMatchObject({ isInUse: true, isStandIn: true });
    await expect.poll(keys).toEqual(['certificate.made', 'certificate.acme-unreachable']);
    await expect.poll(() => certificates.status().nextAttemptAt).not.toBeNull();
    await change({ certificate: 'self-made' });
    expect(certificates.status()).toMatchObject({ isStandIn: false, problem: null });
  });

  it('is not asked for again at once after a restart', async () => {
    const acme = { certificate: 'acme', acmeDirectory: 'https://127.0.0.1:1/dir' } as const;
    const { certificates, keys, clock, values } = await setUp({
      ...acme,
      acmeNames: ['a.example'],
    });
    await expect.poll(keys).toContain('certificate.acme-unreachable');
    await certificates.settled();
    const [pause = 0, next = 0] = certificateTimes.backOffMs;
    const told = () => values.get('certificates.acme');
    expect(told()).toMatchObject({ failures: 1, nextAt: clock.now() + pause });
    await clock.advance(pause);
    await expect.poll(told).toMatchObject({ failures: 2, nextAt: clock.now() + next });
  });

  it('needs a name', async () => {
    const { certificates } = await setUp({ certificate: 'acme', publicUrl: '' });
    await expect.poll(() => certificates.status().problem?.code).toBe('acme-no-names');
  });
});
