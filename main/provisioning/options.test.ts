import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provisioningLimits } from '../../shared/model/provisioning.ts';
import type { DeviceRow } from '../store/types.ts';
import { createProvisioningRig } from './testing/provisioning-rig.ts';
import type { ProvisioningRig } from './testing/provisioning-rig.ts';

let rig: ProvisioningRig;
let device: DeviceRow;

beforeEach(async () => {
  rig = await createProvisioningRig();
  device = await rig.addDevice();
});

afterEach(() => rig.store.close());

const point = { name: 'Office', apn: 'internet', auth: 'pap', user: 'web' } as const;
const refused = (path: string, code: string) => ({
  code: 'INVALID_INPUT',
  fields: [expect.objectContaining({ path, code })],
});

describe('what is set for a device', () => {
  it('is nothing at first, and keeps what a change leaves out', async () => {
    const { provisioning } = rig;
    const deviceId = device.id;
    const nothing = { deviceId, hasImsi: false, accessPointId: null, withMail: false };
    expect(await provisioning.options({ deviceId })).toEqual(nothing);
    const { id } = await provisioning.saveAccessPoint(point);
    await provisioning.setOptions({ deviceId, accessPointId: id });
    await provisioning.setOptions({ deviceId, withMail: true });
    const set = { deviceId, hasImsi: false, accessPointId: id, withMail: true };
    expect(await provisioning.options({ deviceId })).toEqual(set);
    expect(await rig.restart().options({ deviceId })).toEqual(set);
    await provisioning.setOptions({ deviceId, accessPointId: null });
    expect(await provisioning.options({ deviceId })).toEqual({ ...set, accessPointId: null });
  });

  it('never tells the number of the SIM again, nor the log', async () => {
    const imsi = '262011234567890';
    const { provisioning, lines } = rig;
    const deviceId = device.id;
    const set = await provisioning.setOptions({ deviceId, imsi });
    expect(set.hasImsi).toBe(true);
    expect(lines.at(-1)).toMatchObject({
      key: 'configuration.options-changed',
      params: { names: ['imsi'] },
    });
    rig.set({ security: 'usernetwpin' });
    const preview = await provisioning.preview({ deviceId });
    await provisioning.send({ deviceId, confirmRepeat: false });
    const list = await provisioning.list({ deviceId });
    expect(JSON.stringify([set, preview, list, lines])).not.toContain(imsi);
    expect((await provisioning.setOptions({ deviceId, imsi: '' })).hasImsi).toBe(false);
    expect(await provisioning.preview({ deviceId })).toMatchObject({ reason: 'no-imsi' });
  });

  it('is refused with an access point that is not there', async () => {
    const input = { deviceId: device.id, accessPointId: 'nowhere' };
    await expect(rig.provisioning.setOptions(input)).rejects.toMatchObject(
      refused('accessPointId', 'unknown'),
    );
  });
});

describe('access points', () => {
  it('are kept with their passwords, which nobody is told', async () => {
    const { provisioning } = rig;
    const saved = await provisioning.saveAccessPoint({ ...point, password: 'gue5t-password' });
    expect(saved).toEqual({ ...point, id: saved.id, hasPassword: true });
    const { accessPoints } = await rig.restart().accessPoints(undefined);
    expect(accessPoints).toEqual([saved]);
    const changed = await provisioning.saveAccessPoint({ ...point, id: saved.id, apn: 'wap' });
    expect(changed).toEqual({ ...saved, apn: 'wap' });
    await provisioning.setOptions({ deviceId: device.id, accessPointId: saved.id });
    const preview = await provisioning.preview({ deviceId: device.id });
    const told = JSON.stringify([preview, rig.lines, accessPoints]);
    expect(told).not.toContain('gue5t-password');
    expect(told).not.toContain(Buffer.from('gue5t-password').toString('hex'));
    const open = await provisioning.saveAccessPoint({ ...point, id: saved.id, password: '' });
    expect(open.hasPassword).toBe(false);
  });

  it('have the same size in the preview as in the message', async () => {
    const { provisioning } = rig;
    const { id } = await provisioning.saveAccessPoint({ ...point, password: 'grüße' });
    await provisioning.setOptions({ deviceId: device.id, accessPointId: id });
    const preview = await provisioning.preview({ deviceId: device.id });
    const sent = await provisioning.send({ deviceId: device.id, confirmRepeat: false });
    expect(sent.segments).toBe(preview.segments);
    const [message] = await rig.messagesOf(sent.traceId);
    const octets = (message?.parts ?? []).reduce((sum, { data }) => sum + data.length / 2, 0);
    expect(octets).toBe(preview.messages[0]?.octets);
  });

  it('are removed with their password, and devices go without', async () => {
    const { provisioning } = rig;
    const { id } = await provisioning.saveAccessPoint({ ...point, password: 'guest' });
    await provisioning.setOptions({ deviceId: device.id, accessPointId: id });
    await provisioning.removeAccessPoint({ id });
    expect(await provisioning.options({ deviceId: device.id })).toMatchObject({
      accessPointId: null,
    });
    const { fields } = await provisioning.preview({ deviceId: device.id });
    expect(fields.map(({ group }) => group)).not.toContain('connection');
    expect(await rig.store.secrets.get(`access-point:${id}`)).toBeUndefined();
    await expect(provisioning.removeAccessPoint({ id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(provisioning.saveAccessPoint({ ...point, id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each([
    ['name', { name: 'Off\u0000ice' }],
    ['apn', { apn: 'inter\nnet' }],
    ['user', { user: '\u0007' }],
    ['password', { password: '\u0000' }],
  ])('are refused with a %s that no phone could take', async (path, over) => {
    await expect(rig.provisioning.saveAccessPoint({ ...point, ...over })).rejects.toMatchObject(
      refused(path, 'invalid'),
    );
  });

  it('are refused under a name that is taken, and beyond the number that is kept', async () => {
    const { provisioning } = rig;
    await provisioning.saveAccessPoint(point);
    await expect(provisioning.saveAccessPoint(point)).rejects.toMatchObject(
      refused('name', 'duplicate'),
    );
    for (let count = 1; count < provisioningLimits.accessPoints; count += 1) {
      await provisioning.saveAccessPoint({ ...point, name: `Point ${String(count)}` });
    }
    await expect(
      provisioning.saveAccessPoint({ ...point, name: 'One more' }),
    ).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});
