import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { ORPCError, createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientTypes } from '../../shared/catalogue/client-types.ts';
import type { Account } from '../../shared/model/account.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { LogEntry } from '../../shared/model/log-entry.ts';
import { createLocalClient } from '../api/client.ts';
import type { ApiClient } from '../api/client.ts';
import { createLive } from '../api/live.ts';
import { createRouter } from '../api/router.ts';
import type { AppRouter } from '../api/router.ts';
import { createLogbook } from '../log/logbook.ts';
import type { Logbook } from '../log/logbook.ts';
import { systemClock } from '../platform/clock.ts';
import { createEvents } from '../platform/events.ts';
import type { Events } from '../platform/events.ts';
import { createIds } from '../platform/ids.ts';
import { systemRandom } from '../platform/random.ts';
import { createHttpClient, eventId } from '../testing/http-client.ts';
import { createMemoryLog } from '../testing/memory-log.ts';
import { stubServices } from '../testing/stub-services.ts';
import { serveConsole } from './console-http.ts';
import { createPage } from './page.ts';
import { createRpcServer } from './rpc-channel.ts';

/** The services behind the transports, and what the tests do to them. */
interface Behind {
  readonly router: AppRouter;
  readonly logbook: Logbook;
  readonly events: Events;
  /** Readers of the log's stream that have not ended. */
  readers: number;
  readonly stop: () => Promise<void>;
}

const token = 'a-token-of-the-test';
const manyAccounts = 20_000;

function account(number: number): Account {
  return {
    id: `a${number}`,
    address: `person-${number}@example.org`,
    displayName: 'Ťřëšť 测试 📱',
    hasPassword: false,
    conflicts: {},
    timeZone: null,
    mailbox: null,
    mailboxState: 'off',
    deviceCount: 0,
    createdAt: 1,
    updatedAt: 2,
  };
}

async function createBehind(): Promise<Behind> {
  const ids = createIds(systemClock, systemRandom);
  const events = createEvents(() => undefined);
  const live = createLive({ events, ids });
  const logbook = await createLogbook({
    store: createMemoryLog(),
    clock: systemClock,
    onError: () => undefined,
  });
  const stubs = stubServices({});
  const services = stubServices({
    live: live.service,
    log: {
      list: logbook.service.list,
      tail(input, options) {
        const entries = logbook.service.tail(input, options)[Symbol.asyncIterator]();
        behind.readers += 1;
        let isOpen = true;
        const close = () => {
          if (isOpen) behind.readers -= 1;
          isOpen = false;
        };
        return {
          [Symbol.asyncIterator]: () => ({
            async next() {
              const next = await entries.next();
              if (next.done === true) close();
              return next;
            },
            async return() {
              close();
              await entries.return?.();
              return { done: true, value: undefined };
            },
          }),
        };
      },
    },
    catalogue: { clientTypes: () => Promise.resolve({ clientTypes: [...clientTypes] }) },
    accounts: {
      ...stubs.accounts,
      create: ({ address }) =>
        address.startsWith('twice')
          ? Promise.reject(
              new AppError('DUPLICATE', {
                params: { address },
                fields: [{ path: 'address', code: 'duplicate' }],
              }),
            )
          : Promise.resolve({ ...account(1), address }),
      get: () => Promise.reject(new Error('a fault with a secret in it')),
      list: () =>
        Promise.resolve({ accounts: Array.from({ length: manyAccounts }, (_, n) => account(n)) }),
    },
    changes: {
      ...stubs.changes,
      async report({ account: name }) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        return { id: Number(name), traceId: 't' };
      },
    },
  });
  const router = createRouter(services, {
    ids,
    log: logbook.writer,
    onFault: () => undefined,
    checksAnswers: true,
  });
  const behind: Behind = {
    router,
    logbook,
    events,
    readers: 0,
    async stop() {
      await logbook.stop();
      await live.stop();
    },
  };
  return behind;
}

interface Connected {
  readonly client: ApiClient;
  readonly close: () => Promise<void>;
}

async function listen(router: AppRouter, log: Logbook) {
  return await serveConsole({
    router,
    page: createPage('/nowhere'),
    token,
    host: '127.0.0.1',
    port: 0,
    allowedHosts: [],
    version: '0.0.0',
    clock: systemClock,
    random: systemRandom,
    log: log.writer,
    onFault: (error) => expect.fail(String(error)),
  });
}

const transports: Record<string, (behind: Behind) => Promise<Connected>> = {
  'in process': ({ router }) =>
    Promise.resolve({ client: createLocalClient(router), close: () => Promise.resolve() }),

  'message port': ({ router }) => {
    const { port1, port2 } = new MessageChannel();
    createRpcServer(router).serve(
      {
        send: (message) => port1.postMessage(message),
        onMessage: (listener) => void port1.on('message', listener),
        onClose: (listener) => void port1.on('close', listener),
      },
      { caller: 'desktop' },
    );
    const client: ApiClient = createORPCClient(new PortLink({ port: port2 }));
    port2.start();
    return Promise.resolve({
      client,
      close: () =>
        new Promise((resolve) => {
          port1.on('close', () => resolve());
          port2.close();
        }),
    });
  },

  WebSocket: async ({ router, logbook }) => {
    const server = await listen(router, logbook);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/rpc`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await once(socket, 'open');
    const client: ApiClient = createORPCClient(
      new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }),
    );
    return {
      client,
      async close() {
        socket.terminate();
        await server.stop();
      },
    };
  },

  'HTTP and OpenAPI': async ({ router, logbook }) => {
    const server = await listen(router, logbook);
    return { client: createHttpClient(server.url, token), close: server.stop };
  },
};

async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ORPCError)) throw new Error(`not refused: ${String(error)}`);
  return { ...error.toJSON() };
}

describe.each(Object.entries(transports))('over %s', (_name, connect) => {
  let behind: Behind;
  let connected: Connected;
  let client: ApiClient;

  beforeEach(async () => {
    behind = await createBehind();
    connected = await connect(behind);
    client = connected.client;
  });
  afterEach(async () => {
    await connected.close();
    await behind.stop();
  });

  function write(count: number): void {
    for (let index = 0; index < count; index += 1) {
      behind.logbook.writer.write({
        level: 'info',
        area: 'push',
        key: 'account.created',
        params: { account: `${index}` },
      });
    }
  }

  /** Reads up to `count` entries and then breaks off, as a lost connection would. */
  async function take(lastEventId: string | undefined, count: number): Promise<LogEntry[]> {
    const entries = await client.log.tail(
      { after: 0 },
      lastEventId === undefined ? {} : { lastEventId },
    );
    const taken: LogEntry[] = [];
    for await (const entry of entries) {
      taken.push(entry);
      if (taken.length === count) break;
    }
    return taken;
  }

  it('answers a query without input', async () => {
    expect((await client.catalogue.clientTypes()).clientTypes).toEqual(clientTypes);
  });

  it('answers a command with its input completed', async () => {
    const made = await client.accounts.create({ address: ' Ada@Example.org' });
    expect(made).toEqual({ ...account(1), address: 'ada@example.org' });
  });

  it('tells an error that is meant for callers, typed', async () => {
    expect(await refusal(client.accounts.create({ address: 'twice@example.org' }))).toMatchObject({
      defined: true,
      code: 'DUPLICATE',
      status: 409,
      data: {
        params: { address: 'twice@example.org' },
        fields: [{ path: 'address', code: 'duplicate' }],
        retryable: false,
        correlationId: expect.any(String) as string,
      },
    });
  });

  it('names the fields of an input that cannot be taken', async () => {
    const call = client.devices.create({
      accountId: 'a',
      name: '',
      clientType: 'nokia',
      folders: [{ name: 'x'.repeat(256) }],
    });
    expect(await refusal(call)).toMatchObject({
      code: 'INVALID_INPUT',
      status: 422,
      data: {
        fields: [
          { path: 'name', code: 'required' },
          { path: 'folders.0.name', code: 'too-long', params: { max: 255 } },
        ],
      },
    });
  });

  it('tells nothing of a fault but its number', async () => {
    const told = await refusal(client.accounts.get({ id: 'x' }));
    expect(told).toMatchObject({ code: 'INTERNAL', status: 500 });
    expect(JSON.stringify(told)).not.toMatch(/secret|stack/u);
  });

  it('says when a caller may try again', async () => {
    expect(await refusal(client.system.status())).toMatchObject({
      code: 'UNAVAILABLE',
      data: { retryable: true },
    });
  });

  it('carries an answer of megabytes', async () => {
    const { accounts } = await client.accounts.list();
    expect(accounts).toHaveLength(manyAccounts);
    expect(accounts.at(-1)).toEqual(account(manyAccounts - 1));
  });

  it('keeps two hundred calls at once apart', async () => {
    const calls = Array.from({ length: 200 }, (_, index) =>
      client.changes.report({ account: `${index}`, folder: 'contacts' }),
    );
    expect((await Promise.all(calls)).map(({ id }) => id)).toEqual(calls.map((_, index) => index));
  });

  it('streams entries with the numbers to take the stream up from', async () => {
    write(3);
    const entries = await client.log.tail({ after: 0 });
    const seen: [number, string | undefined][] = [];
    for await (const entry of entries) {
      seen.push([entry.id, eventId(entry)]);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([
      [1, '1'],
      [2, '2'],
      [3, '3'],
    ]);
  });

  it('neither loses nor repeats an entry of a stream that breaks and is taken up', async () => {
    const total = 600;
    const seen: LogEntry[] = [];
    const writing = (async () => {
      for (let written = 0; written < total; written += 20) {
        write(20);
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    })();
    while (seen.length < total) {
      const last = seen.at(-1);
      const wanted = Math.min(1 + ((seen.length * 5) % 90), total - seen.length);
      seen.push(...(await take(last === undefined ? undefined : eventId(last), wanted)));
    }
    await writing;
    expect(seen.map(({ id }) => id)).toEqual(Array.from({ length: total }, (_, n) => n + 1));
  });

  it('lets go of a stream that its reader has left', async () => {
    write(1);
    await take(undefined, 1);
    await vi.waitFor(() => expect(behind.readers).toBe(0));
  });

  it('lets go of a stream that is cancelled while it waits', async () => {
    const aborter = new AbortController();
    const entries = await client.log.tail({}, { signal: aborter.signal });
    const next = entries[Symbol.asyncIterator]()
      .next()
      .catch(() => 'cancelled');
    await vi.waitFor(() => expect(behind.readers).toBe(1));
    aborter.abort();
    await vi.waitFor(() => expect(behind.readers).toBe(0));
    await next;
  });

  it('tells what changed, from where the reader has left', async () => {
    const first = (await client.live.events())[Symbol.asyncIterator]();
    const next = first.next();
    // Until the reader is there nobody hears; what it says then is the same each time.
    const timer = setInterval(() => behind.events.emit({ kind: 'push', id: null }), 5);
    const seen = (await next).value;
    clearInterval(timer);
    expect(seen).toEqual({ kind: 'push', id: null });
    await first.return?.();
    behind.events.emit({ kind: 'device', id: 'd1' });
    const again = await client.live.events(undefined, { lastEventId: eventId(seen) ?? '' });
    for await (const event of again) {
      if (event.kind !== 'device') continue;
      expect(event).toEqual({ kind: 'device', id: 'd1' });
      break;
    }
  });
});
