import { RPCHandler } from '@orpc/server/ws';
import type { CallContext } from '../api/context.ts';
import type { AppRouter } from '../api/router.ts';
import { toRequestError } from '../api/wire-errors.ts';

/** Any pipe that carries whole messages both ways: a WebSocket, a message port. */
export interface RpcChannel {
  /** Sends; a promise holds back what follows until the pipe has room. */
  send(message: string | Uint8Array): void | Promise<void>;
  onMessage(listener: (message: unknown) => void): void;
  /** Calls back when the pipe is closed: every call under way is aborted then. */
  onClose(listener: () => void): void;
}

/** Answers calls that come over channels. */
export interface RpcServer {
  serve(channel: RpcChannel, context: CallContext): void;
}

type Peer = Parameters<RPCHandler<CallContext>['upgrade']>[0];

/** What the adapter of the library listens to, in the shape of a WebSocket. */
function asPeer(channel: RpcChannel): Peer {
  const peer = {
    send: (message: string | Uint8Array) => channel.send(message),
    addEventListener(type: string, listener: (event: { data?: unknown }) => void) {
      if (type === 'message') channel.onMessage((data) => listener({ data }));
      if (type === 'close') channel.onClose(() => listener({}));
    },
  };
  // The library uses two methods of a WebSocket; its type wants their whole overload sets.
  return peer as unknown as Peer;
}

/** Serves the router to channels. A message that makes no sense is dropped, never thrown. */
export function createRpcServer(router: AppRouter): RpcServer {
  const handler = new RPCHandler<CallContext>(router, {
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw toRequestError(error);
        }
      },
    ],
  });
  return {
    serve(channel, context) {
      void handler.upgrade(asPeer(channel), { context });
    },
  };
}
