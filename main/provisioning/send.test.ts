import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provisioningLimits } from '../../shared/model/provisioning.ts';
import type {
  ProvisioningPreview,
  ProvisioningReason,
  ProvisioningSecurity,
} from '../../shared/model/provisioning.ts';
import type { DeviceRow } from '../store/types.ts';
import { decodeProvisioningSms, verifyProvisioningMac } from '../codecs/oma-cp/index.ts';
import { fromHex } from '../codecs/bytes.ts';
import { createProvisioningRig } from './testing/provisioning-rig.ts';
import type { ProvisioningRig } from './testing/provisioning-rig.ts';

let rig: ProvisioningRig;
let device: DeviceRow;

beforeEach(async () => {
  rig = await createProvisioningRig();
  device = await rig.addDevice();
});

afterEach(() => rig.store.close());

const send = (deviceId = device.id, confirmRepeat = false) =>
  rig.provisioning.send({ deviceId, confirmRepeat });

async function pushOf(traceId: string) {
  const [message] = await rig.messagesOf(traceId);
  const parts = (message?.parts ?? []).map(({ udh, data }) => ({
    udh: fromHex(udh),
    data: fromHex(data),
  }));
  return decodeProvisioningSms(parts);
}

const imsi = '262011234567890';

describe('a configuration that is sent', () => {
  it('is in the queue with its messages, its trace and its PIN', async () => {
    const sent = await send();
    expect(sent).toMatchObject({
      deviceId: device.id,
      format: 'oma-cp',
      security: 'userpin',
      state: 'queued',
      url: 'https://sync.example.org:443/syncml',
      pinDelivery: 'screen',
      pinUntil: rig.clock.now() + provisioningLimits.pinMs,
      configuredAt: null,
    });
    expect(sent).not.toHaveProperty('fingerprint');
    const messages = await rig.messagesOf(sent.traceId);
    expect(messages).toMatchObject([
      { alertId: null, deviceId: device.id, number: device.number, state: 'queued', dcs: 0xf5 },
    ]);
    expect(messages.map(({ id }) => id)).toEqual(sent.messageIds);
    expect(rig.begun.map(({ id }) => id)).toEqual(sent.messageIds);
    expect(rig.lines).toMatchObject([
      { key: 'configuration.prepared', area: 'provisioning', deviceId: device.id },
    ]);
    expect(rig.events).toContainEqual({ kind: 'configuration', id: sent.id });
    expect(await rig.provisioning.list({ deviceId: device.id })).toEqual({
      configurations: [sent],
      links: [],
    });
  });

  it.each<[ProvisioningSecurity, number]>([
    ['userpin', 4],
    ['usernetwpin', 4],
    ['userpinmac', 8],
  ])('asks with %s for a PIN of %i digits that opens it', async (security, digits) => {
    rig.set({ security });
    await rig.provisioning.setOptions({ deviceId: device.id, imsi });
    const preview = await rig.provisioning.preview({ deviceId: device.id });
    expect(preview.pin).toEqual({ digits, delivery: 'screen' });
    const sent = await send();
    const { pin } = await rig.provisioning.pin({ id: sent.id });
    expect(pin).toMatch(new RegExp(`^\\d{${String(digits)}}$`, 'u'));
    const push = await pushOf(sent.traceId);
    expect(push.security).toBe(security);
    expect(verifyProvisioningMac(push, { pin, imsi })).toBe(true);
    const wrong = pin.replace(/\d$/u, (digit) => String((Number(digit) + 1) % 10));
    expect(verifyProvisioningMac(push, { pin: wrong, imsi })).toBe(false);
  });

  it.each<ProvisioningSecurity>(['none', 'netwpin'])('has no PIN with %s', async (security) => {
    rig.set({ security });
    await rig.provisioning.setOptions({ deviceId: device.id, imsi });
    const sent = await send();
    expect(sent).toMatchObject({ security, pinDelivery: null, pinUntil: null });
    await expect(rig.provisioning.pin({ id: sent.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('has as many digits as the setting says, and others each time', async () => {
    rig.set({ pinDigits: 10 });
    const first = await rig.provisioning.pin({ id: (await send()).id });
    const second = await rig.provisioning.pin({ id: (await send(device.id, true)).id });
    expect(first.pin).toMatch(/^\d{10}$/u);
    expect(second.pin).not.toBe(first.pin);
  });

  it('leaves nothing behind when the queue does not take it', async () => {
    rig.world.refusesMessages = true;
    await expect(send()).rejects.toThrow('the queue is broken');
    expect(await rig.store.provisioning.list(device.id)).toEqual([]);
    expect((await rig.store.messages.list({ limit: 9 })).total).toBe(0);
    const names = [...(await rig.store.secrets.names())];
    expect(names.filter((name) => name.startsWith('configuration:'))).toEqual([]);
    expect(rig.lines).toEqual([]);
    rig.world.refusesMessages = false;
    await send();
  });

  it('is not sent in two parts that could be taken for those of one message', async () => {
    const old = await rig.addDevice('nokia-old');
    const point = await rig.provisioning.saveAccessPoint({
      name: 'Internet',
      apn: 'internet',
      auth: 'none',
      user: '',
    });
    await rig.provisioning.setOptions({ deviceId: old.id, accessPointId: point.id });
    const sent = await send(old.id);
    const messages = await rig.messagesOf(sent.traceId);
    expect(messages).toHaveLength(2);
    expect(sent.segments).toBe(messages.reduce((sum, { parts }) => sum + parts.length, 0));
    const references = messages.map(({ parts }) => parts[0]?.udh.slice(-6));
    expect(new Set(references).size).toBe(2);
  });

  it('may name this machine alone, for an emulator on it, and the preview says so', async () => {
    rig.world.serverUrl = null;
    rig.world.localUrl = 'http://127.0.0.1:8080/syncml';
    const preview = await rig.provisioning.preview({ deviceId: device.id });
    expect(preview).toMatchObject({ isPossible: true, isLocal: true });
    expect((await send()).url).toBe('http://127.0.0.1:8080/syncml');
    rig.world.serverUrl = 'https://sync.example.org:443/syncml';
    expect((await rig.provisioning.preview({ deviceId: device.id })).isLocal).toBe(false);
  });

  it('goes out in quiet hours and to a paused device: those are about alerts', async () => {
    const quietHours = { from: '00:00', to: '23:59', timeZone: 'UTC' };
    const paused = await rig.addDevice('nokia', { pausedBy: 'admin', quietHours });
    const sent = await send(paused.id);
    const [message] = await rig.messagesOf(sent.traceId);
    expect(message?.nextAttemptAt).toBe(rig.clock.now());
  });
});

describe('a configuration that cannot be sent', () => {
  const cases: [ProvisioningReason, () => Promise<DeviceRow> | DeviceRow][] = [
    ['no-ota-format', () => rig.addDevice('funambol')],
    ['no-ota-format', () => rig.addDevice('memotoo')],
    ['uses-profile', () => rig.addDevice('ios')],
    ['uses-profile', () => rig.addDevice('android', { number: null })],
    ['no-number', () => rig.addDevice('nokia', { number: null })],
    [
      'no-gateway',
      () => {
        rig.world.hasGateway = false;
        return device;
      },
    ],
    [
      'no-address',
      () => {
        rig.world.serverUrl = null;
        return device;
      },
    ],
    ['no-folder', () => rig.addDevice('nokia', { folders: [] })],
    [
      'no-imsi',
      () => {
        rig.set({ security: 'usernetwpin' });
        return device;
      },
    ],
    [
      'no-mail',
      () => {
        rig.set({ pinDelivery: 'mail' });
        return device;
      },
    ],
    [
      'too-long',
      () =>
        rig.addDevice('nokia', {
          folders: device.folders.map((folder) => ({
            ...folder,
            id: `${folder.id}x`,
            name: 'C'.repeat(126),
          })),
        }),
    ],
  ];

  it.each(cases)(
    'says %s, in the preview and to who sends it all the same',
    async (reason, make) => {
      const { id, name } = await make();
      const preview = await rig.provisioning.preview({ deviceId: id });
      expect(preview).toMatchObject({ isPossible: false, reason });
      await expect(send(id, true)).rejects.toMatchObject({
        code: 'PROVISIONING_NOT_POSSIBLE',
        params: { device: name, reason },
      });
      expect(rig.lines.at(-1)).toMatchObject({
        level: 'warn',
        key: 'configuration.not-possible',
        params: { device: name, obstacle: reason },
      });
      expect((await rig.store.messages.list({ limit: 9 })).total).toBe(0);
    },
  );

  it('asks for no IMSI and no mail where the format has no signature', async () => {
    rig.set({ security: 'netwpin', pinDelivery: 'mail' });
    const old = await rig.addDevice('sony-ericsson-old');
    expect(await rig.provisioning.preview({ deviceId: old.id })).toMatchObject({
      isPossible: true,
      security: 'none',
      pin: null,
    });
  });

  it.each<[string, Partial<{ organisation: string; serverId: string; url: string }>, object]>([
    ['organisation', { organisation: 'O'.repeat(51) }, { name: 'profile', max: 50 }],
    ['server', { serverId: 'S'.repeat(151) }, { name: 'server', max: 150 }],
    ['address', { url: `https://${'a'.repeat(250)}:443/syncml` }, { name: 'url', max: 255 }],
  ])('names the %s that is too long, and how long it may be', async (_what, over, tooLong) => {
    rig.set({ organisation: over.organisation ?? 'Office' });
    rig.world.pushSettings = {
      ...rig.world.pushSettings,
      serverId: over.serverId ?? 'Pushdesk',
    };
    rig.world.serverUrl = over.url ?? rig.world.serverUrl;
    const preview = await rig.provisioning.preview({ deviceId: device.id });
    expect(preview).toMatchObject({ reason: 'too-long', tooLong });
    const { name, max } = preview.tooLong ?? {};
    await expect(send()).rejects.toMatchObject({ params: { field: name, max } });
  });

  it('is refused for a device that is not there', async () => {
    const { provisioning } = rig;
    const nobody = { deviceId: 'nobody' };
    const missing = { code: 'NOT_FOUND' };
    await expect(send('nobody')).rejects.toMatchObject(missing);
    await expect(provisioning.preview(nobody)).rejects.toMatchObject(missing);
    await expect(provisioning.list(nobody)).rejects.toMatchObject(missing);
    await expect(provisioning.options(nobody)).rejects.toMatchObject(missing);
    await expect(provisioning.setOptions({ ...nobody, withMail: true })).rejects.toMatchObject(
      missing,
    );
    await expect(provisioning.profileOf('nobody')).rejects.toMatchObject(missing);
  });
});

describe('the same configuration again', () => {
  const alreadySent = { code: 'ALREADY_SENT' };

  it('is refused within ten minutes, and the log says so', async () => {
    const first = await send();
    await rig.clock.advance(provisioningLimits.repeatMs - 1);
    await expect(send()).rejects.toMatchObject({
      ...alreadySent,
      params: { until: first.createdAt + provisioningLimits.repeatMs },
    });
    expect(rig.lines.at(-1)).toMatchObject({ level: 'warn', key: 'configuration.repeat-refused' });
    await rig.clock.advance(1);
    await send();
  });

  it('is refused after a restart too', async () => {
    await send();
    const again = rig.restart();
    await expect(again.send({ deviceId: device.id, confirmRepeat: false })).rejects.toMatchObject(
      alreadySent,
    );
  });

  it('goes out when that is confirmed', async () => {
    await send();
    await send(device.id, true);
    expect((await rig.store.messages.list({ limit: 9 })).total).toBe(2);
  });

  it('goes out once when two ask for it at the same moment', async () => {
    const answers = await Promise.allSettled([send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect((await rig.store.messages.list({ limit: 9 })).total).toBe(1);
  });

  it('is none when something of it has changed, or the first has failed', async () => {
    const first = await send();
    rig.set({ organisation: 'Office' });
    const second = await send();
    expect(second.id).not.toBe(first.id);
    const [message] = await rig.messagesOf(second.traceId);
    if (message) await rig.outcome(message, 'failed');
    await send();
  });

  it('is told in the preview, with the time until which it is refused', async () => {
    const before = await rig.provisioning.preview({ deviceId: device.id });
    expect(before).toMatchObject({ lastSentAt: null, repeatUntil: null });
    const { createdAt } = await send();
    expect(await rig.provisioning.preview({ deviceId: device.id })).toMatchObject({
      isPossible: true,
      lastSentAt: createdAt,
      repeatUntil: createdAt + provisioningLimits.repeatMs,
    });
    await rig.clock.advance(provisioningLimits.repeatMs);
    expect((await rig.provisioning.preview({ deviceId: device.id })).repeatUntil).toBeNull();
  });

  it('to another device is another', async () => {
    await send();
    const other = await rig.addDevice();
    await send(other.id);
  });
});

describe('the PIN', () => {
  const everything = async (id: string): Promise<string> => {
    const { provisioning, lines, events } = rig;
    const list = await provisioning.list({ deviceId: device.id });
    const preview = await provisioning.preview({ deviceId: device.id });
    const withoutBytes: Partial<ProvisioningPreview> = { ...preview, messages: [] };
    const documents = preview.messages.map(({ document }) => document);
    const row = await rig.store.provisioning.get(id);
    // Digits of times and ids are no PIN.
    return JSON.stringify([list, withoutBytes, documents, lines, events, row]);
  };

  it('is in no log line, list, preview or stored row', async () => {
    rig.set({ pinDigits: 10 });
    const { id } = await send();
    const { pin } = await rig.provisioning.pin({ id });
    expect(await everything(id)).not.toContain(pin);
  });

  it('does not sign the preview, where every PIN could be tried', async () => {
    const before = await rig.provisioning.preview({ deviceId: device.id });
    const { id } = await send();
    const after = await rig.provisioning.preview({ deviceId: device.id });
    expect(after.messages).toEqual(before.messages);
    const { pin } = await rig.provisioning.pin({ id });
    expect(pin).not.toBe('0000');
  });

  it('is told as often as it is asked for, each time with a line in the log', async () => {
    const { id } = await send();
    const first = await rig.provisioning.pin({ id });
    expect(await rig.provisioning.pin({ id })).toEqual(first);
    const told = rig.lines.filter(({ key }) => key === 'configuration.pin-told');
    expect(told.map(({ params }) => params)).toEqual([
      { device: device.name, delivery: 'screen' },
      { device: device.name, delivery: 'screen' },
    ]);
  });

  it('is past its time after a day, and forgotten', async () => {
    const stop = rig.provisioning.start();
    const { id } = await send();
    await rig.clock.advance(provisioningLimits.pinMs);
    await expect(rig.provisioning.pin({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await rig.clock.advance(60_000);
    await expect
      .poll(async () => await rig.store.secrets.get(`configuration:${id}`))
      .toBeUndefined();
    stop();
    expect((await rig.provisioning.list({ deviceId: device.id })).configurations).toMatchObject([
      { pinUntil: null },
    ]);
  });

  it('goes by mail before the configuration does, and is not kept', async () => {
    rig.set({ pinDelivery: 'mail', pinDigits: 10 });
    rig.world.hasMail = true;
    const sent = await send();
    expect(sent).toMatchObject({ pinDelivery: 'mail', pinUntil: null });
    const [mail] = rig.mails;
    expect(mail?.to).toBe('anna@example.org');
    const pin = /\b\d{10}\b/u.exec(mail?.text ?? '')?.[0] ?? '';
    expect(verifyProvisioningMac(await pushOf(sent.traceId), { pin })).toBe(true);
    await expect(rig.provisioning.pin({ id: sent.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(rig.lines.map(({ key }) => key)).toEqual([
      'configuration.pin-mailed',
      'configuration.prepared',
    ]);
    expect(JSON.stringify(rig.lines)).not.toContain(pin);
  });

  it('that no mail server takes keeps the configuration from being sent', async () => {
    rig.set({ pinDelivery: 'mail' });
    rig.world.hasMail = true;
    rig.world.refusesMail = true;
    await expect(send()).rejects.toMatchObject({ code: 'MAIL_FAILED' });
    expect((await rig.store.messages.list({ limit: 9 })).total).toBe(0);
    expect(rig.lines.map(({ key }) => key)).toEqual(['configuration.pin-not-mailed']);
    rig.world.refusesMail = false;
    await send();
  });
});
