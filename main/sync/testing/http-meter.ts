import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that went through, and its answer. */
export interface Exchange {
  /** From 1. */
  readonly number: number;
  readonly path: string;
  readonly contentType: string;
  readonly status: number;
  /** From the last octet of the request to the last one of the answer. */
  readonly ms: number;
  readonly request: Uint8Array;
  readonly response: Uint8Array;
}

/** What is to become of a request. */
export interface MeterHooks {
  /** Before the request with this number goes on. */
  before?(number: number): Promise<void> | void;
  /** False cuts the client's connection instead of giving it the answer. */
  answers?(number: number): boolean;
}

/** Something between client and server that passes everything on, and writes down what it saw. */
export interface HttpMeter {
  readonly port: number;
  /** With the path that is asked for. */
  url(path: string): string;
  /** Sends what comes from now on to this port of the loopback. */
  forwardTo(port: number): void;
  /** In the order in which they ended. */
  readonly exchanges: readonly Exchange[];
  /** Forgets what it saw and counts from 1 again. */
  reset(hooks?: MeterHooks): void;
  stop(): Promise<void>;
}

/** Starts a meter on a port of the system's choice. Bodies are handed over whole, headers as they are. */
export async function startHttpMeter(): Promise<HttpMeter> {
  const agent = new Agent({ keepAlive: true });
  let target = 0;
  let count = 0;
  let hooks: MeterHooks = {};
  let exchanges: Exchange[] = [];

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    count += 1;
    const number = count;
    const { before, answers } = hooks;
    const body = await readAll(incoming);
    await before?.(number);
    const started = performance.now();
    const { method, url: path = '', headers } = incoming;
    const onward = request({ agent, host: '127.0.0.1', port: target, method, path, headers });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    const response = await readAll(answer);
    const ms = performance.now() - started;
    const status = answer.statusCode ?? 0;
    const contentType = headers['content-type'] ?? '';
    exchanges.push({ number, path, contentType, status, ms, request: body, response });
    if (answers?.(number) === false) {
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(status, { ...answer.headers, 'content-length': response.length });
    outgoing.end(response);
  }

  const server = createServer((incoming, outgoing) => {
    // The client sees a broken connection, as it would without the meter.
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: (path) => `http://127.0.0.1:${port}${path}`,
    forwardTo(wanted) {
      target = wanted;
    },
    get exchanges() {
      return exchanges;
    },
    reset(wanted = {}) {
      count = 0;
      hooks = wanted;
      exchanges = [];
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      agent.destroy();
    },
  };
}

async function readAll(stream: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
