import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { ListenerSettings } from '../../shared/model/settings.ts';
import { makeAccountKey, orderCertificate } from './acme-order.ts';
import { loadPem } from './pem.ts';
import type { LoadedCertificate } from './pem.ts';
import { CertificateError } from './problem.ts';
import { readSealed, readSealedCertificate, writeSealed } from './sealed-file.ts';
import { backOffMs } from './timing.ts';
import type { CertificatesDeps } from './types.ts';

const triesName = 'certificates.acme';
/** How often in a row an authority has given nothing, for which wish, and when to ask again. */
const triesSchema = z.object({ wish: z.string(), failures: z.number(), nextAt: z.number() });

/** Certificates of an authority that speaks ACME. */
export interface AcmeCertificates {
  /** The one that is kept for these settings; undefined when there is none. */
  open(settings: ListenerSettings): Promise<LoadedCertificate | undefined>;
  /** When the authority may be asked (milliseconds since 1970); 0 when nothing is against it. */
  nextAt(settings: ListenerSettings): Promise<number>;
  /**
   * Asks for a new one and keeps it.
   *
   * @throws CertificateError when there is none; the pause until the next try is remembered.
   */
  order(settings: ListenerSettings, signal: AbortSignal): Promise<LoadedCertificate>;
  challenge(token: string): string | undefined;
}

/** Names to certify: those of the settings, or the public address's own. */
export function acmeNames({ acmeNames: names, publicUrl }: ListenerSettings): string[] {
  if (names.length > 0) return names.map((name) => name.toLowerCase());
  if (!URL.canParse(publicUrl)) return [];
  const host = new URL(publicUrl).hostname.replace(/^\[|\]$/gu, '');
  return isIP(host) === 0 ? [host] : [];
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Keeps them in the data folder: one account and one certificate for each authority. */
export function createAcmeCertificates(
  deps: Pick<CertificatesDeps, 'dataDir' | 'secretBox' | 'clock' | 'values'>,
): AcmeCertificates {
  const { dataDir, secretBox, clock, values } = deps;
  const challenges = new Map<string, string>();
  const folder = join(dataDir, 'certificates');
  const fileOf = (kind: string, directory: string): string =>
    join(folder, `${kind}-${shortHash(directory)}.pem`);
  const wishOf = (settings: ListenerSettings): string =>
    shortHash(JSON.stringify([settings.acmeDirectory, acmeNames(settings)]));

  async function tries(settings: ListenerSettings): Promise<{ failures: number; nextAt: number }> {
    const kept = triesSchema.safeParse(await values.get(triesName)).data;
    // Another wish is a new chance.
    return kept?.wish === wishOf(settings) ? kept : { failures: 0, nextAt: 0 };
  }

  async function accountKey(directory: string): Promise<string> {
    const path = fileOf('account', directory);
    const kept = await readSealed(path, secretBox);
    if (kept !== undefined) return kept.key;
    const key = await makeAccountKey();
    await writeSealed(path, { cert: '', key }, secretBox);
    return key;
  }

  return {
    async open(settings) {
      const wanted = acmeNames(settings);
      const kept = await readSealedCertificate(fileOf('acme', settings.acmeDirectory), secretBox);
      const isFit = wanted.length > 0 && wanted.every((name) => kept?.names.includes(name));
      return isFit ? kept : undefined;
    },
    nextAt: async (settings) => (await tries(settings)).nextAt,
    async order(settings, signal) {
      const names = acmeNames(settings);
      const { acmeDirectory: directory, acmeContact: contact } = settings;
      const { failures } = await tries(settings);
      const wish = wishOf(settings);
      try {
        if (names.length === 0) throw new CertificateError('acme-no-names');
        const ordered = await orderCertificate(
          { directory, names, contact, accountKey: await accountKey(directory) },
          { clock, challenges, signal },
        );
        const path = fileOf('acme', directory);
        const loaded = loadPem(ordered.cert, ordered.key, { path, key: path });
        await writeSealed(path, ordered, secretBox);
        await values.set(triesName, { wish, failures: 0, nextAt: 0 });
        return loaded;
      } catch (error) {
        if (!signal.aborted) {
          const nextAt = clock.now() + backOffMs(failures + 1);
          await values.set(triesName, { wish, failures: failures + 1, nextAt });
        }
        throw error;
      }
    },
    challenge: (token) => challenges.get(token),
  };
}
