import type { Listener } from '../../shared/model/system.ts';
import { createPhones } from '../phones/phones.ts';
import type { Phones } from '../phones/phones.ts';
import { postSyncml } from '../phones/post.ts';
import type { Foundation } from './foundation.ts';
import type { ServerOptions } from './options.ts';

/** The virtual phones, which reach the server over its own listener as any phone does. */
export function composePhones(
  foundation: Foundation,
  options: ServerOptions,
  listeners: () => readonly Listener[],
): Phones {
  const { store, settings } = foundation;
  return createPhones({
    ...foundation,
    serverUrl: () => syncUrl(listeners()),
    password: (accountId) => store.secrets.get(`account:${accountId}`),
    zone: () => settings.current().sync.timeZone,
    post: postSyncml,
    onFault: (error) => options.diagnostics.fault('phones', error),
  });
}

function syncUrl(listeners: readonly Listener[]): string | undefined {
  const found = listeners.find(({ name }) => name === 'devices-http');
  if (found?.state !== 'working') return undefined;
  const host = ['0.0.0.0', '::', ''].includes(found.host) ? '127.0.0.1' : found.host;
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${String(found.port)}/syncml`;
}
