import type { Listener } from '../../shared/model/system.ts';
import { isLoopbackHost } from './loopback.ts';

/** An address of the SyncML server. */
export interface PhoneAddress {
  /** The public URL, or the listener that it leads to: with TLS or without. */
  readonly kind: 'public' | 'secure' | 'plain';
  /** `https://sync.example.org/syncml` */
  readonly url: string;
  /** Whether it is reached from this machine alone. */
  readonly isLocal: boolean;
}

/** What {@link phoneAddresses} goes by. */
export interface AddressFacts {
  readonly publicUrl: string;
  readonly listeners: readonly Pick<Listener, 'name' | 'state' | 'host' | 'port'>[];
  /** Names and addresses of this machine, as its certificate has them. */
  readonly names: readonly string[];
}

const doors = {
  'devices-https': ['secure', 'https', 443],
  'devices-http': ['plain', 'http', 80],
} as const;
const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]', '']);
/** Names of one listener that are offered; a machine can have dozens. */
const mostNames = 3;

function hostsOf(host: string, names: readonly string[]): readonly string[] {
  if (!everywhere.has(host)) return [host];
  const reachable = names.filter((name) => !isLoopbackHost(name) && !name.startsWith('*'));
  return reachable.length === 0 ? ['127.0.0.1'] : reachable.slice(0, mostNames);
}

/** The roots of the devices' listener as devices can reach them, best first: `http://host:port`. */
export function listenerRoots({
  publicUrl,
  listeners,
  names,
}: AddressFacts): readonly PhoneAddress[] {
  const roots = (['devices-https', 'devices-http'] as const).flatMap((name) => {
    const listener = listeners.find((one) => one.name === name);
    if (listener?.state !== 'working') return [];
    const [kind, scheme, usual] = doors[name];
    const port = listener.port === usual ? '' : `:${String(listener.port)}`;
    return hostsOf(listener.host, names).map((host) => ({
      kind,
      url: `${scheme}://${host.includes(':') ? `[${host}]` : host}${port}`,
      isLocal: isLoopbackHost(host),
    }));
  });
  const outside = publicUrl.trim().replace(/\/+(syncml\/*)?$/iu, '');
  return outside === '' ? roots : [{ kind: 'public', url: outside, isLocal: false }, ...roots];
}

/** What is typed into a device as the server's address, best first. */
export function phoneAddresses(facts: AddressFacts): readonly PhoneAddress[] {
  return listenerRoots(facts).map((root) => ({ ...root, url: `${root.url}/syncml` }));
}
