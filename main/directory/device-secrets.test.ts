import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import { configurationRow } from '../store/testing/provisioning-rows.ts';
import { createDirectoryRig } from './testing/directory-rig.ts';
import type { DirectoryRig } from './testing/directory-rig.ts';

let rig: DirectoryRig;
let accountId: string;

beforeEach(async () => {
  rig = await createDirectoryRig();
  accountId = (await rig.accounts.create({ address: 'anna@example.org', displayName: '' })).id;
});

afterEach(() => rig.store.close());

/** A device of which everything is known that is secret. */
async function addDevice(name: string): Promise<Device> {
  const device = await rig.devices.create({
    accountId,
    name,
    clientType: 'nokia',
    pushEnabled: true,
  });
  const { secrets, provisioning } = rig.store;
  await secrets.set(`device:${device.id}:imsi`, '262011234567890');
  await secrets.set(`phone:${device.id}`, 'secret');
  await provisioning.insert(configurationRow(name, { deviceId: device.id }));
  await secrets.set(`configuration:${name}`, '4711');
  return device;
}

const secretNames = async (): Promise<string[]> => [...(await rig.store.secrets.names())].sort();

it('what is secret about a device goes with it, and nothing of another one', async () => {
  const gone = await addDevice('gone');
  const stays = await addDevice('stays');
  await rig.devices.remove({ id: gone.id });
  expect(await secretNames()).toEqual([
    'configuration:stays',
    `device:${stays.id}:imsi`,
    `phone:${stays.id}`,
  ]);
});

it('what is secret about an account’s devices goes with the account', async () => {
  await addDevice('one');
  await addDevice('other');
  await rig.accounts.remove({ id: accountId });
  expect(await secretNames()).toEqual([]);
});
