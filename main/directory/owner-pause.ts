import type { DeviceRow } from '../store/types.ts';
import type { DirectoryDeps } from './directory-deps.ts';

/** The owner's own switch for the push of a device. */
export type PauseByOwner = (device: DeviceRow, isPaused: boolean) => Promise<boolean>;

/**
 * Makes the switch. It is the one that the phone itself has, so a pause of the admin's is above it:
 * the answer is then false.
 */
export function createOwnerPause({
  store,
  clock,
  events,
}: Pick<DirectoryDeps, 'store' | 'clock' | 'events'>): PauseByOwner {
  return async ({ id }, isPaused) => {
    const isDone = await store.transaction(async (tx) => {
      const device = await tx.devices.get(id);
      if (device === undefined || device.pausedBy === 'admin') return false;
      const pausedBy = isPaused ? ('device' as const) : null;
      await tx.devices.update({ ...device, pausedBy, updatedAt: clock.now() });
      return true;
    });
    if (isDone) events.emit({ kind: 'device', id });
    return isDone;
  };
}
