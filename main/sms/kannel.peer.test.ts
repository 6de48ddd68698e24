import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeAlertSms } from '../codecs/alert-sms.ts';
import { emptyBytes, toHex } from '../codecs/bytes.ts';
import { segmentText } from '../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../codecs/gsm-sms/index.ts';
import { syncTypes, uiModes } from '../codecs/san/index.ts';
import type { StopAsync } from '../platform/clock.ts';
import type { Store } from '../store/types.ts';
import { openTestStore } from '../testing/memory-store.ts';
import { hasProgram } from '../testing/programs.ts';
import { presets } from './presets.ts';
import { kannelPrograms, startKannel } from './testing/kannel.ts';
import type { FakeSmscMessage, Kannel } from './testing/kannel.ts';
import { startReportDoor } from './testing/report-door.ts';
import type { ReportDoor } from './testing/report-door.ts';
import { createSmsFixture } from './testing/sms-fixture.ts';
import type { SmsFixture } from './testing/sms-fixture.ts';
import { waitFor } from './testing/wait-for.ts';

const programs = Object.values(kannelPrograms);

describe.skipIf(!programs.every(hasProgram))('Kannel', () => {
  let kannel: Kannel;
  let store: Store;
  let fixture: SmsFixture;
  let stop: StopAsync | undefined;
  let reports: ReportDoor;
  let gatewayId = '';

  beforeAll(async () => {
    kannel = await startKannel();
    store = await openTestStore();
    reports = await startReportDoor((request) => fixture.sms.http.handle(request));
    fixture = createSmsFixture(store, { reportBase: () => reports.url });
    stop = await fixture.sms.start();
    const preset = presets.find(({ id }) => id === 'kannel');
    const gateway = await fixture.sms.gateways.create({
      kind: 'http',
      name: 'Kannel',
      url: preset?.url.replace(':13013', `:${String(kannel.port)}`),
      method: preset?.method,
      successPattern: preset?.successPattern,
      user: kannel.user,
      password: kannel.password,
      sender: '12345',
    });
    gatewayId = gateway.id;
  });

  afterAll(async () => {
    await stop?.();
    await store?.close();
    await reports?.close();
    await kannel?.stop();
  });

  function alert(uris: readonly string[]): readonly SmsSegment[] {
    return encodeAlertSms(
      {
        version: '1.2',
        serverId: 'Pushdesk',
        sessionId: 0x0d51,
        uiMode: uiModes.background,
        syncs: uris.map((uri) => ({ syncType: syncTypes.twoWay, contentType: '*/*', uri })),
        password: 'secret',
        nonce: emptyBytes,
      },
      { reference: 0x5a },
    ).segments;
  }

  /** Sends a message through the queue and answers with what the fake SMSC got of it. */
  async function send(
    segments: readonly SmsSegment[],
    dcs: number,
    number: string,
  ): Promise<FakeSmscMessage[]> {
    const parts = segments.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
    const [message] = await fixture.queue({ parts, dcs, number });
    const own = (): FakeSmscMessage[] => kannel.received().filter(({ to }) => to === number);
    await waitFor(() => expect(own()).toHaveLength(parts.length));
    await waitFor(async () =>
      expect(['sent', 'delivered']).toContain(await fixture.state(message?.id ?? '')),
    );
    return own();
  }

  function bytesOf(segments: readonly SmsSegment[]): Pick<FakeSmscMessage, 'udh' | 'data'>[] {
    return segments.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
  }

  it('receives an alert byte for byte', async () => {
    const segments = alert(['Contacts', 'Calendar']);
    const received = await send(segments, 0xf5, '+420601000001');
    expect(segments).toHaveLength(1);
    expect(received.map(({ udh, data }) => ({ udh, data }))).toEqual(bytesOf(segments));
    expect(received[0]).toMatchObject({ from: '12345', kind: 'udh' });
  });

  it('receives an alert of two parts byte for byte, in order', async () => {
    const segments = alert(['Contacts', 'Calendar', `Notes ${'ž'.repeat(40)}`, 'Inbox']);
    expect(segments).toHaveLength(2);
    const received = await send(segments, 0xf5, '+420601000002');
    expect(received.map(({ udh, data }) => ({ udh, data }))).toEqual(bytesOf(segments));
  });

  it('receives every octet there is unchanged', async () => {
    const segments = [0, 1].map((half) => ({
      udh: Uint8Array.of(0x06, 0x05, 0x04, 0x0b, 0x84, 0xc0, 0x02),
      data: Uint8Array.from({ length: 128 }, (_, index) => half * 128 + index),
    }));
    const received = await send(segments, 0xf5, '+420601000003');
    expect(received.map(({ data }) => data)).toEqual(bytesOf(segments).map(({ data }) => data));
  });

  it.each([
    ['text', 'Grüße & @ £ {1} + 100 %', '+420601000004'],
    ['ucs-2', 'Dobrý den & žádný spěch', '+420601000005'],
  ])('reads our text as %s', async (kind, text, number) => {
    const { segments, dataCoding } = segmentText(text, { reference: 1 });
    const [received] = await send(segments, dataCoding, number);
    const octets = Buffer.from(received?.data ?? '', 'hex');
    const read = kind === 'text' ? octets.toString('utf8') : octets.swap16().toString('utf16le');
    expect([received?.kind, read]).toEqual([kind, text]);
  });

  it('reports the delivery at the address that it is told', async () => {
    const { segments, dataCoding } = segmentText('Report this', { reference: 1 });
    const parts = segments.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
    const [message] = await fixture.queue({ parts, dcs: dataCoding, number: '+420601000007' });
    const id = message?.id ?? '';
    await waitFor(() => expect(reports.received.some((path) => path.includes(id))).toBe(true));
    await waitFor(async () => expect(await fixture.state(id)).toBe('delivered'));
  });

  it('is found by the check, and its refusal is told without the password', async () => {
    const { sms } = fixture;
    expect(await sms.gateways.test({ id: gatewayId })).toMatchObject({ ok: true, reason: 'ok' });
    await sms.gateways.update({ id: gatewayId, password: 'quite wrong' });
    const refused = await sms.gateways.test({ id: gatewayId, number: '+420601000006' });
    expect(refused).toMatchObject({
      ok: false,
      reason: 'refused',
      detail: expect.stringMatching(/^HTTP 403: .*Authorization failed/iu) as unknown,
    });
    expect(JSON.stringify(refused)).not.toMatch(/quite.{0,3}wrong/u);
  });
});
