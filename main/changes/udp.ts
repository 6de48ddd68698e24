import { createSocket } from 'node:dgram';
import type { RemoteInfo, Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { AppError } from '../../shared/model/errors.ts';
import type { Listener } from '../../shared/model/system.ts';
import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import { checkSignature, parseDatagram } from './datagram.ts';
import type { Datagram } from './datagram.ts';
import type { Journal } from './journal.ts';
import { doorLimits } from './limits.ts';
import { isLoopback } from '../platform/loopback.ts';
import { createNonceMemory } from './nonce-memory.ts';
import { createRefusalLog } from './refusal-log.ts';

/** What {@link createUdpSource} needs. */
export interface UdpSourceDeps {
  readonly journal: Pick<Journal, 'accept'>;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: LogWriter;
  /**
   * Shared secret of signed datagrams, asked for each time: a new one must not cost the port.
   * Undefined takes datagrams of this machine only.
   */
  readonly secret: () => string | undefined;
}

/** Where to listen. */
export interface UdpSourceConfig {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** The door for changes as UDP datagrams. */
export interface UdpSource {
  /**
   * Listens; resolves when the socket is bound or the attempt has failed. A port that cannot be had
   * is tried again from time to time, and `listener()` says so: it is no reason to end.
   */
  start(config: UdpSourceConfig): Promise<StopAsync>;
  /** Where it listens and how that goes. */
  listener(): Listener;
}

/**
 * One JSON object a datagram: `{"v":1,"account":"a@example.org","folder":"contacts","origin":"x"}`.
 * Nothing is answered. From another machine it is taken only when signed (see `datagram.ts`); one
 * that is signed has to be signed rightly wherever it comes from.
 */
export function createUdpSource(deps: UdpSourceDeps): UdpSource {
  const { journal, clock, events, log } = deps;
  const nonces = createNonceMemory();
  const refusals = createRefusalLog(log, clock);
  let status: Listener = { name: 'changes-udp', host: '', port: 0, state: 'off', detail: '' };
  let underWay = 0;

  function show(next: Omit<Listener, 'name'>): void {
    status = { name: 'changes-udp', ...next };
    events.emit({ kind: 'system', id: null });
  }

  function refuse(remote: RemoteInfo, detail: string): void {
    refusals.write({
      level: 'warn',
      area: 'changes',
      key: 'change.refused',
      params: { remote: remote.address, detail },
    });
  }

  /** Says why a datagram is not taken, or null. */
  function objection(datagram: Datagram, remote: RemoteInfo): string | null {
    const now = clock.now();
    const secret = deps.secret();
    if (secret === undefined) {
      return isLoopback(remote.address) ? null : 'it is from another machine and no secret is set';
    }
    switch (checkSignature(datagram, secret, now)) {
      case 'none':
        return isLoopback(remote.address) ? null : 'it is not signed';
      case 'wrong':
        return 'its signature is wrong';
      case 'too-old':
        return 'its time is more than five minutes off';
      case 'right':
        return nonces.isNew(datagram.nonce ?? '', now) ? null : 'replayed';
    }
  }

  function receive(bytes: Uint8Array, remote: RemoteInfo): void {
    if (underWay >= doorLimits.datagramsUnderWay) {
      refuse(remote, 'too many at once');
      return;
    }
    const datagram = parseDatagram(bytes);
    if ('wrong' in datagram) {
      refuse(remote, datagram.wrong);
      return;
    }
    const why = objection(datagram, remote);
    if (why === 'replayed') {
      const params = { remote: remote.address };
      refusals.write({ level: 'warn', area: 'changes', key: 'change.replayed', params });
      return;
    }
    if (why !== null) {
      refuse(remote, why);
      return;
    }
    const { account, folder, origin } = datagram;
    underWay += 1;
    journal
      .accept(origin === undefined ? { account, folder } : { account, folder, origin }, 'udp')
      .catch((error: unknown) => {
        // The journal has logged what it does not know; nobody waits for an answer.
        if (!(error instanceof AppError)) refuse(remote, 'it could not be written down');
      })
      .finally(() => {
        underWay -= 1;
      });
  }

  /** Binds a socket; throws what the system says when that cannot be. */
  async function bind({ host, port }: UdpSourceConfig): Promise<Socket> {
    const socket = createSocket({ type: isIPv6(host) ? 'udp6' : 'udp4' });
    socket.on('message', (bytes, remote) => receive(bytes, remote));
    try {
      socket.bind({ address: host, port, exclusive: true });
      await once(socket, 'listening');
    } catch (error) {
      socket.close();
      throw error;
    }
    return socket;
  }

  async function start(config: UdpSourceConfig): Promise<StopAsync> {
    let socket: Socket | null = null;
    let stopRetry: Stop | null = null;
    let isStopped = false;

    async function open(): Promise<void> {
      try {
        const bound = await bind(config);
        if (isStopped) {
          bound.close();
          return;
        }
        socket = bound;
        bound.on('error', (error) => {
          bound.close();
          socket = null;
          failed(error);
        });
        const real = bound.address().port;
        show({ host: config.host, port: real, state: 'working', detail: '' });
        log.write({
          level: 'info',
          area: 'system',
          key: 'system.listening',
          params: { listener: 'changes-udp', host: config.host, port: real },
        });
      } catch (error) {
        failed(error);
      }
    }

    function failed(error: unknown): void {
      const { host, port } = config;
      const detail = error instanceof Error ? error.message : String(error);
      // The same words again would only repeat the line every half a minute.
      if (status.state !== 'failed' || status.detail !== detail) {
        log.write({
          level: 'error',
          area: 'system',
          key: 'system.listener-failed',
          params: { listener: 'changes-udp', host, port, detail },
        });
      }
      show({ host, port, state: 'failed', detail });
      if (!isStopped) stopRetry = clock.after(doorLimits.bindRetryMs, () => void open());
    }

    await open();
    return async () => {
      if (isStopped) return;
      isStopped = true;
      stopRetry?.();
      if (socket) {
        const closed = once(socket, 'close');
        socket.close();
        await closed;
      }
      show({ host: config.host, port: 0, state: 'off', detail: '' });
    };
  }

  return { start, listener: () => status };
}
