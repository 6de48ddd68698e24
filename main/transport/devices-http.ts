import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Listener } from '../../shared/model/system.ts';
import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';

/** Limits of the listener that phones and mail servers reach. */
export const devicesLimits = {
  /** The largest of its doors takes a list of ten thousand changes; each has its own limit too. */
  bodyOctets: 1_048_576 + 1_024,
  /** Sockets at once; more wait to be accepted. */
  connections: 1_024,
  requestTimeoutMs: 30_000,
  keepAliveMs: 15_000,
  /** How long to wait before a port that is taken is tried again. */
  bindRetryMs: 30_000,
} as const;

/** A request to one of the doors, free of any HTTP framework. */
export interface DoorRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  readonly remote: string;
}

/** One door of the listener. */
export interface Door {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  handle(request: DoorRequest): Promise<{ readonly status: number; readonly body: unknown }>;
}

/** What the listener needs. */
export interface DevicesHttpDeps {
  readonly doors: readonly Door[];
  readonly clock: Clock;
  readonly events: Events;
  readonly log: LogWriter;
  readonly onFault: (error: unknown) => void;
}

/** The listener for phones and mail servers. It has nothing of the console's. */
export interface DevicesHttp {
  /**
   * Listens; resolves when the socket is bound or the attempt has failed. A port that cannot be had
   * is tried again from time to time, and `listener()` says so.
   */
  start(address: { readonly host: string; readonly port: number }): Promise<StopAsync>;
  /** Where it listens and how that goes. */
  listener(): Listener;
}

const notFound = 'Not found.';

function createApp({ doors, onFault }: DevicesHttpDeps): FastifyInstance {
  const app = fastify({
    bodyLimit: devicesLimits.bodyOctets,
    requestTimeout: devicesLimits.requestTimeoutMs,
    keepAliveTimeout: devicesLimits.keepAliveMs,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    trustProxy: false,
  });
  app.server.maxConnections = devicesLimits.connections;
  app.removeAllContentTypeParsers();
  // Each door judges type and content itself.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).type('text/plain; charset=utf-8').send(notFound),
  );
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) onFault(error);
    return reply
      .status(status)
      .type('text/plain; charset=utf-8')
      .send(status >= 500 ? 'Something went wrong inside Pushdesk.' : 'Refused.');
  });
  for (const door of doors) {
    app.route({
      method: door.method,
      url: door.path,
      async handler(request, reply) {
        const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
        const answer = await door.handle({ headers: request.headers, body, remote: request.ip });
        reply.status(answer.status).header('cache-control', 'no-store');
        return answer.body === null ? await reply.send() : await reply.send(answer.body);
      },
    });
  }
  return app;
}

/** Makes the listener; its doors are asked at every request. */
export function createDevicesHttp(deps: DevicesHttpDeps): DevicesHttp {
  const { clock, events, log } = deps;
  let status: Listener = { name: 'devices-http', host: '', port: 0, state: 'off', detail: '' };

  function show(next: Omit<Listener, 'name'>): void {
    status = { name: 'devices-http', ...next };
    events.emit({ kind: 'system', id: null });
  }

  async function start({ host, port }: { host: string; port: number }): Promise<StopAsync> {
    let app: FastifyInstance | undefined;
    let stopRetry: Stop | undefined;
    let isStopped = false;

    function noteFailure(error: unknown): void {
      const detail = error instanceof Error ? error.message : String(error);
      // The same words again would only repeat the line every half a minute.
      if (status.state !== 'failed' || status.detail !== detail) {
        const params = { listener: 'devices-http', host, port, detail };
        log.write({ level: 'error', area: 'system', key: 'system.listener-failed', params });
      }
      show({ host, port, state: 'failed', detail });
      stopRetry = clock.after(devicesLimits.bindRetryMs, () => void open());
    }

    async function open(): Promise<void> {
      if (isStopped) return;
      const opening = createApp(deps);
      try {
        await opening.listen({ host, port });
      } catch (error) {
        await opening.close();
        if (!isStopped) noteFailure(error);
        return;
      }
      if (isStopped) return await opening.close();
      app = opening;
      const bound = (opening.server.address() as AddressInfo).port;
      show({ host, port: bound, state: 'working', detail: '' });
      const params = { listener: 'devices-http', host, port: bound };
      log.write({ level: 'info', area: 'system', key: 'system.listening', params });
    }

    await open();
    return async () => {
      if (isStopped) return;
      isStopped = true;
      stopRetry?.();
      await app?.close();
      show({ host, port: 0, state: 'off', detail: '' });
    };
  }

  return { start, listener: () => status };
}
