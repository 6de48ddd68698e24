import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import type { ProviderReport } from '../gateways/gateway.ts';
import type { SmsHttpAnswer, SmsHttpRequest } from './ports.ts';
import { createProviderReports } from './provider-reports.ts';
import type { ProviderReports } from './provider-reports.ts';

interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly type?: string;
}

describe('reports of HTTP providers', () => {
  let store: Store;
  let reports: ProviderReports;
  let taken: [string, ProviderReport][];
  let base: string | null;
  let patterns: { deliveredPattern: string; undeliveredPattern: string };
  let failure: Error | undefined;
  let clock: FakeClock;
  let lines: LogLine[];

  beforeEach(async () => {
    store = await openTestStore();
    taken = [];
    base = 'https://push.example.org/desk/';
    patterns = { deliveredPattern: '', undeliveredPattern: '' };
    failure = undefined;
    clock = createFakeClock();
    lines = [];
    reports = make();
    await reports.load();
  });

  afterEach(() => store.close());

  function make(): ProviderReports {
    return createProviderReports({
      store,
      random: seededRandom(7),
      clock,
      log: {
        write(line) {
          lines.push(line);
          return {
            traceId: null,
            accountId: null,
            deviceId: null,
            gatewayId: null,
            params: {},
            text: line.key,
            ...line,
            id: 0,
            at: 0,
          };
        },
      },
      nameOf: (gatewayId) => `Gateway ${gatewayId}`,
      base: () => base,
      optionsOf: () => patterns,
      report: (gatewayId, report) => {
        if (failure !== undefined) return Promise.reject(failure);
        taken.push([gatewayId, report]);
        return Promise.resolve();
      },
    });
  }

  function pathOf(gatewayId = 'g1', messageId = 'm1'): string {
    const url = reports.urlOf(gatewayId, messageId, 'outside') ?? '';
    return url.slice(url.indexOf('/sms/') + '/sms/'.length);
  }

  function send(query: string, sent: Sent = {}, path = pathOf()): Promise<SmsHttpAnswer> {
    const { method = 'GET', body = '', type = '' } = sent;
    const request: SmsHttpRequest = {
      method,
      path,
      query: new URLSearchParams(query),
      headers: type === '' ? {} : { 'content-type': type },
      body: Buffer.from(body),
      remote: '192.0.2.1',
      isEncrypted: true,
    };
    return reports.handle(request);
  }

  async function stateOf(query: string, sent?: Sent): Promise<string | undefined> {
    expect((await send(query, sent)).status).toBe(200);
    return taken.pop()?.[1].state;
  }

  it('have an address for each message, by which it is told which one is meant', async () => {
    expect(reports.urlOf('g1', 'm1', 'outside')).toMatch(
      /^https:\/\/push\.example\.org\/desk\/sms\/report\/g1\/m1\/[\w-]{22}$/u,
    );
    expect((await send('status=1')).status).toBe(200);
    expect(taken).toEqual([['g1', { messageId: 'm1', state: 'delivered', detail: '1' }]]);
  });

  it('have no address where nobody could reach it, or before there is a key', () => {
    base = null;
    expect(reports.urlOf('g1', 'm1', 'outside')).toBeNull();
    base = 'http://a';
    expect(make().urlOf('g1', 'm1', 'outside')).toBeNull();
  });

  it('keep their addresses over a restart', async () => {
    const before = reports.urlOf('g1', 'm1', 'outside');
    reports = make();
    await reports.load();
    expect(reports.urlOf('g1', 'm1', 'outside')).toBe(before);
  });

  it.each([
    ['another message', () => pathOf().replace('/m1/', '/m2/')],
    ['another gateway', () => pathOf().replace('/g1/', '/g2/')],
    ['a token that is cut', () => pathOf().slice(0, -1)],
    ['no token', () => 'report/g1/m1/'],
    ['something behind the token', () => `${pathOf()}/x`],
    ['nothing at all', () => 'report/'],
  ])('are not taken for %s', async (_what, path) => {
    const answer = await send('status=1', {}, path());
    expect(answer.status).toBe(404);
    expect(taken).toEqual([]);
  });

  it.each([
    ['Kannel, delivered', 'status=1&answer=', 'delivered'],
    ['Kannel, not delivered', 'status=2', 'failed'],
    ['Kannel, queued on the centre', 'status=4', 'enroute'],
    ['Kannel, taken by the centre', 'status=8&answer=ACK%2F', 'accepted'],
    ['Kannel, refused by the centre', 'status=16&answer=NACK%2F0x00000058', 'failed'],
    ['Vonage', 'msisdn=420601&messageId=0A&status=delivered&err-code=0', 'delivered'],
    ['Vonage, expired', 'messageId=0A&status=expired&err-code=1', 'expired'],
    ['Vonage, buffered', 'messageId=0A&status=buffered&err-code=0', 'enroute'],
    ['Vonage, rejected', 'messageId=0A&status=rejected&err-code=9', 'failed'],
    ['Twilio', 'MessageSid=SM1&SmsStatus=delivered&MessageStatus=delivered', 'delivered'],
    ['Twilio, undelivered', 'MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30005', 'failed'],
    ['Jasmin', 'id=x&level=3&message_status=DELIVRD&err=000', 'delivered'],
    ['Jasmin, by the centre', 'id=x&level=1&message_status=ESME_ROK', 'accepted'],
    ['a receipt of SMPP', 'text=id%3A1+sub%3A001+stat%3AUNDELIV+err%3A001', 'failed'],
    ['a state of SMPP', 'stat=REJECTD', 'failed'],
    ['another', 'status=ACCEPTD', 'accepted'],
    ['a state of SMPP that is on its way', 'status=ENROUTE', 'enroute'],
    ['what only went on', 'status=DELIVERED_TO_OPERATOR', 'enroute'],
    ['who knows', 'status=Unknown', 'accepted'],
    ['a non-delivery', 'status=non-delivered', 'failed'],
  ])('are understood: %s', async (_who, query, state) => {
    expect(await stateOf(query)).toBe(state);
    expect(await stateOf('', { method: 'POST', body: query })).toBe(state);
  });

  it('are understood in JSON, XML and plain text', async () => {
    const infobip = {
      results: [
        {
          messageId: '1',
          status: { groupId: 3, groupName: 'DELIVERED', id: 5, name: 'DELIVERED_TO_HANDSET' },
          error: { groupId: 0, name: 'NO_ERROR' },
        },
      ],
    };
    const sinch = { type: 'recipient_delivery_report_sms', code: 402, status: 'Failed' };
    const json = 'application/json';
    const post = (body: string, type = ''): Sent => ({ method: 'POST', body, type });
    expect(await stateOf('', post(JSON.stringify(infobip), json))).toBe('delivered');
    expect(await stateOf('', post(JSON.stringify(sinch), json))).toBe('failed');
    expect(await stateOf('', post('<r><id>1</id><status>DELIVRD</status></r>'))).toBe('delivered');
    expect(await stateOf('', post('<r><dlr id="1" status="EXPIRED"/></r>'))).toBe('expired');
    expect(await stateOf('', post('id:7 stat:DELIVRD err:000', 'text/plain'))).toBe('delivered');
  });

  it('say why, in the words of the provider', async () => {
    await send('status=16&answer=NACK/0x58/%0AThrottled');
    expect(taken[0]?.[1].detail).toBe('16, NACK/0x58/ Throttled');
  });

  it('are answered as Jasmin wants it', async () => {
    expect((await send('id=x&level=3&message_status=DELIVRD')).body).toBe('ACK/Jasmin');
    expect((await send('status=1')).body).toBe('OK');
  });

  it('are judged by the patterns of the gateway alone, where it has some', async () => {
    patterns = { deliveredPattern: 'status=004', undeliveredPattern: 'status=0(05|07)' };
    expect(await stateOf('status=004')).toBe('delivered');
    expect(await stateOf('status=005')).toBe('failed');
    expect(await stateOf('status=1')).toBeUndefined();
    expect(await stateOf('status=delivered')).toBe('enroute');
  });

  it('that say nothing are taken and change nothing', async () => {
    expect(await stateOf('')).toBeUndefined();
    expect(await stateOf('hello=world&status=99')).toBeUndefined();
  });

  it('that nobody understands are told once in a while, and not what the message said', async () => {
    const said = (): unknown[] => lines.map(({ key, params }) => [key, params]);
    const key = 'sms-api.report-unknown';
    for (let times = 0; times < 50; times += 1) {
      expect((await send('status=Schwupp&text=PIN+4711')).status).toBe(200);
    }
    expect(said()).toEqual([[key, { gateway: 'Gateway g1', said: 'Schwupp' }]]);
    await send('sms_id=7&text=PIN+4711', {}, pathOf('g2'));
    expect(said()[1]).toEqual([key, { gateway: 'Gateway g2', said: 'smsid, text' }]);
    await clock.advance(3_600_000);
    await send('', { method: 'POST', body: 'PIN 4711' });
    expect(said()[2]).toEqual([key, { gateway: 'Gateway g1', said: '–' }]);
    await send('status=delivered');
    expect(lines).toHaveLength(3);
    expect(taken).toHaveLength(1);
  });

  it('are to be sent again when they could not be stored', async () => {
    failure = new Error('disk full');
    expect((await send('status=1')).status).toBe(503);
  });

  it('are bounded', async () => {
    const big = { method: 'POST', body: 'x'.repeat(70_000) };
    expect((await send('', big)).status).toBe(413);
    expect((await send('', { method: 'PUT' })).status).toBe(405);
    const nested = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`;
    expect((await send('', { method: 'POST', body: nested })).status).toBe(200);
  });

  it('never fail, whatever somebody sends', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{', '}', '"status":', '<a>', '</a>', '&', '=', 'DELIVRD', 'stat:'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) => {
        const { status } = await send('', { method: 'POST', body: pieces.join('') });
        expect(status).toBe(200);
      }),
    );
  });
});
