import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phoneSchema, virtualImsi } from '../../../shared/model/phone.ts';
import type { Phone, PhoneMessage } from '../../../shared/model/phone.ts';
import { encodeAlertSms } from '../../codecs/alert-sms.ts';
import type { AlertDescription } from '../../codecs/alert-sms.ts';
import { emptyBytes, toHex } from '../../codecs/bytes.ts';
import { segmentText } from '../../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../../codecs/gsm-sms/index.ts';
import { uiModes } from '../../codecs/san/index.ts';
import type { StopAsync } from '../../platform/clock.ts';
import type { DeviceRow, MessageRow, PhoneMessageRow, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createSmsFixture } from '../testing/sms-fixture.ts';
import type { SmsFixture } from '../testing/sms-fixture.ts';
import { readPhoneMessage } from './read-phone-message.ts';
import { waitFor } from '../testing/wait-for.ts';

const number = '+420601123456';
const password = 'server secret';

const device: DeviceRow = {
  id: 'device',
  accountId: 'account',
  name: 'Nokia E71',
  clientType: 'nokia',
  number,
  pushEnabled: true,
  pausedBy: null,
  quietHours: null,
  mergeWindowMs: null,
  hourlyCap: null,
  logMessages: false,
  folders: [
    {
      id: 'f1',
      dataType: 'contacts',
      name: 'Contacts',
      syncType: 'two-way',
      enabled: true,
      place: '',
    },
    {
      id: 'f2',
      dataType: 'calendar',
      name: 'Calendar',
      syncType: 'two-way',
      enabled: true,
      place: '',
    },
  ],
  createdAt: 0,
  updatedAt: 0,
};

function alert(changes: Partial<AlertDescription> = {}): Partial<MessageRow> {
  const { segments } = encodeAlertSms(
    {
      version: '1.2',
      serverId: 'Pushdesk',
      sessionId: 4711,
      uiMode: uiModes.background,
      syncs: [{ syncType: 206, contentType: 'text/x-vCard', uri: 'Contacts' }],
      password,
      nonce: emptyBytes,
      ...changes,
    },
    { reference: 1 },
  );
  return { number, dcs: 0xf5, parts: partsOf(segments) };
}

function partsOf(segments: readonly SmsSegment[]): MessageRow['parts'] {
  return segments.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
}

describe('a virtual phone', () => {
  let store: Store;
  let fixture: SmsFixture;
  let stop: StopAsync | undefined;

  beforeEach(async () => {
    store = await openTestStore();
    const at = { createdAt: 0, updatedAt: 0 };
    await store.accounts.insert({
      id: 'account',
      address: 'ada@example.org',
      displayName: 'Ada',
      mailbox: null,
      conflicts: {},
      timeZone: null,
      ...at,
    });
    await store.devices.insert(device);
    fixture = createSmsFixture(store, {
      serverPassword: () => Promise.resolve(password),
      simulatorReportMs: 0,
    });
    stop = await fixture.sms.start();
    await fixture.sms.gateways.create({ kind: 'simulator', name: 'Phones' });
    fixture.lines.length = 0;
  });

  afterEach(async () => {
    await stop?.();
    await store.close();
  });

  async function send(...messages: Partial<MessageRow>[]): Promise<Phone> {
    const rows = await fixture.queue(...messages);
    await waitFor(async () => {
      for (const { id } of rows) expect(await fixture.state(id)).toBe('delivered');
    });
    const { phones } = await fixture.sms.simulator.phones(undefined);
    const [phone] = phones;
    if (phone === undefined) throw new Error('no phone');
    return phoneSchema.parse(phone);
  }

  function keys(): string[] {
    return fixture.lines.map(({ key }) => key);
  }

  it('answers for a device before anything has come', async () => {
    const { phones } = await fixture.sms.simulator.phones(undefined);
    expect(phones).toMatchObject([
      {
        number,
        deviceId: 'device',
        deviceName: 'Nokia E71',
        accountAddress: 'ada@example.org',
        clientType: 'nokia',
        wokenAt: null,
        received: 0,
        sync: { state: 'never', at: null, received: 0, sent: 0, problem: null },
        itemCounts: {},
        messages: [],
      },
    ]);
  });

  it('wakes up for a notification, whose every field it has read', async () => {
    const phone = await send(alert());
    expect(phone).toMatchObject({ received: 1, wokenAt: fixture.clock.now() });
    expect(phone.messages[0]).toMatchObject({
      kind: 'alert',
      version: '1.2',
      serverId: 'Pushdesk',
      sessionId: 4711,
      uiMode: 'background',
      digestOk: true,
      syncs: [{ uri: 'Contacts', syncType: 206, contentType: 7, known: true }],
      error: null,
    });
    expect(phone.messages[0]?.parts[0]?.tree.length).toBeGreaterThan(0);
    expect(fixture.events).toContainEqual({ kind: 'phone', id: 'device', woke: true });
    expect(keys()).toContain('phone.woke');
    expect(fixture.lines.find(({ key }) => key === 'phone.woke')?.params).toEqual({
      device: 'Nokia E71',
      folders: ['Contacts'],
      session: 4711,
    });
    expect(fixture.outcomes.map((outcome) => outcome.split(' ')[0])).toEqual(['sent', 'delivered']);
  });

  it('puts a notification of several parts together', async () => {
    const uris = ['Contacts', 'Calendar', 'n'.repeat(120)];
    const syncs = uris.map((uri) => ({ syncType: 206, contentType: '*/*', uri }) as const);
    const phone = await send(alert({ syncs }));
    const [message] = phone.messages;
    expect(message?.parts).toHaveLength(2);
    expect(message).toMatchObject({ kind: 'alert', digestOk: true });
    expect(message?.syncs.map(({ uri }) => uri)).toEqual(uris);
  });

  it('compares folder names in exact letter case', async () => {
    const syncs = [{ syncType: 206, contentType: '*/*', uri: 'contacts' } as const];
    const phone = await send(alert({ syncs }));
    expect(phone.messages[0]?.syncs).toMatchObject([{ uri: 'contacts', known: false }]);
    expect(keys()).toContain('phone.unknown-folder');
  });

  it('sees that a digest was made with another password', async () => {
    const phone = await send(alert({ password: 'another' }));
    expect(phone.messages[0]).toMatchObject({ kind: 'alert', digestOk: false });
    expect(keys()).toContain('phone.wrong-digest');
  });

  it('drops the same octets when they come again, also after a restart', async () => {
    await send(alert());
    const phone = await send(alert());
    expect(phone.messages.map(({ kind }) => kind)).toEqual(['duplicate', 'alert']);
    expect(keys().filter((key) => key === 'phone.woke')).toHaveLength(1);
    expect(keys()).toContain('phone.duplicate');

    await stop?.();
    fixture = createSmsFixture(store, { clock: fixture.clock, ids: fixture.ids });
    stop = await fixture.sms.start();
    await fixture.queue(alert());
    await waitFor(() => expect(keys()).toContain('phone.duplicate'));
  });

  it('wakes up again for another session', async () => {
    const phone = await send(alert(), alert({ sessionId: 4712 }));
    expect(phone.messages.map(({ kind }) => kind)).toEqual(['alert', 'alert']);
  });

  it.each(['1.1', '1.0'] as const)('understands the SyncML %s document', async (version) => {
    const phone = await send(alert({ version }));
    expect(phone.messages[0]).toMatchObject({
      kind: 'alert',
      version,
      sessionId: 4711,
      digestOk: null,
      uiMode: null,
      syncs: [{ uri: 'Contacts', known: true }],
    });
  });

  it.each([
    'Hello, this is @ text',
    'Dobrý den, žádný spěch',
    'x'.repeat(400),
    'Şu çılgın Türkiye, ığdır ve İstanbul. '.repeat(6),
  ])('shows a text as a text: %s', async (text) => {
    const { dataCoding, segments } = segmentText(text, { reference: 3, nationalTables: true });
    const phone = await send({ number, dcs: dataCoding, parts: partsOf(segments) });
    expect(phone.messages[0]).toMatchObject({ kind: 'text', text });
    expect(phone.wokenAt).toBeNull();
    expect(keys()).toContain('phone.text');
  });

  it('says what is wrong with what it cannot read', async () => {
    const cut = alert();
    const [part] = cut.parts ?? [];
    const parts = [{ udh: part?.udh ?? '', data: (part?.data ?? '').slice(0, 40) }];
    const phone = await send({ ...cut, parts });
    expect(phone.messages[0]).toMatchObject({ kind: 'undecodable', digestOk: null, syncs: [] });
    expect(phone.messages[0]?.error).toMatch(/^[a-z0-9]+: /u);
    expect(keys()).toContain('phone.undecodable');
    expect(fixture.events).toContainEqual({ kind: 'phone', id: 'device' });
  });

  it('answers for a number that no device has, once something was sent there', async () => {
    await fixture.queue({ ...alert(), number: '+4917012345' });
    await waitFor(() => expect(fixture.outcomes).toHaveLength(2));
    const { phones } = await fixture.sms.simulator.phones(undefined);
    expect(phones.map(({ number: own, deviceId }) => [own, deviceId])).toEqual([
      [number, 'device'],
      ['+4917012345', null],
    ]);
  });
});

describe('reading whatever comes', () => {
  const phone = {
    databases: new Set<string>(),
    password: '',
    nonce: emptyBytes,
    seen: new Set<string>(),
    imsi: virtualImsi(number),
    configurations: new Map(),
  };

  function read(parts: PhoneMessageRow['parts'], dcs: number): PhoneMessage {
    return readPhoneMessage({ id: 'm', number, at: 0, traceId: null, parts, dcs }, phone);
  }

  it('never fails', () => {
    const hex = fc.uint8Array({ maxLength: 60 }).map(toHex);
    const udh = fc.oneof(hex, fc.constantFrom('', '0605040b84c002', '0b05040b84c00200030a0201'));
    const data = fc.oneof(
      hex,
      hex.map((rest) => `01060603020303af85${rest}`),
      hex.map((rest) => `010603ceaf85${rest}`),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ udh, data }), { maxLength: 3 }),
        fc.integer({ min: 0, max: 255 }),
        (parts, dcs) => {
          const { kind, error } = read(parts, dcs);
          expect(kind === 'undecodable').toBe(error !== null);
        },
      ),
    );
  });

  it('takes a push for another application for nothing of its own', () => {
    const { data = '' } = alert().parts?.[0] ?? {};
    const other = data.replace('af85', 'af84');
    expect(read([{ udh: '0605040b84c002', data: other }], 0xf5)).toMatchObject({
      kind: 'undecodable',
      error: expect.stringContaining('wsp: unsupported') as unknown,
    });
  });

  it('takes a message for another port for nothing of its own', () => {
    const { data = '' } = alert().parts?.[0] ?? {};
    expect(read([{ udh: '060504158115b3', data }], 0xf5).kind).toBe('undecodable');
  });
});
