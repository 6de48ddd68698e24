import { isIP } from 'node:net';
import type { Listener } from '../../shared/model/system.ts';
import { isLoopbackHost } from '../platform/loopback.ts';
import { joinHost, parsePublicUrl } from '../transport/sync-address.ts';
import { syncPath } from '../transport/sync-paths.ts';

/** What {@link phoneAddress} goes by. */
export interface PhoneAddressFacts {
  readonly publicUrl: string;
  readonly listeners: readonly Pick<Listener, 'name' | 'state' | 'host' | 'port'>[];
  /** Names and addresses of this machine. */
  readonly names: readonly string[];
  /** The phone is on this machine. */
  readonly isVirtual: boolean;
}

const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };
const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]', '']);

/**
 * The address of the SyncML server that a phone is told: the public one, else that of the listener
 * with TLS or without. Always with its port, as S60 takes 80 for an address without one, https or
 * not. Null when the phone cannot reach any.
 */
export function phoneAddress({
  publicUrl,
  listeners,
  names,
  isVirtual,
}: PhoneAddressFacts): string | null {
  const known = publicUrl.trim() === '' ? undefined : parsePublicUrl(publicUrl.trim());
  if (known !== undefined) {
    const port = known.port || usualPorts[known.protocol] || '80';
    const path = known.pathname.replace(/\/+$/u, '');
    return `${known.protocol}//${known.hostname}:${port}${path}${syncPath}`;
  }
  for (const [name, scheme] of [
    ['devices-https', 'https'],
    ['devices-http', 'http'],
  ] as const) {
    const listener = listeners.find((each) => each.name === name);
    if (listener?.state !== 'working') continue;
    const host = reachableHost(listener.host, names, isVirtual);
    if (host !== undefined) return `${scheme}://${joinHost(host, listener.port)}${syncPath}`;
  }
  return null;
}

/** An address rather than a name: a phone asks other name servers than this machine. */
function reachableHost(
  host: string,
  names: readonly string[],
  isVirtual: boolean,
): string | undefined {
  if (!everywhere.has(host)) return isVirtual || !isLoopbackHost(host) ? host : undefined;
  const own = names.find((name) => isIP(name) === 4 && !isLoopbackHost(name));
  return own ?? (isVirtual ? '127.0.0.1' : undefined);
}
