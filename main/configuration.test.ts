import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../shared/model/device.ts';
import type { Configuration } from '../shared/model/provisioning.ts';
import { openLightDesk } from './sync/testing/light-desk.ts';
import type { LightDesk } from './sync/testing/light-desk.ts';

/*
 * From the button to the first session, at the whole product over its own API and on real sockets.
 */

let desk: LightDesk;
let device: Device;

beforeEach(async () => {
  desk = await openLightDesk({}, { simulatorReportMs: 0 });
  await desk.api.gateways.create({ kind: 'simulator', name: 'Simulator' });
  device = await addDevice('Phone', '+48600100201');
});
afterEach(() => desk.close());

function addDevice(name: string, number: string): Promise<Device> {
  const { accountId } = desk;
  return desk.api.devices.create({ accountId, name, number, clientType: 'nokia' });
}

async function now(): Promise<Configuration | undefined> {
  const { configurations } = await desk.api.provisioning.list({ deviceId: device.id });
  return configurations[0];
}

async function sendAndDeliver(): Promise<Configuration> {
  const sent = await desk.api.provisioning.send({ deviceId: device.id });
  await expect.poll(async () => (await now())?.state).toBe('delivered');
  return sent;
}

async function keys(): Promise<string[]> {
  const lines = await desk.log({ deviceId: device.id, area: 'provisioning' });
  return lines.map(({ key }) => key);
}

describe('a configuration', () => {
  it('is on its way after one press, and ends with the first session of the device', async () => {
    const sent = await sendAndDeliver();
    expect(sent.url).toBe(desk.url);
    await desk.client('IMEI:1').sync();
    const { sessions } = await desk.api.sessions.list({ deviceId: device.id });
    expect(await now()).toMatchObject({
      id: sent.id,
      state: 'configured',
      sessionId: sessions[0]?.id,
      configuredAt: sessions[0]?.startedAt,
      pinUntil: null,
    });
    expect(await keys()).toEqual([
      'configuration.prepared',
      'configuration.sent',
      'configuration.delivered',
      'configuration.configured',
    ]);
    await expect(desk.api.provisioning.pin({ id: sent.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await desk.client('IMEI:1').sync();
    expect((await now())?.sessionId).toBe(sessions[0]?.id);
  });

  it('ends when its client is given to the device later on, by the admin', async () => {
    await addDevice('Tablet', '+48600100202');
    await sendAndDeliver();
    await desk.client('IMEI:1').sync();
    expect(await now()).toMatchObject({ state: 'delivered' });
    const { pending } = await desk.api.pending.list();
    await desk.api.pending.assign({ id: pending[0]?.id ?? '', deviceId: device.id });
    const { sessions } = await desk.api.sessions.list({ deviceId: device.id });
    expect(await now()).toMatchObject({ state: 'configured', sessionId: sessions[0]?.id });
    expect(await keys()).toContain('configuration.configured');
  });

  it('does not end with a session that is not let in', async () => {
    await sendAndDeliver();
    await desk
      .client('IMEI:1', { password: 'wrong' })
      .sync()
      .catch(() => undefined);
    expect(await now()).toMatchObject({ state: 'delivered', sessionId: null });
  });

  it('is there after a restart, with its PIN, and refuses its repeat', async () => {
    // The port of the system's choice is another one after a restart, and so would be the settings.
    await desk.api.settings.update({ listeners: { publicUrl: 'https://sync.example.org' } });
    const { id } = await sendAndDeliver();
    const { pin } = await desk.api.provisioning.pin({ id });
    await desk.restart();
    expect(await now()).toMatchObject({ id, state: 'delivered' });
    expect((await desk.api.provisioning.pin({ id })).pin).toBe(pin);
    await expect(desk.api.provisioning.send({ deviceId: device.id })).rejects.toMatchObject({
      code: 'ALREADY_SENT',
    });
    await desk.api.provisioning.send({ deviceId: device.id, confirmRepeat: true });
    await desk.client('IMEI:1').sync();
    expect(await now()).toMatchObject({ state: 'configured' });
  });

  it('is sent once when two programs ask at the same moment', async () => {
    const { provisioning } = desk.api;
    const send = () => provisioning.send({ deviceId: device.id });
    const answers = await Promise.allSettled([send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await desk.api.messages.list({ deviceId: device.id })).total).toBe(1);
  });
});

describe('what is secret about a device', () => {
  it('goes with it', async () => {
    const { provisioning, devices } = desk.api;
    await provisioning.setOptions({ deviceId: device.id, imsi: '262011234567890' });
    const { id } = await sendAndDeliver();
    await devices.remove({ id: device.id });
    await expect(provisioning.pin({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(provisioning.list({ deviceId: device.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('input that makes no sense', () => {
  it.each(['123', '1234567890123456', '26201123456789x', '+26201123456'])(
    'is refused as the number of a SIM: %s',
    async (imsi) => {
      const input = { deviceId: device.id, imsi };
      await expect(desk.api.provisioning.setOptions(input)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      });
      expect((await desk.api.provisioning.options({ deviceId: device.id })).hasImsi).toBe(false);
    },
  );

  it('is refused for access points', async () => {
    const point = { name: 'Office', apn: 'internet', auth: 'none', user: '' } as const;
    for (const over of [
      { name: '' },
      { name: 'n'.repeat(51) },
      { apn: '' },
      { apn: 'a'.repeat(101) },
    ]) {
      await expect(
        desk.api.provisioning.saveAccessPoint({ ...point, ...over }),
      ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('is refused for devices that are not there', async () => {
    for (const call of ['preview', 'send', 'list', 'options'] as const) {
      await expect(desk.api.provisioning[call]({ deviceId: 'nobody' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });
});
