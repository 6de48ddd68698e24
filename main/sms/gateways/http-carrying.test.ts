import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import type { GatewayOptions } from '../../../shared/model/gateway.ts';
import { fromHex } from '../../codecs/bytes.ts';
import { segmentBinary, segmentText, wapPushPorts } from '../../codecs/gsm-sms/index.ts';
import { systemClock } from '../../platform/clock.ts';
import type { GatewayRow } from '../../store/types.ts';
import { gatewayDefaults } from '../areas/gateway-input.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { startHttpSink } from '../testing/http-sink.ts';
import type { HttpSink } from '../testing/http-sink.ts';
import type { Gateway } from './gateway.ts';
import { openHttpGateway } from './http-gateway.ts';

const push: OutgoingMessage = {
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

function textMessage(text: string, nationalTables = false): OutgoingMessage {
  const { dataCoding, segments } = segmentText(text, { reference: 7, nationalTables });
  const alphabet = dataCoding === 0 ? 'gsm7' : 'ucs2';
  return { ...push, dcs: dataCoding, alphabet, parts: segments };
}

const { signal } = new AbortController();
const token = 'SomeTokenOfThisMessage';

describe('what the HTTP gateway carries', () => {
  let sink: HttpSink;
  const gateways: Gateway[] = [];

  beforeEach(async () => {
    sink = await startHttpSink();
  });

  afterEach(async () => {
    for (const gateway of gateways.splice(0)) gateway.close();
    await sink.close();
  });

  function open(
    settings: Partial<GatewayRow>,
    options: Partial<GatewayOptions> = {},
    password = 'pa&"ss',
  ): Gateway {
    const row: GatewayRow = {
      ...gatewayDefaults,
      id: 'g1',
      kind: 'http',
      name: 'Sink',
      active: true,
      createdAt: 0,
      method: 'POST',
      ...settings,
      options: { ...defaultGatewayOptions, ...options },
      url: `${sink.url}${settings.url ?? '/sms'}`,
    };
    const gateway = openHttpGateway({
      clock: systemClock,
      row,
      password,
      reportUrl: (gatewayId, messageId, reach) =>
        `http://${reach}.example:8080/sms/report/${gatewayId}/${messageId}/${token}`,
    });
    if (gateway === undefined) throw new Error('faulty settings');
    gateways.push(gateway);
    return gateway;
  }

  const body = 'to=%number%&udh=%udh;hex%&data=%data;isbinary;hex%%data;isascii%%data;isunicode%';

  it('signs in by header as its settings say', async () => {
    await open({ body, user: 'me' }, { auth: 'basic' }).handOver(push, signal);
    await open({ body, user: 'me' }, { auth: 'bearer' }).handOver(push, signal);
    await open({ body, user: 'me' }).handOver(push, signal);
    expect(sink.received.map(({ headers }) => headers.authorization)).toEqual([
      `Basic ${Buffer.from('me:pa&"ss').toString('base64')}`,
      'Bearer pa&"ss',
      undefined,
    ]);
  });

  it('puts a text into XML and JSON so that it comes out as it was', async () => {
    const text = 'a<b> & "c"\n\'d\' \\ {1}';
    const xml = { contentType: 'text/xml', body: '<sms text="%data%"><t>%data%</t></sms>' };
    const json = { contentType: 'application/json', body: '{"text":"%data%"}' };
    await open(xml).handOver(textMessage(text), signal);
    await open(json).handOver(textMessage(text), signal);
    const escaped = 'a&lt;b&gt; &amp; &quot;c&quot;&#10;&apos;d&apos; \\ {1}';
    expect(sink.received[0]?.body).toBe(`<sms text="${escaped}"><t>${escaped}</t></sms>`);
    expect(JSON.parse(sink.received[1]?.body ?? '')).toEqual({ text });
  });

  it('tells a provider a text in tables of languages as the text that it is', async () => {
    const text = 'Şu çılgın Türkiye, ığdır ve İstanbul. '.repeat(6);
    const whole = 'udh=%udh;hex%&text=%data;isunicode%%parts;isunicode;value=%';
    const message = textMessage(text, true);
    expect(message.alphabet).toBe('gsm7');
    await open({ body: whole }).handOver(message, signal);
    expect(sink.received.map(({ body: form }) => form)).toEqual([
      `udh=&text=${encodeURIComponent(text)}`,
    ]);
  });

  it('sends the sender that the message asks for', async () => {
    const gateway = open({ body: `from=%sender%&${body}`, sender: 'Office' });
    await gateway.handOver({ ...push, sender: '12345' }, signal);
    await gateway.handOver(push, signal);
    expect(sink.received.map((each) => each.body.split('&')[0])).toEqual([
      'from=12345',
      'from=Office',
    ]);
  });

  it('sends no rubbish where the provider takes texts only', async () => {
    const texts = open({ body: 'to=%number%&text=%data;isascii%%data;isunicode%' });
    expect(await texts.handOver(push, signal)).toMatchObject({
      outcome: 'refused',
      fault: 'gateway',
      permanent: true,
      isOnlyThis: true,
      detail: expect.stringContaining('texts only') as unknown,
    });
    expect(sink.received).toHaveLength(0);
    expect(await texts.handOver(textMessage('hello'), signal)).toMatchObject({
      outcome: 'accepted',
    });
  });

  it('sends no data whose header would be lost', async () => {
    const headless = open({ body: 'to=%number%&hex=%data;hex%' });
    expect(await headless.handOver(push, signal)).toMatchObject({ isOnlyThis: true });
    const parts = segmentBinary(new Uint8Array(20), { reference: 1 });
    expect(await headless.handOver({ ...push, parts }, signal)).toMatchObject({
      outcome: 'accepted',
    });
  });

  it('rings a bell that needs no data', async () => {
    const bell = open({ url: '/bell', body: 'to=%number%' });
    expect(await bell.handOver(push, signal)).toMatchObject({ outcome: 'accepted' });
  });

  it('leaves the cutting of texts alone to a far side that wants it so', async () => {
    const gateway = open({ body: `${body}%parts;isascii;value=%%parts;isunicode;value=%` });
    const parts = segmentBinary(new Uint8Array(300), { reference: 1, ports: wapPushPorts });
    await gateway.handOver(textMessage('x'.repeat(400)), signal);
    expect(sink.received).toHaveLength(1);
    await gateway.handOver({ ...push, parts }, signal);
    expect(sink.received).toHaveLength(1 + parts.length);
  });

  describe('the address for reports', () => {
    const asking = `${body}%reporturl;present=&dlr=31&url=%%reporturl;append=?s=\\%d%`;
    const shown = encodeURIComponent(`http://here.example:8080/sms/report/g1/m1/${token}?s=%d`);

    it('is told with the last part, encoded with what is appended to it', async () => {
      const parts = segmentBinary(new Uint8Array(200), { reference: 1, ports: wapPushPorts });
      await open({ body: asking }).handOver({ ...push, parts }, signal);
      expect(sink.received.map((each) => each.body.split('&').slice(3))).toEqual([
        [],
        ['dlr=31', `url=${shown}`],
      ]);
    });

    it('is not told where nobody wants reports', async () => {
      await open({ body: asking }, { reports: false }).handOver(push, signal);
      expect(sink.received[0]?.body).not.toContain('dlr=31');
    });

    it('is neither shown nor kept when it is sent back', async () => {
      sink.otherwise = (request) => ({ status: 403, body: request.body.slice(-120) });
      const gateway = open({ body: asking });
      const result = await gateway.handOver(push, signal);
      expect(JSON.stringify(result)).toContain('•••');
      expect(JSON.stringify(result)).not.toContain(token);
      expect(gateway.describe(push)).toContain('&dlr=31&url=•••');
    });
  });

  describe('a secret', () => {
    it.each([
      ['a header', { headers: { Authorization: 'Key typed-in' } }],
      ['a header of its own', { headers: { 'X-Api-Key': 'typed-in' } }],
      [
        'an element of XML',
        { contentType: 'text/xml', body: '<a><password>typed-in</password></a>' },
      ],
      ['an attribute of XML', { contentType: 'text/xml', body: '<login apikey="typed-in"/>' }],
    ])('that was typed into %s does not come out', async (_where, settings) => {
      sink.otherwise = { status: 403, body: 'typed-in is wrong' };
      const result = await open({ body, ...settings }).handOver(push, signal);
      expect(result).toMatchObject({ detail: 'HTTP 403: ••• is wrong' });
    });

    it.each(['basic', 'bearer'] as const)('of %s does not come out', async (auth) => {
      sink.otherwise = ({ headers }) => ({ status: 403, body: headers.authorization ?? '' });
      const gateway = open({ body, user: 'me' }, { auth });
      expect(JSON.stringify(await gateway.handOver(push, signal))).toMatch(/(Basic|Bearer) •••/u);
    });

    it('that XML escapes does not come out', async () => {
      sink.otherwise = { status: 403, body: 'bad: pa&amp;&quot;ss' };
      expect(await open({ body }).handOver(push, signal)).toMatchObject({
        detail: 'HTTP 403: bad: •••',
      });
    });
  });
});
