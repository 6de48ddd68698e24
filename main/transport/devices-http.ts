import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Listener } from '../../shared/model/system.ts';
import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { PageHandler } from '../portal/ports.ts';
import type { SmsHttp } from '../sms/http/ports.ts';
import type { SyncHandler } from '../sync/ports.ts';
import { createDevicesApp, doorBodyOctets, isDoorPath } from './devices-app.ts';
import type { Door } from './devices-app.ts';
import { createDevicesListener, listenerLimits } from './devices-listener.ts';
import type { DevicesListener } from './devices-listener.ts';
import { createSmsDoor, isSmsPath } from './sms-door.ts';
import { createSyncDoor } from './sync-door.ts';
import type { SyncDoor, SyncDoorDeps } from './sync-door.ts';
import type { TlsIdentitySource } from './tls-identity.ts';
import { createTlsTroubles } from './tls-troubles.ts';
import { createWrongUrls } from './wrong-urls.ts';
import type { WrongUrl } from './wrong-urls.ts';

export type { Door, DoorRequest } from './devices-app.ts';
export type { WrongUrl } from './wrong-urls.ts';

/** Limits of the listeners that phones and mail servers reach. */
export const devicesLimits = {
  ...listenerLimits,
  bodyOctets: doorBodyOctets,
  /** How long a request to a door other than SyncML's may take to arrive. */
  doorRequestMs: 30_000,
} as const;

/** What the listeners need. */
export interface DevicesHttpDeps {
  readonly doors: readonly Door[];
  /** The SyncML server; without it nothing answers at its addresses. */
  readonly sync?: SyncHandler | undefined;
  /** What is read of the settings at each request. Needed with `sync`. */
  readonly settings?: SyncDoorDeps['settings'] | undefined;
  /** Pages for owners of phones. Needs `settings`. */
  readonly pages?: PageHandler | undefined;
  /** The API for SMS; without it nothing answers at `/sms/`. */
  readonly sms?: SmsHttp | undefined;
  /** Certificates; without them there is no TLS listener. */
  readonly tls?: TlsIdentitySource | undefined;
  /** Hears of each wrong address once for each device. */
  readonly onWrongUrl?: ((wrong: WrongUrl) => void) | undefined;
  /** Time of the machine, for limits on slow senders. */
  readonly clock: Clock;
  readonly events: Events;
  readonly log: LogWriter;
  readonly onFault: (error: unknown) => void;
}

/** Where a listener shall listen. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** The listeners for phones and mail servers. They have nothing of the console's. */
export interface DevicesHttp {
  /**
   * Listens without TLS; resolves when the socket is bound or the attempt has failed. A port that
   * cannot be had is tried again from time to time, and `listener()` says so.
   */
  start(address: ListenAddress): Promise<StopAsync>;
  /** Where it listens and how that goes. */
  listener(): Listener;
  /** The same doors over TLS. Listens as soon as there is a certificate, and takes each new one. */
  startTls(address: ListenAddress): Promise<StopAsync>;
  tlsListener(): Listener;
}

const serverOptions: ServerOptions = {
  headersTimeout: listenerLimits.headersMs,
  requestTimeout: listenerLimits.requestMs,
  connectionsCheckingInterval: listenerLimits.checkMs,
  keepAliveTimeout: listenerLimits.keepAliveMs,
};

const defaultSettings: SyncDoorDeps['settings'] = () => ({
  sync: { aliases: [], maxMessageSize: 0 },
  listeners: { publicUrl: '' },
});

/** A request to a slow door is cut off when it has not arrived in time. */
function limitArrival(request: IncomingMessage, response: ServerResponse, clock: Clock): void {
  const stop = clock.after(devicesLimits.doorRequestMs, () => {
    if (request.complete || response.headersSent) return;
    response.writeHead(408, { connection: 'close' }).end(() => request.destroy());
  });
  response.once('close', stop);
}

/** Makes both listeners; their doors are asked at every request. */
export function createDevicesHttp(deps: DevicesHttpDeps): DevicesHttp {
  const { clock, log, tls } = deps;
  const settings = deps.settings ?? defaultSettings;
  const tlsPort = (): number | undefined => {
    const { state, port } = secure.listener();
    return state === 'working' ? port : undefined;
  };
  const publicUrl = (): string => settings().listeners.publicUrl;
  const portal = deps.pages && { pages: deps.pages, publicUrl, tlsPort };
  const app: FastifyInstance = createDevicesApp({ ...deps, portal });
  const ready = Promise.resolve(app.ready());
  const tlsTrouble = createTlsTroubles(log);
  const smsDoor = deps.sms && createSmsDoor({ ...deps, sms: deps.sms });
  const syncDoor: SyncDoor | undefined =
    deps.sync &&
    createSyncDoor({
      ...deps,
      sync: deps.sync,
      settings,
      wrongUrls: createWrongUrls(deps),
    });

  function answer(request: IncomingMessage, response: ServerResponse, isEncrypted: boolean): void {
    const [path = ''] = (request.url ?? '').split('?');
    const port = tlsPort();
    const isSms = smsDoor !== undefined && isSmsPath(path);
    const isTaken = isSms || isDoorPath(path, deps.doors);
    const where = { isEncrypted, ports: { tls: port }, isTaken };
    if (!isSms && syncDoor?.take(request, response, where) === true) return;
    if (!isEncrypted && request.socket.localPort === port) {
      // Its token has been sent in the clear; at least it does not work that way.
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
      response.end('This port speaks HTTPS.');
      return;
    }
    limitArrival(request, response, clock);
    if (isSms) {
      smsDoor.take(request, response, isEncrypted);
      return;
    }
    app.routing(request, response);
  }

  function createTlsServer(): HttpsServer {
    const identity = tls?.identity();
    const server = createHttpsServer(
      { ...serverOptions, ...identity, handshakeTimeout: listenerLimits.handshakeMs },
      (request, response) => answer(request, response, true),
    );
    server.on('tlsClientError', (error, socket) => tlsTrouble(socket.remoteAddress ?? '', error));
    return server;
  }

  const plain: DevicesListener = createDevicesListener({
    ...deps,
    name: 'devices-http',
    createServer: () =>
      createHttpServer(serverOptions, (request, response) => answer(request, response, false)),
    onOther: (socket) => handOver(socket, secure),
  });
  const secure: DevicesListener = createDevicesListener({
    ...deps,
    name: 'devices-https',
    createServer: createTlsServer,
    onOther: (socket) => handOver(socket, plain),
  });

  function handOver(socket: Socket, to: DevicesListener): void {
    const accept = to.accept();
    if (accept === undefined) socket.destroy();
    else accept(socket);
  }

  async function startTls(address: ListenAddress): Promise<StopAsync> {
    let running: StopAsync | undefined;
    let isStopped = false;
    let changing: Promise<void> = Promise.resolve();

    async function follow(): Promise<void> {
      if (isStopped || tls === undefined) return;
      await tls.settled();
      const identity = tls.identity();
      if (identity === undefined) {
        // What has a certificate keeps it: an old one serves better than none.
        if (running === undefined) secure.fail(address, tls.detail());
        return;
      }
      const server = secure.server();
      if (running === undefined) running = await secure.start(address);
      else if (server !== undefined && 'setSecureContext' in server) {
        server.setSecureContext(identity);
      }
    }
    function apply(): Promise<void> {
      changing = changing.then(follow).catch(deps.onFault);
      return changing;
    }

    const unsubscribe: Stop = tls?.onChange(() => void apply()) ?? (() => undefined);
    await ready;
    await apply();
    return async () => {
      if (isStopped) return;
      isStopped = true;
      unsubscribe();
      await changing;
      await running?.();
      secure.off(address.host);
    };
  }

  return {
    async start(address) {
      await ready;
      return await plain.start(address);
    },
    listener: plain.listener,
    startTls,
    tlsListener: secure.listener,
  };
}
