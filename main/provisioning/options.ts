import { invalidField } from '../../shared/model/errors.ts';
import type { ProvisioningOptions } from '../../shared/model/provisioning.ts';
import type { AreaService } from '../api/services.ts';
import type { DeviceProvisioningRow } from '../store/provisioning-types.ts';
import type { Repositories } from '../store/types.ts';
import type { AccessPoints } from './access-points.ts';
import { foundDevice } from './found-device.ts';
import type { ProvisioningDeps } from './provisioning-deps.ts';

/** What is set for single devices. */
export interface DeviceOptions extends Pick<AreaService<'provisioning'>, 'options' | 'setOptions'> {
  /** What is stored for a device, or what holds where nothing is. */
  row(deviceId: string): Promise<DeviceProvisioningRow>;
  /** The number of the device's SIM; undefined where it is not known. */
  imsi(deviceId: string): Promise<string | undefined>;
}

function secretName(deviceId: string): string {
  return `device:${deviceId}:imsi`;
}

/** Makes what keeps them. The number of a SIM is told to nobody again. */
export function createDeviceOptions(
  deps: Pick<ProvisioningDeps, 'store' | 'log' | 'events'>,
  accessPoints: AccessPoints,
): DeviceOptions {
  const { store, log, events } = deps;

  const rowIn = async (
    { provisioning }: Pick<Repositories, 'provisioning'>,
    deviceId: string,
  ): Promise<DeviceProvisioningRow> =>
    (await provisioning.options(deviceId)) ?? { deviceId, accessPointId: null, withMail: false };

  async function shown(deviceId: string): Promise<ProvisioningOptions> {
    const { accessPointId, withMail } = await rowIn(store, deviceId);
    const { accessPoints: all } = await accessPoints.accessPoints(undefined);
    const isThere = all.some(({ id }) => id === accessPointId);
    return {
      deviceId,
      hasImsi: (await store.secrets.get(secretName(deviceId))) !== undefined,
      accessPointId: isThere ? accessPointId : null,
      withMail,
    };
  }

  return {
    row: (deviceId) => rowIn(store, deviceId),
    imsi: (deviceId) => store.secrets.get(secretName(deviceId)),

    async options({ deviceId }) {
      await foundDevice(store, deviceId);
      return await shown(deviceId);
    },

    async setOptions({ deviceId, imsi, accessPointId, withMail }) {
      if (accessPointId !== undefined && accessPointId !== null) {
        const found = await accessPoints.find(accessPointId);
        if (found === undefined) throw invalidField('accessPointId', 'unknown');
      }
      const device = await store.transaction(async (tx) => {
        const row = await foundDevice(tx, deviceId);
        const before = await rowIn(tx, deviceId);
        await tx.provisioning.putOptions({
          deviceId,
          accessPointId: accessPointId === undefined ? before.accessPointId : accessPointId,
          withMail: withMail ?? before.withMail,
        });
        if (imsi === '') await tx.secrets.remove(secretName(deviceId));
        else if (imsi !== undefined) await tx.secrets.set(secretName(deviceId), imsi);
        return row;
      });
      const given = { imsi, accessPointId, withMail };
      const names = Object.entries(given).flatMap(([name, value]) =>
        value === undefined ? [] : [name],
      );
      log.write({
        level: 'info',
        area: 'provisioning',
        key: 'configuration.options-changed',
        params: { device: device.name, names },
        accountId: device.accountId,
        deviceId,
      });
      events.emit({ kind: 'configuration', id: null });
      return await shown(deviceId);
    },
  };
}
