import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the sink received. */
export interface Received {
  readonly method: string;
  /** Path and query as they stood on the wire. */
  readonly target: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** How the sink answers a request; silence leaves it open. */
export type Answer =
  | { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> }
  | 'silence'
  | 'hang-up';

/** A provider on loopback that does what a test wants. */
export interface HttpSink {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** Answers of the next requests, in order; afterwards `otherwise`. */
  answers: Answer[];
  otherwise: Answer | ((request: Received) => Answer);
  /** Most requests that were open at once. */
  readonly mostOpen: number;
  readonly connections: number;
  /** Hangs up on everybody, whether or not a request is open. */
  closeConnections(): void;
  close(): Promise<void>;
}

/** Starts a sink on a free port. */
export async function startHttpSink(port = 0): Promise<HttpSink> {
  const received: Received[] = [];
  let open = 0;
  let mostOpen = 0;
  let connections = 0;

  const server = createServer((request, response) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on('close', () => {
      open -= 1;
    });
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const entry = {
        method: request.method ?? '',
        target: request.url ?? '',
        query: new URLSearchParams((request.url ?? '').split('?')[1] ?? ''),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      received.push(entry);
      const { otherwise } = sink;
      const answer =
        sink.answers.shift() ?? (typeof otherwise === 'function' ? otherwise(entry) : otherwise);
      send(answer, response, request);
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.address() as AddressInfo).port;

  const sink: HttpSink = {
    url: `http://127.0.0.1:${String(bound)}`,
    port: bound,
    received,
    answers: [],
    otherwise: { status: 200, body: 'OK' },
    get mostOpen() {
      return mostOpen;
    },
    get connections() {
      return connections;
    },
    closeConnections: () => server.closeAllConnections(),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return sink;
}

function send(answer: Answer, response: ServerResponse, request: IncomingMessage): void {
  if (answer === 'silence') return;
  if (answer === 'hang-up') {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body ?? '');
}
