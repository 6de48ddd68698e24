import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';

/** First octet of a TLS connection: the content type "handshake" (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 0x16;
/** A connection that has not said a word for so long is closed. */
const FIRST_OCTET_MS = 30_000;

/** A server of either protocol. */
export type EitherServer = HttpServer | HttpsServer;

/** What a server takes a connection with. */
export type Accept = (socket: Socket) => void;

/** A server that looks at what a connection begins with before it takes it. */
export interface EitherProtocol {
  /** Takes a connection of the server's own protocol. */
  readonly accept: Accept;
  /** Ends all connections, also those that never became a request. */
  destroyAll(): void;
}

/**
 * Puts a look at the first octet before a server: a connection of the server's own protocol is its
 * own, one of the other protocol (TLS on the plain port, plain HTTP on the TLS port) goes to
 * `other`. The server itself keeps its time-outs, since it is the one that listens.
 */
export function lookFirst(
  server: EitherServer,
  isTls: boolean,
  other: (socket: Socket) => void,
): EitherProtocol {
  const sockets = new Set<Socket>();
  const own = server.listeners('connection');
  server.removeAllListeners('connection');

  function accept(socket: Socket): void {
    for (const listener of own) Reflect.apply(listener, server, [socket]);
  }

  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const onError = (): void => undefined;
    const onTimeout = (): void => void socket.destroy();
    function look(): void {
      const begin: unknown = socket.read();
      if (!(begin instanceof Uint8Array)) {
        // Nothing was there yet, or the other side has hung up.
        if (socket.readableEnded || socket.destroyed) socket.destroy();
        else socket.once('readable', look);
        return;
      }
      socket.off('error', onError).off('timeout', onTimeout).off('end', onTimeout);
      socket.setTimeout(0);
      socket.unshift(begin);
      if ((begin[0] === TLS_HANDSHAKE) === isTls) accept(socket);
      else other(socket);
    }
    socket.on('error', onError).on('timeout', onTimeout).on('end', onTimeout);
    socket.setTimeout(FIRST_OCTET_MS);
    socket.once('readable', look);
  });

  return {
    accept,
    destroyAll() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
