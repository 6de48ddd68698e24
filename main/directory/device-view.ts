import type { Device } from '../../shared/model/device.ts';
import type { AccountRow, DeviceActivity, DeviceRow } from '../store/types.ts';
import { createDeviceSyncs } from './device-syncs.ts';
import { deviceState } from './device-state.ts';
import type { DirectoryDeps } from './directory-deps.ts';

/** Shows stored devices as the contract tells them. */
export interface DeviceView {
  /** In the order given. */
  show(rows: readonly DeviceRow[]): Promise<Device[]>;
}

/** Beyond this many, reading all activity at once is cheaper than asking for each. */
const FEW_DEVICES = 100;

/** Makes the view. */
export function createDeviceView(deps: DirectoryDeps): DeviceView {
  const { store, clock, push, sms } = deps;

  const syncs = createDeviceSyncs(store);

  async function accountsOf(rows: readonly DeviceRow[]): Promise<Map<string, AccountRow>> {
    const only = rows.length === 1 ? rows[0] : undefined;
    const accounts = only
      ? [await store.accounts.get(only.accountId)].filter((row) => row !== undefined)
      : await store.accounts.list();
    return new Map(accounts.map((row) => [row.id, row]));
  }

  async function activityOf(rows: readonly DeviceRow[]): Promise<Map<string, DeviceActivity>> {
    const wanted = rows.length <= FEW_DEVICES ? rows.map(({ id }) => id) : undefined;
    const activity = await store.devices.activity(wanted);
    return new Map(activity.map((row) => [row.deviceId, row]));
  }

  return {
    async show(rows) {
      if (rows.length === 0) return [];
      const [accounts, activity, sync, { active }] = await Promise.all([
        accountsOf(rows),
        activityOf(rows),
        syncs.of(rows),
        push.push.settings(undefined),
      ]);
      const surroundings = {
        isEngineActive: active,
        hasGateway: sms.hasActiveGateway(),
        now: clock.now(),
      };
      const isVirtual = sms.hasActiveSimulator();
      return rows.map((row) => {
        const seen = activity.get(row.id);
        const { client, mismatch, session } = sync(row);
        const lastSessionState = session?.state ?? null;
        const facts = { isMixedUp: mismatch !== null, lastSessionState };
        return {
          ...row,
          folders: [...row.folders],
          accountAddress: accounts.get(row.accountId)?.address ?? '',
          channel: 'sms',
          ...deviceState(row, seen, facts, surroundings),
          isVirtual: isVirtual && row.number !== null,
          syncId: client?.syncId ?? null,
          hardware: client?.hardware ?? null,
          mismatch,
          lastSessionAt: session?.startedAt ?? null,
          lastSessionState,
          queued: seen?.queued ?? 0,
          lastAlertAt: seen?.lastAlertAt ?? null,
          lastDeliveredAt: seen?.lastDeliveredAt ?? null,
          lastAnsweredAt: seen?.lastAnsweredAt ?? null,
          lastAlertReason: seen?.lastAlertReason ?? null,
          failures: seen?.failures ?? 0,
        };
      });
    },
  };
}
