import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { Clock } from '../../platform/clock.ts';
import type { UrlTemplate } from '../template/url-template.ts';
import type { HttpRequest } from './http-request.ts';

/** What is read of an answer; providers say all they have to say in much less. */
const usualOctets = 16_384;
/**
 * Connections that nothing was sent over for so long are closed: before the far side does, whose
 * usual limit is 5 s. Where it names its own limit, that one counts.
 */
const idleMs = 4_000;

/** How a request ended. */
export type HttpAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The first characters of the body. */
      readonly text: string;
      readonly retryAfter: string | undefined;
    }
  /**
   * No answer, or not all of it. `wasSent`: the far side may have the request. One that went over a
   * connection which was closed in its face counts as sent, new or kept: a server that read it and
   * died looks just like one that closed an idle connection.
   */
  | { readonly kind: 'failed'; readonly detail: string; readonly wasSent: boolean }
  | { readonly kind: 'aborted' };

/** Sends requests to one host over connections that are kept. */
export interface HttpCaller {
  /** Sends one request. Never rejects; redirects are answers. */
  call(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
  close(): void;
}

/** What a {@link HttpCaller} needs. */
export interface HttpCallerOptions {
  readonly clock: Clock;
  readonly url: UrlTemplate;
  /** From the start of a request to the end of its answer. */
  readonly timeoutMs: number;
  readonly connections: number;
  /** What is read of an answer; less where nothing is said. */
  readonly answerOctets?: number;
}

/** Makes what sends requests to the host of a URL template. */
export function createHttpCaller(options: HttpCallerOptions): HttpCaller {
  const { clock, url, timeoutMs, connections, answerOctets = usualOctets } = options;
  const isSecure = url.protocol === 'https:';
  const agentOptions = {
    keepAlive: true,
    maxSockets: connections,
    maxFreeSockets: connections,
    timeout: idleMs,
    scheduling: 'lifo',
  } as const;
  const agent = isSecure ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions);
  const request = isSecure ? requestHttps : requestHttp;
  const target = { agent, host: url.hostname, port: url.port };

  const opened = new WeakSet<Socket>();

  /**
   * Calls back when a request can be sent: a new connection has to be made first; of a kept one is
   * looked, for one turn, whether the far side has closed it in the meantime.
   */
  function whenOpen(socket: Socket, send: () => void): void {
    if (opened.has(socket)) {
      // Twice, as what has come in may be looked at between the two only.
      setImmediate(() => setImmediate(send));
      return;
    }
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      opened.add(socket);
      send();
    });
  }

  /** `isRetry` tells that a kept connection turned out to be closed and this is the second try. */
  function call(wanted: HttpRequest, signal: AbortSignal, isRetry = false): Promise<HttpAnswer> {
    if (signal.aborted) return Promise.resolve({ kind: 'aborted' });
    return new Promise((resolve) => {
      let isSettled = false;
      let wasSent = false;
      const { method, path, headers, body } = wanted;
      const sent =
        body === undefined
          ? headers
          : { ...headers, 'content-length': String(Buffer.byteLength(body)) };

      function settle(answer: HttpAnswer, sparesConnection = false): void {
        if (isSettled) return;
        isSettled = true;
        stopTimer();
        signal.removeEventListener('abort', abort);
        if (!sparesConnection) outgoing?.destroy();
        resolve(answer);
      }
      function fail(detail: string): void {
        settle({ kind: 'failed', detail, wasSent });
      }
      function abort(): void {
        settle({ kind: 'aborted' });
      }
      const stopTimer = clock.after(timeoutMs, () => {
        fail(`no answer within ${String(timeoutMs / 1_000)} s`);
      });
      signal.addEventListener('abort', abort, { once: true });

      let outgoing: ClientRequest | undefined;
      try {
        outgoing = request({ ...target, method, path, headers: sent });
      } catch (error) {
        fail(errorText(error));
        return;
      }
      const started = outgoing;
      let isKept = false;
      started.on('socket', (socket) => {
        isKept = opened.has(socket);
        whenOpen(socket, () => {
          if (isSettled) return;
          wasSent = true;
          started.end(body);
        });
      });
      started.on('response', (response) => {
        readAnswer(response, answerOctets, settle, fail);
      });
      started.on('error', (error) => {
        // The far side closed a kept connection before anything was sent over it.
        if (!isSettled && isKept && !wasSent && !isRetry) {
          isSettled = true;
          stopTimer();
          signal.removeEventListener('abort', abort);
          void call(wanted, signal, true).then(resolve);
          return;
        }
        fail(errorText(error));
      });
    });
  }

  return { call: (wanted, signal) => call(wanted, signal), close: () => agent.destroy() };
}

/** Reads an answer up to its limit; what is longer is cut off, and the connection with it. */
function readAnswer(
  response: IncomingMessage,
  answerOctets: number,
  done: (answer: HttpAnswer, isComplete: boolean) => void,
  fail: (detail: string) => void,
): void {
  const chunks: Buffer[] = [];
  let octets = 0;
  function answer(): HttpAnswer {
    return {
      kind: 'answered',
      status: response.statusCode ?? 0,
      text: Buffer.concat(chunks).toString('utf8', 0, answerOctets),
      retryAfter: response.headers['retry-after'],
    };
  }
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    octets += chunk.length;
    if (octets > answerOctets) done(answer(), false);
  });
  response.on('end', () => done(answer(), true));
  response.on('error', (error) => fail(errorText(error)));
}

/** What the system says about a failed connection, without a stack. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  // Of several addresses that were tried, the error of the first tells most.
  const shown = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  // What OpenSSL says of itself names its source files; its reason is in words.
  if (shown instanceof Error && 'reason' in shown && 'library' in shown) {
    return `TLS: ${String(shown.reason)}`;
  }
  if (shown instanceof Error && shown.message !== '') return shown.message;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
