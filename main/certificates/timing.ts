import type { Attention } from '../../shared/model/system.ts';
import type { Certificate, CertificateProblem } from '../../shared/model/settings.ts';
import type { LoadedCertificate } from './pem.ts';

/** When certificates are looked after. */
export const certificateTimes = {
  /** So long before its end a certificate is renewed … */
  renewBeforeMs: 30 * 86_400_000,
  /** … and one of the admin's own is told of; one that renews itself should be done by then. */
  tellFileMs: 30 * 86_400_000,
  tellOwnMs: 20 * 86_400_000,
  /** How often the times are looked at. */
  checkMs: 12 * 3_600_000,
  /** How often files are looked at. */
  filesMs: 10_000,
  /** Pauses after an authority has given nothing: each failure takes the next. */
  backOffMs: [15 * 60_000, 3_600_000, 4 * 3_600_000, 12 * 3_600_000, 86_400_000],
} as const;

const DAY_MS = 86_400_000;

/** Short-lived certificates are renewed after two thirds of their life. */
function marginOf({
  notBefore,
  notAfter,
}: Pick<LoadedCertificate, 'notBefore' | 'notAfter'>): number {
  return Math.min(certificateTimes.renewBeforeMs, (notAfter - notBefore) / 3);
}

/** When a certificate is to be renewed (milliseconds since 1970). */
export function renewalOf(certificate: LoadedCertificate): number {
  return certificate.notAfter - marginOf(certificate);
}

/** The pause after the n-th failure in a row, from 1. */
export function backOffMs(failures: number): number {
  const { backOffMs: pauses } = certificateTimes;
  return pauses[Math.min(failures, pauses.length) - 1] ?? pauses[0];
}

/** What a certificate's own times say against it at `now`. */
export function timeProblem(
  certificate: LoadedCertificate,
  now: number,
): CertificateProblem | undefined {
  const names = certificate.names.join(', ');
  if (certificate.notAfter <= now) {
    return { code: 'expired', params: { names, until: certificate.notAfter } };
  }
  if (certificate.notBefore > now) {
    return { code: 'not-yet-valid', params: { names, until: certificate.notBefore } };
  }
  return undefined;
}

/**
 * What an admin should look at: a certificate that phones do not take, or soon will not.
 *
 * @param detail Why, where something is known to be wrong; a sentence.
 */
export function certificateAttention(
  { mode, isInUse, isStandIn, notAfter, problem }: Certificate,
  detail: string,
  now: number,
): Attention | null {
  const leftMs = (notAfter ?? now) - now;
  const tellMs = mode === 'file' ? certificateTimes.tellFileMs : certificateTimes.tellOwnMs;
  const isGood = isInUse && !isStandIn && problem?.code !== 'not-yet-valid' && leftMs > 0;
  if (isGood && leftMs > tellMs && (problem === null || mode !== 'file')) return null;
  // A stand-in that waits for its first order is no trouble yet.
  if (isStandIn && problem === null) return null;
  return {
    key: 'certificate-expiring',
    level: isGood ? 'attention' : 'failed',
    params: { days: isGood ? Math.max(1, Math.floor(leftMs / DAY_MS)) : 0, detail },
    target: { area: 'settings' },
  };
}
