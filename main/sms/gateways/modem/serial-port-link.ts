import type { SerialPort } from 'serialport';
import type { GatewayReason } from '../../../../shared/model/gateway.ts';
import type { OpenSerial, SerialLink, SerialListener } from './serial-link.ts';
import { SerialError } from './serial-link.ts';

/** Ports that are being let go: who changes a gateway's settings opens the same port at once. */
const closing = new Map<string, Promise<void>>();

/**
 * Opens a port of the machine, for nobody else while it is open. Its native part is loaded by the
 * first who needs it: who has no modem never depends on it.
 */
export const openSerialPort: OpenSerial = async (path, baudRate, listener) => {
  await closing.get(path);
  const port = await createPort(callOutPath(path), baudRate);
  await new Promise<void>((resolve, reject) => {
    port.open((error) => {
      if (error === null) resolve();
      else reject(new SerialError(openFault(error.message), shortened(error.message)));
    });
  });
  // Some modems answer only to a terminal that says it is ready; pseudo terminals have no such lines.
  port.set({ dtr: true, rts: true }, () => undefined);
  return listen(path, port, listener);
};

async function createPort(path: string, baudRate: number): Promise<SerialPort> {
  try {
    const serial = await import('serialport');
    return new serial.SerialPort({ path, baudRate, autoOpen: false, lock: true });
  } catch (error) {
    throw new SerialError('no-port', error instanceof Error ? error.message : 'no serial ports');
  }
}

function listen(path: string, port: SerialPort, listener: SerialListener): SerialLink {
  let isOver = false;
  function lose(detail: string): void {
    if (isOver) return;
    isOver = true;
    if (port.isOpen) port.close(() => undefined);
    listener.lost(detail);
  }
  port.on('data', (bytes: Uint8Array) => {
    if (!isOver) listener.data(bytes);
  });
  port.on('error', (error: Error) => lose(shortened(error.message)));
  port.on('close', (error: Error | null) => {
    lose(error === null ? 'the port was closed' : shortened(error.message));
  });
  return {
    write(bytes) {
      if (isOver) return;
      port.write(Buffer.from(bytes), undefined, (error) => {
        if (error) lose(shortened(error.message));
      });
    },
    close() {
      isOver = true;
      if (!port.isOpen) return Promise.resolve();
      const closed = new Promise<void>((resolve) => port.close(() => resolve()));
      closing.set(path, closed);
      return closed.finally(() => {
        if (closing.get(path) === closed) closing.delete(path);
      });
    },
  };
}

/**
 * macOS names a port twice; to open the one for calls that come in waits for a carrier, which no
 * modem of ours ever has.
 */
function callOutPath(path: string): string {
  return process.platform === 'darwin' ? path.replace(/^\/dev\/tty\./u, '/dev/cu.') : path;
}

/** The systems tell it in words only. */
function openFault(message: string): GatewayReason {
  if (/lock|busy|temporarily|access denied/iu.test(message)) return 'port-busy';
  if (/permission|not permitted/iu.test(message)) return 'refused';
  return 'no-port';
}

function shortened(message: string): string {
  return message.replace(/^Error:? */u, '').slice(0, 200);
}
