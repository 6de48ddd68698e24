import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../platform/clock.ts';
import { smsHttpLimits } from '../sms/http/limits.ts';
import type { SmsHttp, SmsHttpAnswer } from '../sms/http/ports.ts';
import { createBodyBudget, readBody } from './request-body.ts';

/** What the door needs. */
export interface SmsDoorDeps {
  readonly sms: SmsHttp;
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}

/** The door of the API for SMS: thousands of requests a second come in by it. */
export interface SmsDoor {
  /** Takes a request and answers it; what it is asked for is an {@link isSmsPath}. */
  take(request: IncomingMessage, response: ServerResponse, isEncrypted: boolean): void;
}

const root = '/sms';
const noBody = new Uint8Array(0);

/** Whether a path, without its query, belongs to the API for SMS. */
export function isSmsPath(path: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

/** Makes the door. */
export function createSmsDoor({ sms, clock, onFault }: SmsDoorDeps): SmsDoor {
  const budget = createBodyBudget(smsHttpLimits.heldOctets);
  const bodyOptions = {
    limit: smsHttpLimits.bodyOctets,
    idleMs: smsHttpLimits.bodyIdleMs,
    clock,
    budget,
  };

  async function answer(
    request: IncomingMessage,
    body: Uint8Array,
    isEncrypted: boolean,
  ): Promise<SmsHttpAnswer> {
    const { url = '', method = '', headers, socket } = request;
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const search = mark < 0 ? '' : url.slice(mark + 1);
    return await sms.handle({
      method,
      path: path.slice(root.length + 1),
      query: new URLSearchParams(search),
      search,
      headers,
      body,
      remote: socket.remoteAddress ?? '',
      isEncrypted,
    });
  }

  async function take(
    request: IncomingMessage,
    response: ServerResponse,
    isEncrypted: boolean,
  ): Promise<void> {
    const { headers } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) {
      send(response, await answer(request, noBody, isEncrypted));
      return;
    }
    const outcome = await readBody(request, bodyOptions);
    if (!outcome.ok) {
      if (outcome.status !== 'gone') sendFault(response, outcome.status);
      return;
    }
    try {
      send(response, await answer(request, outcome.body, isEncrypted));
    } finally {
      outcome.release();
    }
  }

  return {
    take(request, response, isEncrypted) {
      take(request, response, isEncrypted).catch((error: unknown) => {
        onFault(error);
        sendFault(response, 500);
      });
    },
  };
}

function send(response: ServerResponse, { status, headers, body }: SmsHttpAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, { ...headers, 'content-length': length });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

const faults = {
  408: 'ERROR too-slow The request did not arrive in time.\n',
  413: 'ERROR too-large The request is too large.\n',
  500: 'ERROR unavailable Something went wrong inside Pushdesk.\n',
  503: 'ERROR busy Too much at once: come back later.\n',
} as const;

/** Says no to a request that nobody has read; what still comes of it is not waited for. */
function sendFault(response: ServerResponse, status: keyof typeof faults): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', connection: 'close' };
  const retry = status === 503 ? { 'retry-after': String(smsHttpLimits.retryAfterSeconds) } : {};
  send(response, { status, headers: { ...headers, ...retry }, body: faults[status] });
}
