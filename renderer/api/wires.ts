import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';

/** A way to the services that is open now, and a promise of its end. */
export interface Wire {
  readonly link: ClientLink<ClientContext>;
  readonly closed: Promise<void>;
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

/** Message that carries one end of a new channel to the preload. */
const connectMessage = 'pushdesk:connect';

/** Opens a message port to the main process, by way of the preload. */
export function openPort(): Promise<Wire> {
  const { port1, port2 } = new MessageChannel();
  let isOpen = true;
  const closed = new Promise<void>((resolve) => {
    port1.addEventListener('close', () => {
      isOpen = false;
      resolve();
    });
  });
  const link = new PortLink<ClientContext>({ port: port1 });
  port1.start();
  window.postMessage(connectMessage, window.location.origin, [port2]);
  return Promise.resolve({
    link,
    closed,
    isOpen: () => isOpen,
    close: () => {
      port1.close();
    },
  });
}

/** Opens a WebSocket to the service that served the page. Rejects when it cannot be opened. */
export function openSocket(): Promise<Wire> {
  const scheme = window.location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${window.location.host}/rpc`);
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => {
      resolve();
    });
  });
  const link = new SocketLink<ClientContext>({ websocket: socket });
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => {
      resolve({
        link,
        closed,
        isOpen: () => socket.readyState === WebSocket.OPEN,
        close: () => {
          socket.close();
        },
      });
    });
    socket.addEventListener('error', () => {
      reject(new Error('The socket could not be opened.'));
    });
  });
}
