import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultGatewayOptions } from '../../../../shared/model/gateway.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { Clock } from '../../../platform/clock.ts';
import { createFakeClock } from '../../../platform/fake-clock.ts';
import type { GatewayRow } from '../../../store/types.ts';
import type { Gateway, ProviderReport, Readiness } from '../gateway.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import { peerAddress } from './peer-address.ts';
import { openPeerGateway } from './peer-gateway.ts';

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  readonly form: URLSearchParams;
}

type Answer = (asked: Asked, response: ServerResponse) => void;

const secret = 'se cret&';
let server: Server;
let asked: Asked[];
let answer: Answer;
let gateway: Gateway | undefined;
let stored: Map<string, unknown>;
let reports: ProviderReport[];
let readiness: Readiness[];

function json(value: unknown, status = 200): Answer {
  return (_asked, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  return { method, url, authorization: headers.authorization ?? '', form };
}

beforeEach(async () => {
  asked = [];
  stored = new Map();
  reports = [];
  readiness = [];
  server = createServer((request, response) => {
    void read(request).then((one) => {
      asked.push(one);
      answer(one, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  gateway?.close();
  gateway = undefined;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function open(changes: Partial<GatewayRow> = {}, clock: Clock = systemClock): Gateway {
  const { port } = server.address() as AddressInfo;
  const row: GatewayRow = {
    id: 'g1',
    kind: 'peer',
    name: 'Peer',
    active: false,
    priority: 10,
    url: `http://127.0.0.1:${String(port)}/sms`,
    method: 'GET',
    body: '',
    contentType: '',
    headers: {},
    user: 'ada',
    sender: '',
    successPattern: '',
    idPattern: '',
    concurrency: 4,
    timeoutMs: 5_000,
    createdAt: 1,
    options: defaultGatewayOptions,
    ...changes,
  };
  gateway = openPeerGateway({
    store: {
      values: {
        get: (name) => Promise.resolve(stored.get(name)),
        set(name, value) {
          stored.set(name, value);
          return Promise.resolve();
        },
      },
    },
    clock,
    row,
    password: secret,
    events: {
      report(report) {
        reports.push(report);
        return Promise.resolve();
      },
      incoming: () => Promise.resolve(),
      readiness: (one) => void readiness.push(one),
      factsChanged: () => undefined,
    },
  });
  if (gateway === undefined) throw new Error('not opened');
  return gateway;
}

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

function message(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    id: 'm1',
    traceId: null,
    number: '+420601123456',
    sender: '',
    dcs: 0xf5,
    pid: 0,
    alphabet: 'binary',
    parts: [{ udh: bytes('0605040b84c002'), data: bytes('0106') }],
    hasSecrets: false,
    ...changes,
  };
}

const never = new AbortController().signal;
/** A Pushdesk that answers what is sent like this. */
const pushdesk =
  (send: Answer): Answer =>
  (one, response) => {
    if (one.url === '/sms/ping') json({ pushdesk: 1, user: 'ada' })(one, response);
    else if (!one.url.startsWith('/sms/reports')) send(one, response);
  };
const sent = (): Asked[] => asked.filter(({ method }) => method === 'POST');

it.each([
  ['http://desk.example.org', 'http://desk.example.org/sms/'],
  ['desk.example.org:8080', 'http://desk.example.org:8080/sms/'],
  ['https://desk.example.org/sms', 'https://desk.example.org/sms/'],
  ['https://me:pw@desk.example.org/sms/?number=1', 'https://desk.example.org/sms/'],
  ['https://example.org/pushdesk/', 'https://example.org/pushdesk/sms/'],
  ['http://[::1]:81/', 'http://[::1]:81/sms/'],
])('the address %s means %s', (typed, text) => {
  expect(peerAddress(typed)?.text).toBe(text);
});

it.each(['', 'http://', 'http://%number%/', 'a b'])('%j is no address', (typed) => {
  expect(peerAddress(typed)).toBeUndefined();
});

describe('a gateway to another Pushdesk', () => {
  it('hands bytes over under the name of the message, the password in a header alone', async () => {
    answer = pushdesk(json({ messages: [{ number: '', id: 'far1' }] }));
    const result = await open().handOver(message(), never);
    expect(result).toMatchObject({ outcome: 'accepted', providerId: 'far1' });
    const [request] = sent();
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      number: '+420601123456',
      binary: '1',
      encoding: 'hex',
      data: '0106',
      udh: '0605040b84c002',
      dcs: '245',
      ref: 'm1',
      hops: '1',
    });
    expect(request?.authorization).toBe(`Basic ${btoa(`ada:${secret}`)}`);
    expect(asked.map(({ url }) => url).join(' ')).not.toMatch(/cret|ada/u);
  });

  it('hands over again what got no answer, and it stays one message', async () => {
    let tries = 0;
    answer = pushdesk((one, response) => {
      tries += 1;
      if (tries === 1) response.destroy();
      else if (tries === 2) response.writeHead(502).end('Bad Gateway');
      else json({ messages: [{ number: '', id: 'far1', state: 'delivered' }] })(one, response);
    });
    const result = await open().handOver(message(), never);
    expect(result).toMatchObject({ outcome: 'accepted', providerId: 'far1' });
    expect(sent().map(({ form }) => form.get('ref'))).toEqual(['m1', 'm1', 'm1']);
    expect(reports).toMatchObject([{ messageId: 'm1', state: 'delivered' }]);
  });

  it('gives up waiting when it is told to', async () => {
    const abort = new AbortController();
    answer = pushdesk((_one, response) => {
      response.destroy();
      abort.abort();
    });
    expect(await open().handOver(message(), abort.signal)).toEqual({ outcome: 'aborted' });
  });

  it.each([
    ['number-invalid', 400, { reason: 'refused', fault: 'message', permanent: true }],
    ['too-long', 413, { reason: 'refused', fault: 'message', permanent: true }],
    ['gateway-unknown', 400, { reason: 'refused', fault: 'gateway', permanent: false }],
    ['too-many-hops', 400, { reason: 'refused', fault: 'gateway', isOnlyThis: true }],
    ['login-wrong', 401, { reason: 'login-refused', fault: 'gateway', permanent: false }],
    ['expired', 403, { reason: 'refused', fault: 'gateway', permanent: false }],
    ['limit-reached', 429, { reason: 'throttled', fault: 'gateway', permanent: false }],
  ])('takes %s for what it is', async (code, status, expected) => {
    answer = pushdesk(json({ error: { code, message: `No. ${secret}` } }, status));
    const result = await open().handOver(message(), never);
    expect(result).toMatchObject({ outcome: 'refused', ...expected });
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  it('passes on how far a message has come, and no farther than the far side lets it', async () => {
    answer = pushdesk(json({ messages: [{ number: '', id: 'far1' }] }));
    const opened = open();
    const expiresAt = systemClock.now() + 30 * 86_400_000;
    await opened.handOver(message({ hops: 2, isBulk: true, expiresAt }), never);
    const { form } = sent()[0] ?? {};
    const told = { hops: '3', bulk: '1', expires: String(7 * 86_400) };
    expect(Object.fromEntries(form ?? [])).toMatchObject(told);
    const result = await opened.handOver(message({ hops: 3 }), never);
    expect(result).toMatchObject({ outcome: 'refused', fault: 'gateway', isOnlyThis: true });
    expect(sent()).toHaveLength(1);
  });

  const old = { id: 'far1', ref: null, state: 'sent', detail: '', at: 1 };
  it.each([
    ['no report', () => ({ reports: [], cursor: String(asked.length) })],
    ['the same report', () => ({ reports: [old], cursor: '' })],
  ])('does not ask on and on where a far side answers at once with %s', async (_name, page) => {
    answer = (one, response) => {
      json(one.url === '/sms/ping' ? { pushdesk: 1 } : page())(one, response);
    };
    const clock = createFakeClock();
    const opened = open({ active: true }, clock);
    const polls = (): number => asked.filter(({ url }) => url.startsWith('/sms/reports')).length;
    await vi.waitFor(() => expect(polls()).toBe(1));
    // Time enough for many more.
    for (let round = 0; round < 20; round += 1) await opened.check(never);
    expect(polls()).toBe(1);
    await clock.advance(1_000);
    await vi.waitFor(() => expect(polls()).toBe(2));
  });

  it('knows a far side that is not there', async () => {
    answer = json({});
    const { port } = server.address() as AddressInfo;
    const opened = open({ url: `http://127.0.0.1:${String(port)}/` });
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    expect(await opened.handOver(message(), never)).toMatchObject({ outcome: 'unreachable' });
    expect(await opened.check(never)).toMatchObject({ ok: false, reason: 'unreachable' });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  });

  it('gets reports from where the last one was stored', async () => {
    const pages = [
      {
        reports: [
          { id: 'far1', ref: 'm1', state: 'sent', detail: '', at: 1 },
          { id: 'far2', ref: null, state: 'failed', detail: 'no such number', at: 2 },
          { id: 'far1', ref: 'm1', state: 'delivered', detail: '', at: 3 },
        ],
        cursor: '7',
      },
    ];
    answer = (one, response) => {
      if (one.url === '/sms/ping') json({ pushdesk: 1 })(one, response);
      else {
        const page = pages.shift();
        if (page !== undefined) json(page)(one, response);
      }
    };
    open({ active: true });
    await vi.waitFor(() => expect(asked.at(-1)?.url).toContain('after=7'));
    expect(
      reports.map(({ providerId, messageId, state }) => [providerId, messageId, state]),
    ).toEqual([
      ['far1', 'm1', 'delivered'],
      ['far2', undefined, 'failed'],
    ]);
    await vi.waitFor(() => expect(stored.get('peer:g1')).toMatchObject({ cursor: '7' }));
    expect(readiness.at(-1)).toEqual({ ready: true });
    gateway?.close();
    asked.length = 0;
    open({ active: true });
    await vi.waitFor(() => expect(asked.at(-1)?.url).toContain('after=7'));
    gateway?.close();
    asked.length = 0;
    // Another user's reports are counted apart.
    open({ active: true, user: 'bob' });
    await vi.waitFor(() => expect(asked.at(-1)?.url).toContain('after=&'));
  });
});

describe('a server of the old format', () => {
  const old =
    (send: Answer): Answer =>
    (one, response) => {
      if (one.method === 'GET') response.writeHead(404).end('Not found');
      else send(one, response);
    };

  it('gets a text as text, with the login in the body', async () => {
    answer = old((_one, response) => response.end('OK 4711\n'));
    const text = message({
      dcs: 0,
      alphabet: 'gsm7',
      parts: [{ udh: bytes(''), data: bytes('48656c6c6f') }],
    });
    const result = await open().handOver(text, never);
    expect(result).toMatchObject({ outcome: 'accepted', providerId: '4711' });
    expect(Object.fromEntries(sent()[0]?.form ?? [])).toEqual({
      number: '+420601123456',
      data: 'Hello',
      maxmsgs: '1',
      user: 'ada',
      pass: secret,
    });
  });

  it('gets data in base64, and an answer that is lost leaves it uncertain', async () => {
    answer = old((_one, response) => response.destroy());
    const result = await open().handOver(message(), never);
    expect(result).toMatchObject({ outcome: 'uncertain' });
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.form.get('udh')).toBe('BgUEC4TAAg==');
  });

  it.each([
    [200, 'ERROR no credit', { outcome: 'refused', fault: 'gateway' }],
    [401, '', { outcome: 'refused', fault: 'gateway', reason: 'login-refused' }],
    [400, 'bad number', { outcome: 'refused', fault: 'message' }],
    [503, '', { outcome: 'unreachable' }],
    [504, '', { outcome: 'uncertain' }],
  ])('answers %i %s', async (status, body, expected) => {
    answer = old((_one, response) => response.writeHead(status).end(body));
    expect(await open().handOver(message(), never)).toMatchObject(expected);
  });
});
