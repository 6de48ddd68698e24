import type { DeviceRow } from '../../store/types.ts';
import type { PushSwitch } from '../ports.ts';
import type { RegistryDeps } from './registry-deps.ts';

/**
 * Lets a device pause its own push and take it up again. A pause of the admin's is above it: the
 * device can neither replace nor end that.
 */
export function createPushSwitch({
  store,
  clock,
  events,
  log,
}: Pick<RegistryDeps, 'store' | 'clock' | 'events' | 'log'>): PushSwitch {
  return {
    async set(client, wanted) {
      const changed = await store.transaction(async (tx) => {
        // The session began with what was known then.
        const deviceId = (await tx.sync.getClient(client.id))?.deviceId ?? null;
        const device = deviceId === null ? undefined : await tx.devices.get(deviceId);
        if (device === undefined) return undefined;
        if (device.pausedBy === 'admin') return { device, isRefused: true };
        const pausedBy = wanted === 'off' ? ('device' as const) : null;
        if (device.pausedBy === pausedBy) return undefined;
        const row: DeviceRow = { ...device, pausedBy, updatedAt: clock.now() };
        await tx.devices.update(row);
        return { device: row, isRefused: false };
      });
      if (changed === undefined) return;
      const { device, isRefused } = changed;
      const key = wanted === 'off' ? 'device.push-off' : 'device.push-on';
      log.write({
        level: 'info',
        area: 'sync',
        key: isRefused ? 'device.push-refused' : key,
        params: { device: device.name },
        accountId: device.accountId,
        deviceId: device.id,
      });
      if (!isRefused) events.emit({ kind: 'device', id: device.id });
    },
  };
}
