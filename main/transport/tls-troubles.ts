import type { LogKey } from '../../shared/i18n/en/log.ts';
import type { LogWriter } from '../platform/logbook.ts';

/** Troubles that are remembered, so that a phone that tries each minute is told once. */
const REMEMBERED = 500;

/** Errors of OpenSSL by what an admin can do about them. */
const keysByCode: readonly (readonly [RegExp, LogKey])[] = [
  [/UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|NO_SHARED_CIPHER|PROTOCOL_VERSION/u, 'sync.tls-too-old'],
  [/UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|CERTIFICATE_EXPIRED/u, 'sync.tls-not-trusted'],
];

/** Tells each trouble of a TLS connection once for each device. */
export function createTlsTroubles(log: LogWriter): (remote: string, error: unknown) => void {
  const seen = new Set<string>();
  return (remote, error) => {
    const code = error instanceof Error ? String(Reflect.get(error, 'code') ?? '') : '';
    // Those who hang up say nothing of themselves; port scanners do that all day.
    const key = keysByCode.find(([pattern]) => pattern.test(code))?.[1];
    if (key === undefined || seen.has(`${remote} ${key}`)) return;
    seen.add(`${remote} ${key}`);
    const [oldest] = seen;
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    log.write({ level: 'warn', area: 'sync', key, params: { remote } });
  };
}
