import type { Stop } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { DeviceRow, Store } from '../store/types.ts';

/** Devices in memory, so that planning asks the store for nothing but changes. */
export interface DeviceIndex {
  /** Reads what has changed since the last call; tells which devices that were, `all` if many. */
  refresh(): Promise<ReadonlySet<string> | 'all'>;
  get(deviceId: string): DeviceRow | undefined;
  ofAccount(accountId: string): Iterable<DeviceRow>;
  /** Reads everything again at the next refresh. */
  forget(): void;
  stop: Stop;
}

/** More single devices than this are read faster in one go. */
const MANY = 200;
const nothing: ReadonlySet<string> = new Set();

/** Makes an index that follows the directory's events. `onDirty` hears that there is news. */
export function createDeviceIndex(store: Store, events: Events, onDirty: () => void): DeviceIndex {
  const byId = new Map<string, DeviceRow>();
  const byAccount = new Map<string, Map<string, DeviceRow>>();
  const dirtyDevices = new Set<string>();
  const dirtyAccounts = new Set<string>();
  let isStale = true;

  const stop = events.subscribe(({ kind, id }) => {
    if (kind !== 'device' && kind !== 'account') return;
    if (id === null) isStale = true;
    else if (kind === 'device') dirtyDevices.add(id);
    else if (byAccount.has(id)) dirtyAccounts.add(id);
    else return;
    onDirty();
  });

  function keep(row: DeviceRow): void {
    byId.set(row.id, row);
    const siblings = byAccount.get(row.accountId);
    if (siblings) siblings.set(row.id, row);
    else byAccount.set(row.accountId, new Map([[row.id, row]]));
  }

  function drop(deviceId: string): void {
    const row = byId.get(deviceId);
    if (!row) return;
    byId.delete(deviceId);
    const siblings = byAccount.get(row.accountId);
    siblings?.delete(deviceId);
    if (siblings?.size === 0) byAccount.delete(row.accountId);
  }

  async function readAll(): Promise<void> {
    // Cleared before the read: an event that comes meanwhile counts.
    isStale = false;
    dirtyDevices.clear();
    dirtyAccounts.clear();
    try {
      const rows = await store.devices.list();
      byId.clear();
      byAccount.clear();
      for (const row of rows) keep(row);
    } catch (error) {
      isStale = true;
      throw error;
    }
  }

  async function readSome(changed: Set<string>): Promise<void> {
    for (const accountId of [...dirtyAccounts]) {
      dirtyAccounts.delete(accountId);
      for (const deviceId of byAccount.get(accountId)?.keys() ?? []) dirtyDevices.add(deviceId);
      for (const { id } of await store.devices.list(accountId)) dirtyDevices.add(id);
    }
    for (const deviceId of [...dirtyDevices]) {
      dirtyDevices.delete(deviceId);
      const row = await store.devices.get(deviceId);
      drop(deviceId);
      if (row) keep(row);
      changed.add(deviceId);
    }
  }

  return {
    async refresh() {
      if (!isStale && dirtyDevices.size === 0 && dirtyAccounts.size === 0) return nothing;
      const changed = new Set<string>();
      let all = false;
      while (isStale || dirtyDevices.size > 0 || dirtyAccounts.size > 0) {
        if (isStale || dirtyDevices.size + dirtyAccounts.size > MANY) {
          await readAll();
          all = true;
        } else {
          await readSome(changed);
        }
      }
      return all ? 'all' : changed;
    },
    get: (deviceId) => byId.get(deviceId),
    ofAccount: (accountId) => byAccount.get(accountId)?.values() ?? [],
    forget() {
      isStale = true;
    },
    stop,
  };
}
