import type { Device } from '../../shared/model/device.ts';
import type { SessionRow, SyncClientRow } from '../store/sync-types.ts';
import type { DeviceRow, Store } from '../store/types.ts';

/** What synchronising has to say about one device. */
export interface DeviceSync {
  readonly client: SyncClientRow | undefined;
  readonly mismatch: Device['mismatch'];
  readonly session: Pick<SessionRow, 'startedAt' | 'state'> | undefined;
}

/** Reads it for a list of devices. */
export interface DeviceSyncs {
  of(rows: readonly DeviceRow[]): Promise<(row: DeviceRow) => DeviceSync>;
}

/** Makes the reader. */
export function createDeviceSyncs(store: Store): DeviceSyncs {
  async function sessionsOf(
    rows: readonly DeviceRow[],
  ): Promise<ReadonlyMap<string, Pick<SessionRow, 'startedAt' | 'state'>>> {
    const [only, ...more] = rows;
    if (only === undefined || more.length > 0) return await store.sessions.lastOfDevices();
    const { sessions } = await store.sessions.list({ deviceId: only.id, limit: 1 });
    return new Map(sessions.map((session) => [only.id, session]));
  }

  return {
    async of(rows) {
      const accounts = new Set(rows.map(({ accountId }) => accountId));
      const [account, ...others] = accounts;
      const [clients, sessions] = await Promise.all([
        store.sync.listClients(others.length === 0 ? account : undefined),
        sessionsOf(rows),
      ]);
      const byDevice = new Map<string, SyncClientRow>();
      const mismatches = new Map<string, NonNullable<Device['mismatch']>>();
      for (const client of clients) {
        const { deviceId, mismatchDeviceId, mismatchAt } = client;
        if (deviceId === null) continue;
        byDevice.set(deviceId, client);
        if (mismatchDeviceId === null) continue;
        const at = mismatchAt ?? 0;
        mismatches.set(deviceId, { deviceId: mismatchDeviceId, at });
        // Two are mixed up: what the other's own client says of it comes first.
        if (!mismatches.has(mismatchDeviceId)) mismatches.set(mismatchDeviceId, { deviceId, at });
      }
      return ({ id }) => ({
        client: byDevice.get(id),
        mismatch: mismatches.get(id) ?? null,
        session: sessions.get(id),
      });
    },
  };
}
