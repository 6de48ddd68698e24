import type { Repositories } from '../store/types.ts';

/**
 * Removes what is secret about a device that goes: its SIM's number, its virtual phone's password,
 * the PINs of configurations that it was sent.
 */
export async function removeDeviceSecrets(
  { secrets, provisioning }: Pick<Repositories, 'secrets' | 'provisioning'>,
  deviceId: string,
): Promise<void> {
  for (const { id } of await provisioning.list(deviceId)) {
    await secrets.remove(`configuration:${id}`);
  }
  await secrets.remove(`device:${deviceId}:imsi`);
  await secrets.remove(`phone:${deviceId}`);
}
