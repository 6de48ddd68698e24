import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemRandom } from '../../platform/random.ts';
import { makeAuthority, makeCertificate } from '../../certificates/self-made.ts';
import { signAttached } from './sign-profile.ts';

const run = promisify(execFile);
const content = Buffer.from('<?xml version="1.0"?>\n<plist version="1.0"><dict/></plist>\n');
let folder: string;

interface Identity {
  readonly cert: string;
  readonly key: string;
  readonly authority: string;
}

/** A certificate that OpenSSL makes, on a curve, with the authority's behind it. */
async function onCurve(curve: string): Promise<Identity> {
  const file = (name: string): string => join(folder, `${curve}-${name}`);
  const key = ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`, '-nodes'];
  const authority = ['-keyout', file('ca.key'), '-out', file('ca.pem'), '-subj', '/CN=Authority'];
  await run('openssl', ['req', '-x509', ...key, ...authority, '-days', '2']);
  const own = ['-keyout', file('own.key'), '-out', file('own.pem'), '-subj', '/CN=localhost'];
  const signed = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-days', '2'];
  await run('openssl', ['req', '-x509', ...key, ...own, ...signed]);
  const read = (name: string): Promise<string> => readFile(file(name), 'utf8');
  const ca = await read('ca.pem');
  return { cert: (await read('own.pem')) + ca, key: await read('own.key'), authority: ca };
}

async function selfMade(): Promise<Identity> {
  const deps = { now: Date.now(), random: systemRandom };
  const authority = await makeAuthority('localhost', deps);
  const made = await makeCertificate(['localhost'], authority, deps);
  return { ...made, authority: authority.cert };
}

async function verify(signed: Uint8Array, authority: string): Promise<string> {
  await writeFile(join(folder, 'signed.der'), signed);
  await writeFile(join(folder, 'trusted.pem'), authority);
  const files = ['-in', join(folder, 'signed.der'), '-CAfile', join(folder, 'trusted.pem')];
  const how = ['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any'];
  return (await run('openssl', [...how, ...files])).stdout;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushdesk-profile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([
  ['the RSA key that this server makes', selfMade],
  ['a key on P-256', () => onCurve('prime256v1')],
  ['a key on P-384', () => onCurve('secp384r1')],
])('a profile signed with %s', (_what, make) => {
  let identity: Identity;
  let signed: Uint8Array;
  beforeAll(async () => {
    identity = await make();
    signed = await signAttached(content, identity, Date.now());
  });

  it('is verified by OpenSSL, which gives the content back', async () => {
    expect(await verify(signed, identity.authority)).toBe(content.toString());
  });

  it('carries the whole chain', async () => {
    await writeFile(join(folder, 'chain.der'), signed);
    const how = ['pkcs7', '-inform', 'DER', '-print_certs', '-in', join(folder, 'chain.der')];
    const { stdout } = await run('openssl', how);
    const found = stdout.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
    const subjects = found.map((pem) => new X509Certificate(pem).fingerprint256);
    expect(subjects).toHaveLength(2);
    expect(subjects).toContain(new X509Certificate(identity.cert).fingerprint256);
  });

  it('is DER: no length is left open', async () => {
    await writeFile(join(folder, 'parse.der'), signed);
    const how = ['asn1parse', '-inform', 'DER', '-in', join(folder, 'parse.der')];
    const { stdout } = await run('openssl', how);
    expect(stdout).not.toContain('l=inf');
    expect(stdout).not.toMatch(/cons: OCTET STRING/u);
  });

  it('is refused when one octet of it is changed', async () => {
    const at = Buffer.from(signed).indexOf('plist version');
    const changed = Uint8Array.from(signed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(verify(changed, identity.authority)).rejects.toThrow(/digest|verif/iu);
  });

  it('is refused by whoever trusts another authority', async () => {
    const other = await selfMade();
    await expect(verify(signed, other.authority)).rejects.toThrow(/verif/iu);
  });
});
