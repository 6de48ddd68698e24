import type { LogKey } from '../../shared/i18n/en/log.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { PathFault } from './sync-paths.ts';

/** What is wrong with the address in a device's settings. */
export type UrlFault = PathFault | 'http-for-https' | 'https-for-http';

/** A device that came by a wrong address. */
export interface WrongUrl {
  /** Address of the device, or of the proxy before it. */
  readonly remote: string;
  /** The address by which it came, without a query. */
  readonly url: string;
  /** The address that should stand in its settings. */
  readonly right: string;
  readonly fault: UrlFault;
}

/** Remembers who came by which wrong address, so that each is told once. */
export interface WrongUrls {
  note(wrong: WrongUrl): void;
}

/** Addresses that are remembered; the oldest is forgotten first. */
const REMEMBERED = 1_000;
/** Longest address that is told whole. */
const SHOWN_LENGTH = 300;

const keys: Readonly<Partial<Record<UrlFault, LogKey>>> = {
  'http-for-https': 'sync.http-for-https',
  'https-for-http': 'sync.https-for-http',
};

/** Keeps the notes. `onWrongUrl` hears each wrong address once for each device. */
export function createWrongUrls({
  log,
  onWrongUrl,
}: {
  readonly log: LogWriter;
  readonly onWrongUrl?: ((wrong: WrongUrl) => void) | undefined;
}): WrongUrls {
  const seen = new Set<string>();
  return {
    note(wrong) {
      const shown: WrongUrl = { ...wrong, url: wrong.url.slice(0, SHOWN_LENGTH) };
      const { remote, url, right, fault } = shown;
      const name = JSON.stringify([remote, url, fault]);
      if (seen.has(name)) return;
      seen.add(name);
      const [oldest] = seen;
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
      const key = keys[fault] ?? 'sync.wrong-url';
      log.write({ level: 'warn', area: 'sync', key, params: { remote, url, right } });
      onWrongUrl?.(shown);
    },
  };
}
