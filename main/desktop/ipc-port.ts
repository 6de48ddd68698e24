import { ipcMain } from 'electron';
import type { Stop } from '../platform/clock.ts';
import type { RpcServer } from '../transport/rpc-channel.ts';
import { isTrustedFrame } from './origin.ts';

/** The one channel between the page and this process. */
const connectChannel = 'pushdesk:connect';

/**
 * Takes the ports that the console's page sends, and serves the contract on them. A port from any
 * other frame is closed.
 */
export function acceptPorts(rpc: RpcServer, onRefused: (url: string) => void): Stop {
  const accept = (event: Electron.IpcMainEvent): void => {
    const [port] = event.ports;
    if (port === undefined) return;
    if (!isTrustedFrame(event.senderFrame)) {
      port.close();
      onRefused(event.senderFrame?.url ?? '');
      return;
    }
    rpc.serve(
      {
        send: (message) => port.postMessage(message),
        onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
        onClose: (listener) => void port.on('close', listener),
      },
      { caller: 'desktop' },
    );
    port.start();
  };
  ipcMain.on(connectChannel, accept);
  return () => void ipcMain.off(connectChannel, accept);
}
