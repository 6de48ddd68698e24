import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readNotification } from './notification.ts';
import type { Notification } from './notification.ts';

/** One SMS that the provider was given. */
export interface Received {
  readonly number: string;
  /** User data header with its length octet, and user data. */
  readonly udh: Buffer;
  readonly data: Buffer;
}

/** A provider of SMS over HTTP on loopback. */
export interface HttpSink {
  /** Template for a gateway that sends here. */
  readonly url: string;
  readonly received: readonly Received[];
  /** The notifications among what came, in the order of their coming. */
  notifications(): (Notification & { readonly number: string })[];
  /** Answers with this status from now on; 200 takes messages. */
  answerWith(status: number): void;
  stop(): Promise<void>;
}

/** Starts a provider that takes everything and remembers it. */
export async function startHttpSink(): Promise<HttpSink> {
  const received: Received[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://sink');
    if (status === 200) {
      received.push({
        number: searchParams.get('number') ?? '',
        udh: Buffer.from(searchParams.get('udh') ?? '', 'hex'),
        data: Buffer.from(searchParams.get('data') ?? '', 'hex'),
      });
    }
    request.resume();
    response.writeHead(status, { 'content-type': 'text/plain' });
    response.end(status === 200 ? `OK ${received.length}` : 'not now');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/sms?number=%number%&udh=%udh;hex%&data=%data;hex%`,
    received,
    notifications: () =>
      received.map(({ number, data }) => ({ number, ...readNotification(data) })),
    answerWith(next) {
      status = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
