import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromHex } from '../../codecs/bytes.ts';
import { segmentBinary, wapPushPorts } from '../../codecs/gsm-sms/index.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Clock } from '../../platform/clock.ts';
import type { GatewayRow } from '../../store/types.ts';
import { gatewayDefaults } from '../areas/gateway-input.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { startHttpSink } from '../testing/http-sink.ts';
import type { HttpSink } from '../testing/http-sink.ts';
import type { Gateway } from './gateway.ts';
import { openHttpGateway } from './http-gateway.ts';
import { waitFor } from '../testing/wait-for.ts';

const message: OutgoingMessage = {
  id: 'm1',
  traceId: 't1',
  number: '+420601123456',
  sender: '',
  dcs: 0xf5,
  pid: 0,
  alphabet: 'binary',
  parts: [{ udh: fromHex('0605040b84c002'), data: fromHex('010603ceaf8500') }],
  hasSecrets: false,
};

/** A message of as many parts as the octets take. */
function longMessage(octets: number): OutgoingMessage {
  const payload = Uint8Array.from({ length: octets }, (_, index) => index & 0xff);
  return { ...message, parts: segmentBinary(payload, { reference: 7, ports: wapPushPorts }) };
}

describe('the HTTP gateway', () => {
  let sink: HttpSink;
  const gateways: Gateway[] = [];
  const { signal } = new AbortController();

  beforeEach(async () => {
    sink = await startHttpSink();
  });

  afterEach(async () => {
    for (const gateway of gateways.splice(0)) gateway.close();
    await sink.close();
  });

  function open(
    settings: Partial<GatewayRow> = {},
    password?: string,
    clock: Clock = systemClock,
  ): Gateway {
    const row: GatewayRow = {
      ...gatewayDefaults,
      options: defaultGatewayOptions,
      id: 'g1',
      kind: 'http',
      name: 'Sink',
      active: true,
      createdAt: 0,
      url: `${sink.url}/sms?to=%number%&udh=%udh;hex%&data=%data;hex%`,
      ...settings,
    };
    const gateway = openHttpGateway({ clock, row, password });
    if (gateway === undefined) throw new Error('faulty settings');
    gateways.push(gateway);
    return gateway;
  }

  it('hands over the header and the data, byte for byte', async () => {
    const url = `${sink.url}/sms?to=%number%&udh=%udh%&data=%data%`;
    const result = await open({ url }).handOver(message, signal);
    expect(result).toMatchObject({ outcome: 'accepted', providerId: null });
    expect(sink.received[0]).toMatchObject({
      method: 'GET',
      target: '/sms?to=%2B420601123456&udh=%06%05%04%0B%84%C0%02&data=%01%06%03%CE%AF%85%00',
    });
  });

  it('posts the query as a form where there is no body', async () => {
    await open({ method: 'POST', user: 'me' }, 'pw').handOver(message, signal);
    expect(sink.received[0]).toMatchObject({
      method: 'POST',
      target: '/sms',
      body: 'to=%2B420601123456&udh=0605040b84c002&data=010603ceaf8500',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it('posts a body of its own, with headers that are templates too', async () => {
    const gateway = open(
      {
        method: 'POST',
        url: `${sink.url}/v1/messages?id=%id%`,
        contentType: 'application/json; charset=utf-8',
        body: '{"to":"%number%","udh":"%udh;b64%","data":"%data;b64%","dcs":%dcs%}',
        headers: { Authorization: 'Basic %credentials;b64%', 'X-Id': '%id%' },
        user: 'me',
      },
      'p"w',
    );
    await gateway.handOver(message, signal);
    const [request] = sink.received;
    expect(request?.target).toBe('/v1/messages?id=m1');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      to: '+420601123456',
      udh: 'BgUEC4TAAg==',
      data: 'AQYDzq+FAA==',
      dcs: 245,
    });
    expect(request?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('me:p"w').toString('base64')}`,
      'content-type': 'application/json; charset=utf-8',
      'x-id': 'm1',
    });
  });

  it('logs in as the URL says', async () => {
    const url = `http://me:p%3Aw@127.0.0.1:${String(sink.port)}/`;
    await open({ url }).handOver(message, signal);
    expect(sink.received[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('me:p:w').toString('base64')}`,
    );
  });

  it('sends a long message part by part, in order, over one connection', async () => {
    const long = longMessage(300);
    const result = await open({ idPattern: 'id=(\\d+)' }).handOver(long, signal);
    expect(result.outcome).toBe('accepted');
    expect(long.parts).toHaveLength(3);
    expect(sink.received.map(({ query }) => query.get('udh')?.slice(-6))).toEqual([
      '070301',
      '070302',
      '070303',
    ]);
    expect(sink.connections).toBe(1);
  });

  it('leaves the cutting to a far side that is told the parts', async () => {
    const url = `${sink.url}/sms?n=%parts%&udh=%udh;hex%&data=%data;hex%`;
    await open({ url }).handOver(longMessage(300), signal);
    expect(sink.received).toHaveLength(1);
    const query = sink.received[0]?.query;
    expect(query?.get('n')).toBe('3');
    expect(query?.get('udh')).toBe('0605040b84c002');
    expect(query?.get('data')).toHaveLength(600);
  });

  it.each([200, 400, 500, 503])(
    'keeps nothing of a far side that repeats a message with secrets (HTTP %i)',
    async (status) => {
      sink.otherwise = ({ target }) => ({ status, body: `thank you for ${target}` });
      const gateway = open({
        idPattern: '.*',
        url: `${sink.url}/${'sms'.repeat(20)}?data=%userdata%`,
      });
      const result = await gateway.handOver({ ...message, hasSecrets: true }, signal);
      expect(result).toMatchObject({ detail: `HTTP ${String(status)}` });
      expect(JSON.stringify(result)).not.toContain('thank you');
    },
  );

  it('keeps the id of a message with secrets', async () => {
    sink.otherwise = { status: 200, body: 'id=77 data=0106' };
    const gateway = open({ idPattern: 'id=(\\d+)' });
    const result = await gateway.handOver({ ...message, hasSecrets: true }, signal);
    expect(result).toMatchObject({ outcome: 'accepted', providerId: '77', detail: 'HTTP 200' });
  });

  it('stops at the part that fails, so that all of it is sent again', async () => {
    sink.answers = [{ status: 200 }, { status: 503, body: 'busy' }];
    const result = await open().handOver(longMessage(300), signal);
    expect(result).toEqual({ outcome: 'unreachable', detail: 'HTTP 503: busy' });
    expect(sink.received).toHaveLength(2);
  });

  it('takes the id of the first part from the answer', async () => {
    sink.answers = [
      { status: 200, body: 'ID: abc-1' },
      { status: 200, body: 'ID: abc-2' },
    ];
    const result = await open({ successPattern: '^ID:', idPattern: '^ID: (\\S+)' }).handOver(
      longMessage(200),
      signal,
    );
    const partIds = ['abc-1', 'abc-2'];
    expect(result).toMatchObject({ outcome: 'accepted', providerId: 'abc-1', partIds });
  });

  it.each([
    [400, 'refused', true, 'message'],
    [422, 'refused', true, 'message'],
    [401, 'refused', true, 'gateway'],
    [402, 'refused', true, 'gateway'],
    [403, 'refused', true, 'gateway'],
    [404, 'refused', true, 'gateway'],
    [302, 'refused', false, 'gateway'],
    [408, 'refused', false, 'gateway'],
    [425, 'refused', false, 'gateway'],
    [429, 'refused', false, 'gateway'],
  ])('takes status %i for %s (for good: %s), the fault of the %s', async (...expected) => {
    const [status, outcome, permanent, fault] = expected;
    sink.otherwise = { status, body: ' no\n\tway ' };
    const result = await open().handOver(message, signal);
    const detail = `HTTP ${String(status)}: no way`;
    expect(result).toMatchObject({ outcome, permanent, fault, detail });
  });

  it.each([500, 502, 503])('takes status %i for a far side that is down', async (status) => {
    sink.otherwise = { status, headers: { 'retry-after': '7' } };
    const result = await open().handOver(message, signal);
    const detail = `HTTP ${String(status)}`;
    expect(result).toEqual({ outcome: 'unreachable', detail, retryAfterMs: 7_000 });
  });

  it('does not follow a redirect', async () => {
    sink.otherwise = { status: 307, headers: { location: `${sink.url}/elsewhere` } };
    await open().handOver(message, signal);
    expect(sink.received).toHaveLength(1);
  });

  it('counts only an answer that fits the pattern as success', async () => {
    sink.otherwise = { status: 202, body: '4: Internal error' };
    const result = await open({ successPattern: '^[03]:' }).handOver(message, signal);
    expect(result).toMatchObject({ outcome: 'refused', permanent: false, fault: 'gateway' });
  });

  it('is not held up by a pattern that would take for ever', async () => {
    sink.otherwise = { status: 200, body: `${'a'.repeat(60)}!` };
    const result = await open({ successPattern: '^(a+)+$' }).handOver(message, signal);
    expect(result.outcome).toBe('refused');
  });

  it('says what the system says when nobody listens', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${String(port)}/`;
    const result = await open({ url }).handOver(message, signal);
    expect(result).toEqual({
      outcome: 'unreachable',
      detail: `connect ECONNREFUSED 127.0.0.1:${String(port)}`,
    });
  });

  it('gives a silent far side up after its time', async () => {
    const clock = createFakeClock();
    sink.otherwise = 'silence';
    const handing = open({ timeoutMs: 4_000 }, undefined, clock).handOver(message, signal);
    await waitFor(() => expect(sink.received).toHaveLength(1));
    await clock.advance(4_000);
    expect(await handing).toEqual({ outcome: 'uncertain', detail: 'no answer within 4 s' });
  });

  it('does not know whether a far side that hangs up has the message', async () => {
    sink.otherwise = 'hang-up';
    const result = await open().handOver(message, signal);
    expect(result).toEqual({ outcome: 'uncertain', detail: 'socket hang up' });
  });

  it('sends nothing twice over a kept connection that is closed in its face', async () => {
    const gateway = open();
    await gateway.handOver(message, signal);
    sink.answers = ['hang-up'];
    expect(await gateway.handOver(message, signal)).toMatchObject({ outcome: 'uncertain' });
    expect(sink.received).toHaveLength(2);
  });

  it('goes on over a new connection when the far side has closed the kept one', async () => {
    const gateway = open();
    await gateway.handOver(message, signal);
    sink.closeConnections();
    expect(await gateway.handOver(message, signal)).toMatchObject({ outcome: 'accepted' });
    expect(sink.received).toHaveLength(2);
    expect(sink.connections).toBe(2);
  });

  it('is sure that nothing was sent while no connection was made', async () => {
    const silent = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const clock = createFakeClock();
    // A handshake that never ends.
    const gateway = open({ url: `https://127.0.0.1:${String(port)}/` }, undefined, clock);
    const connected = new Promise((resolve) => silent.once('connection', resolve));
    const handing = gateway.handOver(message, signal);
    await connected;
    await clock.advance(gatewayDefaults.timeoutMs);
    expect(await handing).toMatchObject({ outcome: 'unreachable' });
    await new Promise((resolve) => silent.close(resolve));
  });

  it('reads no more of an answer than there is to say', async () => {
    sink.otherwise = { status: 500, body: 'x'.repeat(1_000_000) };
    const result = await open().handOver(message, signal);
    expect(result.outcome === 'unreachable' && result.detail.length).toBeLessThan(400);
  });

  it('ends at once when it is told to', async () => {
    sink.otherwise = 'silence';
    const abort = new AbortController();
    const handing = open().handOver(message, abort.signal);
    await waitFor(() => expect(sink.received).toHaveLength(1));
    abort.abort();
    expect(await handing).toEqual({ outcome: 'aborted' });
    expect(await open().handOver(message, abort.signal)).toEqual({ outcome: 'aborted' });
  });

  it('has at most as many requests open as it may', async () => {
    const gateway = open({ concurrency: 2 });
    await Promise.all(Array.from({ length: 8 }, () => gateway.handOver(message, signal)));
    expect(sink.received).toHaveLength(8);
    expect(sink.mostOpen).toBeLessThanOrEqual(2);
  });

  describe('a secret', () => {
    const password = 'pä ss"w&rd';

    it.each([
      ['as it is', (text: string) => text],
      ['percent-encoded', (text: string) => encodeURIComponent(text)],
      ['in JSON', (text: string) => JSON.stringify(text)],
      ['in base64', (text: string) => Buffer.from(`me:${text}`).toString('base64')],
      ['in hex', (text: string) => Buffer.from(text).toString('hex')],
    ])('that is sent back %s does not come out', async (_form, write) => {
      sink.otherwise = { status: 403, body: `bad login ${write(password)} for me` };
      const result = await open({ user: 'me' }, password).handOver(message, signal);
      const detail = result.outcome === 'refused' ? result.detail : '';
      expect(detail).toMatch(/^HTTP 403: bad login "?•••"? for me$/u);
    });

    it.each([
      ['the query', { url: '/s?to=%number%&apikey=typed%20in' }],
      ['a form', { url: '/s', method: 'POST', body: 'user_password=typed%20in&to=%number%' }],
      [
        'JSON',
        {
          url: '/s',
          method: 'POST',
          contentType: 'application/json',
          body: '{"auth_token": "typed in", "to": "%number%"}',
        },
      ],
    ] as const)(
      'that was typed into %s is neither shown nor comes out',
      async (_where, settings) => {
        sink.otherwise = { status: 403, body: 'typed in is wrong' };
        const gateway = open({ ...settings, url: `${sink.url}${settings.url}` });
        const result = await gateway.handOver(message, signal);
        expect(gateway.describe(message)).toMatch(/(apikey=|user_password=|"auth_token": ")•••/u);
        expect(result).toMatchObject({ detail: 'HTTP 403: ••• is wrong' });
      },
    );

    it('that stands for a variable leaves the rest readable', () => {
      const gateway = open({ url: 'http://127.0.0.1:1/s?token=%user%&pass=abc&to=%number%' });
      expect(gateway.describe(message)).toContain('&pass=abc&to=%2B420601123456');
    });

    it('is dots in what is shown of the request', () => {
      const url = `http://own:urlsecret@127.0.0.1:1/s?u=%user%&p=%password%&to=%number%`;
      const gateway = open({ url, user: 'me' }, password);
      expect(gateway.describe(message)).toBe(
        'GET http://127.0.0.1:1/s?u=me&p=•••&to=%2B420601123456',
      );
    });
  });

  describe('its check', () => {
    it('finds a far side that listens, and sends it nothing', async () => {
      const check = await open().check(signal);
      expect(check).toEqual({
        ok: true,
        reason: 'ok',
        detail: `127.0.0.1:${String(sink.port)} answers (TCP)`,
      });
      expect(sink.received).toHaveLength(0);
    });

    it('says why it found none', async () => {
      const port = await freePort();
      const check = await open({ url: `http://127.0.0.1:${String(port)}/` }).check(signal);
      expect(check).toMatchObject({ ok: false, reason: 'unreachable' });
      expect(check.detail).toContain('ECONNREFUSED');
    });
  });
});

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
