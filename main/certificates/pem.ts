import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { CertificateError } from './problem.ts';

/** A certificate with its key, and what it says. */
export interface LoadedCertificate {
  /** PEM, the certificate itself first. */
  readonly cert: string;
  /** PEM (PKCS #8). */
  readonly key: string;
  /** Host names and addresses that it is good for. */
  readonly names: readonly string[];
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** SHA-256, `AB:CD:…`. */
  readonly fingerprint: string;
}

/** Where PEM texts come from, for errors. */
export interface PemPaths {
  readonly path: string;
  readonly key: string;
}

const certificateBlock = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END [^-]+-----/gu;
const keyBlock = /-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----.*?-----END \1-----/su;

function parseChain(pem: string, path: string): X509Certificate[] {
  try {
    const chain = (pem.match(certificateBlock) ?? []).map((block) => new X509Certificate(block));
    if (chain.length > 0) return chain;
  } catch (error) {
    throw new CertificateError('no-certificate', { path }, error);
  }
  throw new CertificateError('no-certificate', { path });
}

function parseKey(pem: string, path: string): KeyObject {
  const block = keyBlock.exec(pem);
  if (block === null) throw new CertificateError('no-key', { path });
  const [text, kind] = block;
  if (kind?.startsWith('ENCRYPTED') === true || text.includes('Proc-Type: 4,ENCRYPTED')) {
    throw new CertificateError('key-locked', { path });
  }
  try {
    return createPrivateKey(text);
  } catch (error) {
    throw new CertificateError('no-key', { path }, error);
  }
}

/** `DNS:a.example, IP Address:192.0.2.1` as Node writes it (RFC 5280 §4.2.1.6). */
function alternativeNames(certificate: X509Certificate): string[] {
  return (certificate.subjectAltName ?? '')
    .split(', ')
    .map((entry) => /^(?:DNS|IP Address):"?(.+?)"?$/u.exec(entry)?.[1])
    .filter((name) => name !== undefined)
    .map(plainName);
}

/** A name or an address in its one usual form; IPv6 addresses can be written in many. */
export function plainName(name: string): string {
  if (!name.includes(':')) return name.toLowerCase();
  return new URL(`http://[${name}]`).hostname.slice(1, -1);
}

/** One part of a distinguished name as Node writes it: a line `CN=…`. */
function partOf(name: string, part: string): string | undefined {
  const line = name.split('\n').find((each) => each.startsWith(`${part}=`));
  return line?.slice(part.length + 1);
}

/**
 * Reads a chain and its key. The certificate that belongs to the key is put first, whatever the order
 * in the file: that is how TLS wants it (RFC 8446 §4.4.2).
 *
 * @throws CertificateError when one of them is not there, is locked, or they do not belong together.
 */
export function loadPem(certPem: string, keyPem: string, paths: PemPaths): LoadedCertificate {
  const chain = parseChain(certPem, paths.path);
  const key = parseKey(keyPem, paths.key);
  const own = chain.find((certificate) => certificate.checkPrivateKey(key));
  if (own === undefined) throw new CertificateError('key-mismatch', { ...paths });
  const names = alternativeNames(own);
  const subject = partOf(own.subject, 'CN');
  return {
    cert: [own, ...chain.filter((other) => other !== own)].map(String).join(''),
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    names: names.length > 0 || subject === undefined ? names : [subject],
    issuer: partOf(own.issuer, 'CN') ?? partOf(own.issuer, 'O') ?? own.issuer,
    notBefore: Date.parse(own.validFrom),
    notAfter: Date.parse(own.validTo),
    fingerprint: own.fingerprint256,
  };
}
