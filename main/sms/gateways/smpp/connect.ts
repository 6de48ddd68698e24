import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Clock } from '../../../platform/clock.ts';
import { errorText } from '../http-call.ts';

/** Where a service centre is, and how it is spoken to. */
export interface SmppTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** A certificate of nobody known is taken too. */
  readonly tlsUntrusted: boolean;
}

/** How connecting ended; `detail` says what failed, in the system's words. */
export type Connected =
  { readonly ok: true; readonly socket: Socket } | { readonly ok: false; readonly detail: string };

/** Opens a connection, with TLS where it is asked for. Never rejects. */
export function connectTo(
  target: SmppTarget,
  clock: Clock,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Connected> {
  if (signal.aborted) return Promise.resolve({ ok: false, detail: 'stopped' });
  const { host, port, tls } = target;
  return new Promise((resolve) => {
    let hasTcp = false;
    const socket = tls
      ? connectTls({
          host,
          port,
          rejectUnauthorized: !target.tlsUntrusted,
          ...(isIP(host) === 0 ? { servername: host } : {}),
        })
      : connectTcp({ host, port });
    function settle(): void {
      stopTimer();
      signal.removeEventListener('abort', abort);
      socket.off('error', onError);
      socket.off('close', onClose);
    }
    function onError(error: Error): void {
      const text = errorText(error);
      failed(hasTcp && tls && !text.startsWith('TLS: ') ? `TLS: ${text}` : text);
    }
    function onClose(): void {
      failed('the connection was closed at once');
    }
    function failed(detail: string): void {
      settle();
      // A destroyed socket may still have something to complain about.
      socket.on('error', () => undefined);
      socket.destroy();
      resolve({ ok: false, detail });
    }
    function abort(): void {
      failed('stopped');
    }
    const stopTimer = clock.after(timeoutMs, () => {
      const what = hasTcp ? 'no end of the TLS handshake' : 'no connection';
      failed(`${what} within ${String(timeoutMs / 1_000)} s`);
    });
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => {
      hasTcp = true;
    });
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      settle();
      socket.setNoDelay(true);
      resolve({ ok: true, socket });
    });
    socket.on('error', onError);
    socket.on('close', onClose);
  });
}
