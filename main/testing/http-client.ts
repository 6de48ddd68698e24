import { ORPCError } from '@orpc/client';
import { getEventMeta, withEventMeta } from '@orpc/server';
import type { ApiClient } from '../api/client.ts';

/** Options of one call, as far as this client knows them. */
interface CallOptions {
  readonly signal?: AbortSignal;
  readonly lastEventId?: string;
}

interface WireError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly data: unknown;
  readonly defined: boolean;
}

function toError({ code, ...rest }: WireError): ORPCError<string, unknown> {
  return new ORPCError(code, rest);
}

/** Reads server-sent events (HTML Standard §9.2) as this API writes them. */
async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line): [string, string] => {
            const at = line.indexOf(':');
            return [line.slice(0, at), line.slice(at + 1).trim()];
          }),
      );
      text = text.slice(end + 2);
      const event = fields.get('event');
      if (event === 'done') return;
      const data: unknown = JSON.parse(fields.get('data') ?? 'null');
      if (event === 'error') throw toError(data as WireError);
      if (event === 'message') yield withEventMeta(data as object, { id: fields.get('id') ?? '' });
    }
  }
}

/**
 * Calls `POST /api/<area>/<procedure>` as a program would that knows nothing of the libraries
 * behind it.
 */
export function createHttpClient(url: string, token: string): ApiClient {
  async function call(path: string, input: unknown, options: CallOptions): Promise<unknown> {
    const response = await fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(input === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId }),
      },
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('text/event-stream') && response.body !== null) {
      return readEvents(response.body);
    }
    const answer: unknown = await response.json();
    if (!response.ok) throw toError(answer as WireError);
    return answer;
  }
  const areas = new Proxy(
    {},
    {
      get: (_areas, area) =>
        new Proxy(
          {},
          {
            get:
              (_area, name) =>
              (input: unknown, options: CallOptions = {}) =>
                call(`${String(area)}/${String(name)}`, input, options),
          },
        ),
    },
  );
  return areas as ApiClient;
}

/** The number of a stream's value. */
export function eventId(value: unknown): string | undefined {
  return getEventMeta(value)?.id;
}
