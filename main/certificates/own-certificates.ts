import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { loadPem, plainName } from './pem.ts';
import type { LoadedCertificate } from './pem.ts';
import { readSealed, readSealedCertificate, writeSealed } from './sealed-file.ts';
import type { KeptKey } from './sealed-file.ts';
import { makeAuthority, makeCertificate } from './self-made.ts';
import { renewalOf } from './timing.ts';
import type { CertificatesDeps } from './types.ts';

/** A certificate of our own, and the authority that phones install for it. */
export interface OwnCertificate {
  readonly certificate: LoadedCertificate;
  readonly authority: { readonly der: Uint8Array; readonly fingerprint: string };
  /** Whether it has been made just now. */
  readonly isNew: boolean;
}

type Deps = Pick<CertificatesDeps, 'dataDir' | 'secretBox' | 'clock' | 'random'>;

/** The authority that is kept, or a new one when there is none, or it would end before its child. */
async function openAuthority(path: string, host: string, deps: Deps): Promise<KeptKey> {
  const { secretBox, clock, random } = deps;
  const now = clock.now();
  const kept = await readSealed(path, secretBox);
  const loaded = await readSealedCertificate(path, secretBox);
  if (kept !== undefined && loaded !== undefined && renewalOf(loaded) > now) return kept;
  const made = await makeAuthority(host, { now, random });
  await writeSealed(path, made, secretBox);
  return made;
}

/**
 * The self-made certificate: the one that is kept while it is good for all `names`, else a new one.
 *
 * @param isRenewal Makes a new one in any case.
 */
export async function openOwnCertificate(
  names: readonly string[],
  isRenewal: boolean,
  deps: Deps,
): Promise<OwnCertificate> {
  const { dataDir, secretBox, clock, random } = deps;
  const now = clock.now();
  const folder = join(dataDir, 'certificates');
  const authority = await openAuthority(join(folder, 'authority.pem'), names[0] ?? '', deps);
  const root = new X509Certificate(authority.cert);
  const shown = { der: new Uint8Array(root.raw), fingerprint: root.fingerprint256 };
  const path = join(folder, 'self-made.pem');
  const kept = await readSealedCertificate(path, secretBox);
  if (
    !isRenewal &&
    kept !== undefined &&
    new X509Certificate(kept.cert).verify(root.publicKey) &&
    renewalOf(kept) > now &&
    names.every((name) => kept.names.includes(plainName(name)))
  ) {
    return { certificate: kept, authority: shown, isNew: false };
  }
  const made = await makeCertificate(names, authority, { now, random });
  await writeSealed(path, made, secretBox);
  const certificate = loadPem(made.cert, made.key, { path, key: path });
  return { certificate, authority: shown, isNew: true };
}
