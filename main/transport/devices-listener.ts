import type { ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Listener } from '../../shared/model/system.ts';
import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import { lookFirst } from './either-protocol.ts';
import type { Accept, EitherProtocol, EitherServer } from './either-protocol.ts';

/** Limits of both listeners that phones and mail servers reach. */
export const listenerLimits = {
  /** Sockets at once; more wait to be accepted. */
  connections: 1_024,
  headersMs: 30_000,
  /**
   * A whole request: a message of 150 kB takes five minutes from a phone with 4 kbit/s. Doors for
   * programs on good lines have shorter limits of their own.
   */
  requestMs: 300_000,
  /** How often the server looks for requests that take too long. */
  checkMs: 5_000,
  /** Phones think for a minute between two messages, and a new TLS connection costs them seconds. */
  keepAliveMs: 75_000,
  handshakeMs: 30_000,
  /** How long to wait before a port that is taken is tried again. */
  bindRetryMs: 30_000,
  /** What requests that are being answered get when the listener stops. */
  graceMs: 2_000,
} as const;

/** What a listener needs. */
export interface DevicesListenerDeps {
  readonly name: 'devices-http' | 'devices-https';
  readonly clock: Clock;
  readonly events: Events;
  readonly log: LogWriter;
  /** A server that does not listen yet. */
  readonly createServer: () => EitherServer;
  /** Takes connections that speak the other protocol. */
  readonly onOther: (socket: Socket) => void;
}

/** One of the two listeners. */
export interface DevicesListener {
  /**
   * Listens; resolves when the socket is bound or the attempt has failed. A port that cannot be had
   * is tried again from time to time, and `listener()` says so.
   */
  start(address: { readonly host: string; readonly port: number }): Promise<StopAsync>;
  /** Where it listens and how that goes. */
  listener(): Listener;
  /** Takes a connection; undefined while it does not listen. */
  accept(): Accept | undefined;
  /** The server while it listens. */
  server(): EitherServer | undefined;
  /** Says that it cannot listen, for a reason other than its port. */
  fail(address: { readonly host: string; readonly port: number }, detail: string): void;
  /** Says that it is off. */
  off(host: string): void;
}

interface Open {
  readonly server: EitherServer;
  readonly sockets: EitherProtocol;
  /** What is being answered. */
  readonly answering: ReadonlySet<ServerResponse>;
}

async function listen(server: EitherServer, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** Makes a listener. */
export function createDevicesListener(deps: DevicesListenerDeps): DevicesListener {
  const { name, clock, events, log } = deps;
  let status: Listener = { name, host: '', port: 0, state: 'off', detail: '' };
  let open: Open | undefined;

  function show(next: Omit<Listener, 'name'>): void {
    status = { name, ...next };
    events.emit({ kind: 'system', id: null });
  }

  function fail({ host, port }: { host: string; port: number }, detail: string): void {
    // The same words again would only repeat the line every half a minute.
    if (status.state !== 'failed' || status.detail !== detail) {
      const params = { listener: name, host, port, detail };
      log.write({ level: 'error', area: 'system', key: 'system.listener-failed', params });
    }
    show({ host, port, state: 'failed', detail });
  }

  function prepare(): Open {
    const server = deps.createServer();
    server.maxConnections = listenerLimits.connections;
    const answering = new Set<ServerResponse>();
    server.prependListener('request', (_request, response: ServerResponse) => {
      answering.add(response);
      response.once('close', () => answering.delete(response));
    });
    const sockets = lookFirst(server, name === 'devices-https', deps.onOther);
    return { server, sockets, answering };
  }

  /** What is being answered may end, for a while; a connection that only stays open may not. */
  async function close({ server, sockets, answering }: Open): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const ends = [...answering].map(
      (response) => new Promise<void>((resolve) => response.once('close', resolve)),
    );
    if (ends.length > 0) {
      await new Promise<void>((resolve) => {
        const stopGrace = clock.after(listenerLimits.graceMs, resolve);
        void Promise.all(ends).then(() => {
          stopGrace();
          resolve();
        });
      });
    }
    sockets.destroyAll();
    server.closeAllConnections();
    await closed;
  }

  async function start({ host, port }: { host: string; port: number }): Promise<StopAsync> {
    let mine: Open | undefined;
    let stopRetry: Stop | undefined;
    let isStopped = false;

    async function attempt(): Promise<void> {
      if (isStopped) return;
      const opening = prepare();
      let bound: number;
      try {
        bound = await listen(opening.server, host, port);
      } catch (error) {
        if (isStopped) return;
        fail({ host, port }, error instanceof Error ? error.message : String(error));
        stopRetry = clock.after(listenerLimits.bindRetryMs, () => void attempt());
        return;
      }
      if (isStopped) return await close(opening);
      mine = opening;
      open = opening;
      show({ host, port: bound, state: 'working', detail: '' });
      const params = { listener: name, host, port: bound };
      log.write({ level: 'info', area: 'system', key: 'system.listening', params });
    }

    await attempt();
    return async () => {
      if (isStopped) return;
      isStopped = true;
      stopRetry?.();
      if (open === mine) open = undefined;
      if (mine !== undefined) await close(mine);
      show({ host, port: 0, state: 'off', detail: '' });
    };
  }

  return {
    start,
    fail,
    listener: () => status,
    accept: () => open?.sockets.accept,
    server: () => open?.server,
    off: (host) => show({ host, port: 0, state: 'off', detail: '' }),
  };
}
