import { isLoopbackHost } from '../../platform/loopback.ts';
import { action, broken } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';
import { deviceListeners } from './device-listeners.ts';

/** Phones are elsewhere: a server that listens on its own machine alone is never heard of. */
export function reachable({ settings, listeners, isVirtual }: Facts): Finding | undefined {
  if (isVirtual || settings.listeners.publicUrl !== '') return undefined;
  const open = listeners.filter(
    ({ name, state }) => deviceListeners.has(name) && state === 'working',
  );
  const [local] = open;
  if (local === undefined || open.some(({ host }) => !isLoopbackHost(host))) return undefined;
  const params = { host: local.host };
  return broken('address-local', { params, action: action('show-settings') });
}
