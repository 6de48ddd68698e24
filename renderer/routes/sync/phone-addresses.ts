import type { Listener } from '../../../shared/model/system.ts';

/** A URL that belongs into a phone, and from where it works. */
export interface PhoneAddress {
  readonly kind: 'public' | 'secure' | 'plain';
  readonly url: string;
}

const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]', '']);

/** Host as it stands in a URL. A listener on every address is reached by the one of this page. */
function hostOf(listener: Listener, hostHere: string): string {
  const host = everywhere.has(listener.host) ? hostHere : listener.host;
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/**
 * The URLs by which phones synchronise, the best first: the public one, then HTTPS, then plain HTTP.
 *
 * @param publicUrl Setting `listeners.publicUrl`; may be empty.
 * @param hostHere Name by which this machine was reached.
 */
export function phoneAddresses(
  listeners: readonly Listener[],
  publicUrl: string,
  hostHere: string,
): PhoneAddress[] {
  const open = (name: Listener['name']): Listener | undefined =>
    listeners.find((listener) => listener.name === name && listener.state === 'working');
  const secure = open('devices-https');
  const plain = open('devices-http');
  const base = publicUrl.trim().replace(/(\/syncml)?\/*$/iu, '');
  return [
    ...(base === '' ? [] : [{ kind: 'public' as const, url: `${base}/syncml` }]),
    ...(secure === undefined
      ? []
      : [
          {
            kind: 'secure' as const,
            url: `https://${hostOf(secure, hostHere)}:${String(secure.port)}/syncml`,
          },
        ]),
    ...(plain === undefined
      ? []
      : [
          {
            kind: 'plain' as const,
            url: `http://${hostOf(plain, hostHere)}:${String(plain.port)}/syncml`,
          },
        ]),
  ];
}
