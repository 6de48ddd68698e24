import { once } from 'node:events';
import { request } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import { createEvents } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { LogLine } from '../../platform/logbook.ts';
import type { SyncRequest } from '../../sync/ports.ts';
import { createDevicesHttp } from '../devices-http.ts';
import type { DevicesHttp, WrongUrl } from '../devices-http.ts';
import type { TlsIdentity } from '../tls-identity.ts';

/** Address of everything in these tests. */
export const host = '127.0.0.1';
/** Headers of a WBXML message. */
export const wbxml = { 'content-type': 'application/vnd.syncml+wbxml' };
/** Agreed size of a message in the world. */
export const maxMessageSize = 5_000;

/** How a world is made. */
export interface WorldOptions {
  /** Where it puts what ends it. */
  readonly stops: (() => Promise<void> | void)[];
  readonly identity?: TlsIdentity | undefined;
  readonly publicUrl?: string;
  /** Waited for before a message is answered. */
  readonly handle?: () => Promise<void>;
}

/** A world around the listeners whose sockets are real; it listens without TLS. */
export async function createDevicesWorld({
  stops,
  identity: given,
  publicUrl = '',
  handle,
}: WorldOptions) {
  const requests: SyncRequest[] = [];
  const lines: LogLine[] = [];
  const faults: unknown[] = [];
  const wrong: WrongUrl[] = [];
  const clock = createFakeClock();
  const changes = new Set<() => void>();
  let identity = given;
  const http: DevicesHttp = createDevicesHttp({
    doors: [
      {
        method: 'POST',
        path: '/changes',
        handle: () => Promise.resolve({ status: 200, body: { id: 1 } }),
      },
    ],
    sync: {
      async handle(asked) {
        requests.push(asked);
        await handle?.();
        const body = new Uint8Array([2, ...asked.body.subarray(0, 3)]);
        return { status: 200, contentType: asked.contentType, body };
      },
    },
    settings: () => ({
      sync: { aliases: ['/pim'], maxMessageSize },
      listeners: { publicUrl },
    }),
    tls: {
      identity: () => identity,
      settled: () => Promise.resolve(),
      detail: () => 'no file',
      onChange(listener) {
        changes.add(listener);
        return () => void changes.delete(listener);
      },
      challenge: (token) => (token === 'known' ? 'known.thumbprint' : undefined),
      authority: () => ({ der: new Uint8Array([0x30, 0]), fingerprint: 'AB:CD' }),
    },
    clock,
    events: createEvents(() => undefined),
    log: {
      write(line) {
        lines.push(line);
        return {} as never;
      },
    },
    onWrongUrl: (each) => wrong.push(each),
    onFault: (error) => faults.push(error),
  });
  stops.push(await http.start({ host, port: 0 }));
  const { port } = http.listener();
  const trouble = () => lines.filter(({ area }) => area === 'sync');
  /** Another certificate, as if its files had changed. */
  function change(next: TlsIdentity | undefined): void {
    identity = next;
    for (const listener of changes) listener();
  }
  return { http, port, requests, lines, trouble, faults, wrong, clock, change };
}

/** What a request was answered with. */
export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The whole answer to a request. */
export async function answerTo(asked: ClientRequest): Promise<Answer> {
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

/**
 * Posts, and unlike `fetch` sends the path as it is given.
 *
 * @param ca The authority to trust: sends over TLS.
 */
export function send(
  options: RequestOptions,
  body: Uint8Array | string = '',
  ca?: string,
): Promise<Answer> {
  const all = { host, agent: false, method: 'POST', ...options };
  const asked = ca === undefined ? request(all) : secureRequest({ ...all, ca });
  asked.end(body);
  return answerTo(asked);
}

/** Says something and gives all that is heard until the connection is closed. */
export async function converse(socket: Socket, words: string): Promise<string> {
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(words);
  await once(socket, 'close');
  return heard;
}
