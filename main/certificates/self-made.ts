import { isIP } from 'node:net';
import type * as X509 from '@peculiar/x509';
import type { Random } from '../platform/random.ts';
import type { KeptKey } from './sealed-file.ts';

/** What the self-made certificates are like. */
export const selfMade = {
  /** RSA, because the first phones that speak TLS 1.2 know no curves. */
  bits: 2_048,
  /** Some systems refuse anything above 825 days. */
  days: 730,
  authorityDays: 3_650,
  /** Clocks of phones are wrong. */
  earlierMs: 86_400_000,
  /** Longest common name (RFC 5280 appendix A.1, ub-common-name). */
  nameLength: 64,
} as const;

const DAY_MS = 86_400_000;
const SERIAL_OCTETS = 16;
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: selfMade.bits,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

/** What is needed to make certificates. */
export interface MakerDeps {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: Random;
}

/** Loaded when the first certificate is made: most starts make none. */
async function loadX509(): Promise<typeof X509> {
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(crypto);
  return x509;
}

/** A key as Web Cryptography has it; its name is a type in some environments only. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

async function exportKey(key: Key): Promise<string> {
  const bytes = Buffer.from(await crypto.subtle.exportKey('pkcs8', key));
  const lines = bytes.toString('base64').match(/.{1,64}/gu) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
}

async function importKey(pem: string): Promise<Key> {
  const bytes = Buffer.from(pem.replace(/-----[^-]+-----|\s/gu, ''), 'base64');
  return await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
}

/** A positive number of 127 bits (RFC 5280 §4.1.2.2). */
function serialNumber(random: Random): string {
  const bytes = Buffer.from(random.bytes(SERIAL_OCTETS));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

function commonName(text: string): { CN: string[] }[] {
  return [{ CN: [text.slice(0, selfMade.nameLength)] }];
}

/** An authority of our own: what a phone installs once, so that renewals pass unnoticed. */
export async function makeAuthority(host: string, { now, random }: MakerDeps): Promise<KeptKey> {
  const x509 = await loadX509();
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { keyCertSign, cRLSign } = x509.KeyUsageFlags;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(random),
    name: commonName(`Pushdesk ${host}`),
    notBefore: new Date(now - selfMade.earlierMs),
    notAfter: new Date(now + selfMade.authorityDays * DAY_MS),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: `${certificate.toString('pem')}\n`, key: await exportKey(keys.privateKey) };
}

/**
 * A certificate for this server, signed by our authority, with the authority's behind it.
 *
 * @param names What it is good for; the first one is its common name, which is all that old phones
 * look at.
 */
export async function makeCertificate(
  names: readonly string[],
  authority: KeptKey,
  { now, random }: MakerDeps,
): Promise<KeptKey> {
  const x509 = await loadX509();
  const issuer = new x509.X509Certificate(authority.cert);
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { digitalSignature, keyEncipherment } = x509.KeyUsageFlags;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(random),
    subject: commonName(names[0] ?? 'localhost'),
    issuer: issuer.subjectName,
    notBefore: new Date(now - selfMade.earlierMs),
    notAfter: new Date(now + selfMade.days * DAY_MS),
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(digitalSignature | keyEncipherment, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({
          type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
          value,
        })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  const cert = `${certificate.toString('pem')}\n${authority.cert}`;
  return { cert, key: await exportKey(keys.privateKey) };
}
