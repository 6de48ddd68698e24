import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TraceConfiguration } from '../../shared/model/trace.ts';
import { fromHex, toHex } from '../codecs/bytes.ts';
import { segmentText } from '../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../codecs/gsm-sms/index.ts';
import { decodeProvisioningSms, encodeProvisioningSms } from '../codecs/oma-cp/index.ts';
import type { ProvisioningDocument } from '../codecs/oma-cp/index.ts';
import { encodeBrowserSettingsSms, encodeSyncSettingsSms } from '../codecs/ota-settings/index.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';
import { newMessage } from '../store/new-message.ts';
import type { DeviceRow, MessageRow } from '../store/types.ts';
import { openOffice } from './testing/office.ts';
import type { Office } from './testing/office.ts';

let office: Office;
let device: DeviceRow;

beforeEach(async () => {
  office = await openOffice();
  device = await office.addDevice({ clientType: 'nokia' });
});
afterEach(() => office.close());

const document: ProvisioningDocument = {
  characteristics: [
    {
      type: 'NAPDEF',
      children: [
        { name: 'NAME', value: 'Internet' },
        {
          type: 'NAPAUTHINFO',
          children: [
            { name: 'AUTHTYPE', value: 'PAP' },
            { name: 'AUTHNAME', value: 'guest' },
            { name: 'AUTHSECRET', value: 'operator-secret' },
          ],
        },
      ],
    },
    {
      type: 'APPLICATION',
      children: [
        { name: 'APPID', value: 'w5' },
        { name: 'PROVIDER-ID', value: 'Pushdesk' },
        { name: 'NAME', value: 'Pushdesk' },
        { type: 'RESOURCE', children: [{ name: 'URI', value: 'Contacts' }] },
      ],
    },
  ],
};
const signed = (): readonly SmsSegment[] =>
  encodeProvisioningSms({ document, security: 'userpin', pin: '4711' }, { reference: 1 }).segments;
/** The same with nothing secret in it. */
const masked = (): readonly SmsSegment[] => {
  const text = JSON.stringify(document).replace('operator-secret', '***************');
  const harmless = JSON.parse(text) as ProvisioningDocument;
  const options = { document: harmless, security: 'userpin', pin: '0000' } as const;
  return encodeProvisioningSms(options, { reference: 1 }).segments;
};

function partsOf(segments: readonly SmsSegment[]): MessageRow['parts'] {
  return segments.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
}

/** Stores a configuration with its messages. */
async function send(
  messages: readonly (readonly SmsSegment[])[],
  over: Partial<ConfigurationRow> = {},
  message: Partial<MessageRow> = {},
): Promise<ConfigurationRow> {
  const at = office.clock.now();
  const traceId = office.ids.next();
  const rows = messages.map((segments): MessageRow => ({
    ...newMessage({
      id: office.ids.next(),
      traceId,
      accountId: device.accountId,
      deviceId: device.id,
      number: device.number ?? '',
      parts: partsOf(segments),
      dcs: 0xf5,
      source: 'configuration',
      class: 'normal',
      expiresAt: at + 60_000,
      createdAt: at,
    }),
    ...message,
  }));
  const row: ConfigurationRow = {
    id: office.ids.next(),
    deviceId: device.id,
    accountId: device.accountId,
    traceId,
    format: 'oma-cp',
    security: 'userpin',
    state: 'queued',
    reason: null,
    url: 'https://sync.example.org:443/syncml',
    segments: rows.reduce((sum, { parts }) => sum + parts.length, 0),
    messageIds: rows.map(({ id }) => id),
    fingerprint: 'ab',
    pinDelivery: 'screen',
    pinUntil: at + 1_000,
    createdAt: at,
    sentAt: null,
    deliveredAt: null,
    configuredAt: null,
    sessionId: null,
    ...over,
  };
  await office.store.messages.insert(rows);
  await office.store.provisioning.insert(row);
  return row;
}

async function shown({ traceId }: ConfigurationRow): Promise<TraceConfiguration> {
  const { configurations } = await office.push().traces.get({ id: traceId });
  const [only] = configurations;
  if (only === undefined) throw new Error('no configuration');
  return only;
}

const ways = ({ steps }: TraceConfiguration) =>
  steps.map(({ kind, state, key }) => [kind, state, key]);

describe('the trace of a configuration', () => {
  it('is there with nothing else in it, and begins where it was prepared', async () => {
    const row = await send([signed()]);
    const trace = await office.push().traces.get({ id: row.traceId });
    expect(trace).toMatchObject({ startedAt: row.createdAt, changes: [], branches: [] });
    const [configuration] = trace.configurations;
    expect(configuration).toMatchObject({
      deviceName: device.name,
      configuration: { id: row.id, state: 'queued', pinUntil: row.pinUntil },
      session: null,
    });
    expect(JSON.stringify(configuration)).not.toContain('fingerprint');
    expect(configuration && ways(configuration)).toEqual([
      ['prepared', 'working', 'prepared'],
      ['sms', 'waiting', 'sms-queued'],
      ['delivered', 'waiting', 'delivered-not-yet'],
      ['configured', 'waiting', 'configured-not-yet'],
    ]);
  });

  it('follows the message to the phone, and to its first session', async () => {
    const at = office.clock.now();
    const sent = { state: 'sent', endedAt: at, attempts: 1 } as const;
    const row = await send([signed()], { state: 'delivered', sentAt: at, deliveredAt: at }, sent);
    expect(ways(await shown(row)).map(([, state]) => state)).toEqual([
      'working',
      'working',
      'working',
      'waiting',
    ]);
    await office.store.provisioning.update({
      ...row,
      state: 'configured',
      configuredAt: at,
      sessionId: 'session-1',
    });
    const [, , , configured] = (await shown(row)).steps;
    expect(configured).toMatchObject({
      state: 'working',
      key: 'configured',
      at,
      sessionId: 'session-1',
    });
  });

  it.each([
    ['failed', { attempts: 3 }, 'failed', 'sms-failed'],
    ['expired', {}, 'failed', 'sms-expired'],
    ['uncertain', {}, 'attention', 'sms-uncertain'],
    ['queued', { attempts: 2 }, 'waiting', 'sms-retrying'],
  ] as const)('says what became of a message that is %s', async (state, over, mark, key) => {
    const isGone = state === 'failed' || state === 'expired';
    const row = await send([signed()], isGone ? { state: 'failed' } : {}, { state, ...over });
    const steps = ways(await shown(row));
    expect(steps[1]).toEqual(['sms', mark, key]);
    expect(steps[3]?.[1]).toBe(isGone ? 'off' : 'waiting');
  });

  it('ends where its PIN is past, and where its messages are no longer kept', async () => {
    const row = await send([]);
    await office.clock.advance(2_000);
    const { configuration, steps } = await shown(row);
    expect(configuration.pinUntil).toBeNull();
    expect(steps[1]).toMatchObject({ key: 'sms-none', bytes: [] });
  });
});

describe('the bytes of a configuration', () => {
  it('are shown on every layer, without the operator’s password and the signature', async () => {
    const row = await send([signed()], {}, { shownParts: partsOf(masked()) });
    const { steps, messages } = await shown(row);
    const bytes = steps[1]?.bytes ?? [];
    const parts = signed().map((_segment, index) => ['sms-submit', index + 1]);
    expect(bytes.map(({ name, part }) => [name, part])).toEqual([
      ...parts,
      ['wsp-push', 1],
      ['oma-cp', 1],
    ]);
    const text = JSON.stringify(bytes);
    expect(text).not.toContain('undecodable');
    expect(text).toContain('PROVIDER-ID');
    const { mac = '' } = decodeProvisioningSms(signed());
    for (const secret of ['operator-secret', mac]) {
      const hex = Buffer.from(secret).toString('hex');
      expect(text).not.toContain(secret);
      const all = messages.flatMap((one) => one.parts.map(({ data }) => data)).join('');
      expect(all).not.toContain(hex);
      for (const layer of bytes) expect(layer.bytes.hex).not.toContain(hex);
    }
    const read = decodeProvisioningSms(
      (messages[0]?.parts ?? []).map(({ udh, data }) => ({
        udh: fromHex(udh),
        data: fromHex(data),
      })),
    );
    expect(read.mac).toBe(decodeProvisioningSms(masked()).mac);
    expect(JSON.stringify(read.document)).toContain('*'.repeat('operator-secret'.length));
  });

  it('are counted from where each layer begins', async () => {
    const { steps } = await shown(await send([signed()]));
    const layer = steps[1]?.bytes.find(({ name }) => name === 'oma-cp')?.bytes;
    expect(layer?.tree[0]).toMatchObject({ offset: 0 });
    const last = layer?.tree.at(-1);
    expect((last?.offset ?? 0) + (last?.length ?? 0)).toBe((layer?.hex.length ?? 0) / 2);
  });

  it('of an older phone show its connection before its settings', async () => {
    const connection = encodeBrowserSettingsSms(
      {
        name: 'Internet',
        bookmarks: [],
        addresses: [
          [
            { name: 'BEARER', value: 'GPRS' },
            { name: 'PPP_AUTHNAME', value: 'guest' },
          ],
        ],
      },
      { reference: 1 },
    ).segments;
    const settings = encodeSyncSettingsSms(
      { name: 'Pushdesk', hostAddress: 'http://sync.example.org:80/syncml', databases: [] },
      { reference: 2 },
    ).segments;
    const row = await send([connection, settings], { format: 'sync-settings', security: 'none' });
    const { steps } = await shown(row);
    const names = steps[1]?.bytes.map(({ name }) => name).filter((name) => name !== 'sms-submit');
    expect(names).toEqual(['wsp-push', 'configuration', 'wsp-push', 'sync-settings']);
  });

  it('of a Synthesis client are a line of text', async () => {
    const { segments, dataCoding } = segmentText('update profile "Pushdesk"', { reference: 1 });
    const row = await send(
      [segments],
      { format: 'synthesis', security: 'none' },
      { dcs: dataCoding },
    );
    const bytes = (await shown(row)).steps[1]?.bytes ?? [];
    expect(bytes.map(({ name }) => name)).toEqual(['sms-submit', 'synthesis']);
    expect(bytes[1]?.bytes.tree).toMatchObject([{ value: 'update profile "Pushdesk"' }]);
  });
});
