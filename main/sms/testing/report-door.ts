import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SmsHttpAnswer, SmsHttpRequest } from '../http/ports.ts';

/** The door at which providers report, alone on a free port of loopback. */
export interface ReportDoor {
  readonly url: string;
  /** Paths and queries of the requests so far. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

/** Opens the door. Requests have no bodies, as Kannel's have none. */
export async function startReportDoor(
  handle: (request: SmsHttpRequest) => Promise<SmsHttpAnswer>,
): Promise<ReportDoor> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    received.push(request.url ?? '');
    const { method = 'GET', headers } = request;
    const path = pathname.replace(/^\/sms\//u, '');
    const plain = { remote: '127.0.0.1', isEncrypted: false, body: new Uint8Array(0) };
    void handle({ method, headers, path, query: searchParams, ...plain }).then((answer) => {
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    received,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
