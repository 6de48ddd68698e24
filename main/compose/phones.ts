import { X509Certificate } from 'node:crypto';
import type { Listener } from '../../shared/model/system.ts';
import { createPhones } from '../phones/phones.ts';
import type { Phones } from '../phones/phones.ts';
import { postSyncml } from '../phones/post.ts';
import type { SyncHandler } from '../sync/ports.ts';
import type { Foundation } from './foundation.ts';
import type { ServerOptions } from './options.ts';

/** What the phones reach of the server. */
export interface PhoneWorld {
  listeners(): readonly Listener[];
  readonly handler: SyncHandler;
  /** Identifier that alerts carry. */
  serverId(): Promise<string>;
  /** Certificate of the self-made authority (DER), which phones have installed; while there is one. */
  authority(): Uint8Array | undefined;
}

/** Where a silent server's phones think it is. */
const silentUrl = 'http://127.0.0.1/syncml';

/**
 * The virtual phones, which reach the server over its own listener as any phone does; a silent server
 * has none, so that there they hand their messages over.
 */
export function composePhones(
  foundation: Foundation,
  options: ServerOptions,
  world: PhoneWorld,
): Phones {
  const { store, settings } = foundation;
  const isSilent = options.isSilent === true;
  return createPhones({
    ...foundation,
    serverUrl: () => (isSilent ? silentUrl : syncUrl(world.listeners())),
    password: (accountId) => store.secrets.get(`account:${accountId}`),
    zone: () => settings.current().sync.timeZone,
    serverId: () => world.serverId(),
    post: isSilent
      ? (url, body) => handOver(world.handler, url, body)
      : (url, body) => postSyncml(url, body, authoritiesOf(world.authority())),
    onFault: (error) => options.diagnostics.fault('phones', error),
  });
}

function authoritiesOf(der: Uint8Array | undefined): string[] {
  return der === undefined ? [] : [new X509Certificate(der).toString()];
}

function syncUrl(listeners: readonly Listener[]): string | undefined {
  const found = listeners.find(({ name }) => name === 'devices-http');
  if (found?.state !== 'working') return undefined;
  const host = ['0.0.0.0', '::', ''].includes(found.host) ? '127.0.0.1' : found.host;
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${String(found.port)}/syncml`;
}

async function handOver(handler: SyncHandler, url: string, body: Uint8Array): Promise<Uint8Array> {
  const answer = await handler.handle({
    contentType: 'application/vnd.syncml+wbxml',
    body,
    url: silentUrl,
    token: new URL(url).searchParams.get('sessionid') ?? undefined,
    remote: '127.0.0.1',
  });
  if (answer.status !== 200) throw new Error(`the server answers with ${String(answer.status)}`);
  return answer.body;
}
