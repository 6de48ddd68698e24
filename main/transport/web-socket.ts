import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { StopAsync } from '../platform/clock.ts';
import type { Clock, Stop } from '../platform/clock.ts';
import type { RpcChannel, RpcServer } from './rpc-channel.ts';

/** Limits of the console's WebSocket. */
export const socketLimits = {
  /** A call with ten thousand ids is smaller. */
  messageOctets: 4 * 1_048_576,
  /** What may wait for a slow reader before streams to it are held back. */
  bufferedOctets: 1_048_576,
  /** Sockets at once; each window of the console has one. */
  sockets: 64,
  /** How often a silent peer is asked whether it is still there. */
  pingMs: 30_000,
  /** How often the room in a full buffer is looked at again. */
  drainMs: 25,
} as const;

/** Closes a socket whose session has ended: RFC 6455 §7.4.2 leaves 4000 and up to applications. */
export const signedOutCode = 4401;

/** What an upgrade is judged by. */
export interface Upgrade {
  /** HTTP status that refuses, or the session that opens. */
  judge(
    request: IncomingMessage,
  ): { readonly status: number } | { readonly session: string | undefined };
}

/** The sockets of the console. */
export interface Sockets {
  /** Closes what a session has opened. */
  closeSession(session: string): void;
  readonly stop: StopAsync;
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** A WebSocket as a channel that holds back streams while its buffer is full. */
function asChannel(socket: WebSocket, clock: Clock): RpcChannel {
  return {
    send(message) {
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.send(message);
      if (socket.bufferedAmount < socketLimits.bufferedOctets) return;
      return new Promise((resolve) => {
        const look = () => {
          const isFull = socket.bufferedAmount >= socketLimits.bufferedOctets;
          if (isFull && socket.readyState === WebSocket.OPEN)
            clock.after(socketLimits.drainMs, look);
          else resolve();
        };
        look();
      });
    },
    onMessage(listener) {
      socket.on('message', (data, isBinary) => listener(isBinary ? data : data.toString()));
    },
    onClose(listener) {
      socket.on('close', listener);
    },
  };
}

/** Serves the contract at `/rpc` of an HTTP server. */
export function acceptSockets(
  server: Server,
  rpc: RpcServer,
  options: { readonly clock: Clock; readonly upgrade: Upgrade },
): Sockets {
  const { clock, upgrade } = options;
  const sessions = new Map<WebSocket, string | undefined>();
  const alive = new WeakSet<WebSocket>();
  const acceptor = new WebSocketServer({
    noServer: true,
    maxPayload: socketLimits.messageOctets,
    perMessageDeflate: false,
  });

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (request.url?.split('?')[0] !== '/rpc') return refuse(socket, 404);
    const judgement = upgrade.judge(request);
    if ('status' in judgement) return refuse(socket, judgement.status);
    if (sessions.size >= socketLimits.sockets) return refuse(socket, 503);
    acceptor.handleUpgrade(request, socket, head, (peer) => open(peer, judgement.session));
  }

  function open(peer: WebSocket, session: string | undefined): void {
    sessions.set(peer, session);
    alive.add(peer);
    peer.on('pong', () => alive.add(peer));
    peer.on('error', () => peer.terminate());
    peer.on('close', () => sessions.delete(peer));
    const caller = session === undefined ? 'program' : 'console';
    rpc.serve(asChannel(peer, clock), { caller });
  }

  let stopPinging: Stop;
  function ping(): void {
    for (const peer of sessions.keys()) {
      if (!alive.delete(peer)) peer.terminate();
      else peer.ping();
    }
    stopPinging = clock.after(socketLimits.pingMs, ping);
  }
  stopPinging = clock.after(socketLimits.pingMs, ping);
  server.on('upgrade', onUpgrade);

  return {
    closeSession(session) {
      for (const [peer, of] of sessions) if (of === session) peer.close(signedOutCode);
    },
    stop() {
      stopPinging();
      server.off('upgrade', onUpgrade);
      for (const peer of sessions.keys()) peer.terminate();
      return Promise.resolve();
    },
  };
}
