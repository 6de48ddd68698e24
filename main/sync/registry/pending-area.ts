import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { PendingDevice } from '../../../shared/model/session.ts';
import type { AreaService } from '../../api/services.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import { clientName } from './client-name.ts';
import { freeDevices, isPending } from './pairing.ts';
import type { Pairing } from './pairing.ts';
import type { RegistryDeps } from './registry-deps.ts';

/** Makes the area of the API that keeps clients without a device. */
export function createPendingArea(
  deps: Pick<RegistryDeps, 'store' | 'events' | 'log'> & { readonly pairing: Pairing },
): AreaService<'pending'> {
  const { store, events, log, pairing } = deps;

  return {
    async list(input) {
      const withDismissed = input?.withDismissed === true;
      const clients = await store.sync.listClients(input?.accountId);
      const waiting = clients
        .filter((client) => isPending(client) || (withDismissed && isPutAway(client)))
        .sort((one, other) => other.lastSeenAt - one.lastSeenAt);
      const free = new Map<string, string[]>();
      const addresses = new Map<string, string>();
      for (const { accountId } of waiting) {
        if (free.has(accountId)) continue;
        const devices = await freeDevices(store, accountId);
        free.set(
          accountId,
          devices.free.map(({ id }) => id),
        );
        addresses.set(accountId, (await store.accounts.get(accountId))?.address ?? '');
      }
      const pending = waiting.map((client): PendingDevice => {
        const { id, accountId, syncId, hardware } = client;
        const { firstSeenAt, lastSeenAt, isDismissed, isBlocked } = client;
        return {
          id,
          accountId,
          accountAddress: addresses.get(accountId) ?? '',
          syncId,
          hardware,
          firstSeenAt,
          lastSeenAt,
          freeDeviceIds: free.get(accountId) ?? [],
          isDismissed,
          isBlocked,
        };
      });
      return { pending };
    },

    async assign({ id, deviceId }) {
      const { told } = await store.transaction(async (tx) => {
        const client = found(await tx.sync.getClient(id), id);
        const device = await tx.devices.get(deviceId);
        if (device?.accountId !== client.accountId) throw invalidField('deviceId', 'unknown');
        return await pairing.pair(tx, client, device, 'admin');
      });
      told();
      return { done: true };
    },

    async dismiss({ id, block }) {
      const isBlocked = block === true;
      const client = await store.transaction(async (tx) => {
        const before = found(await tx.sync.getClient(id), id);
        const after: SyncClientRow = { ...before, deviceId: null, isDismissed: true, isBlocked };
        await tx.sync.updateClient(after);
        return before;
      });
      log.write({
        level: 'info',
        area: 'sync',
        key: isBlocked ? 'pending.blocked' : 'pending.dismissed',
        params: { client: clientName(client) },
        accountId: client.accountId,
      });
      events.emit({ kind: 'pending', id });
      if (client.deviceId !== null) events.emit({ kind: 'device', id: client.deviceId });
      return { done: true };
    },

    async recall({ id }) {
      const client = await store.transaction(async (tx) => {
        const before = found(await tx.sync.getClient(id), id);
        await tx.sync.updateClient({ ...before, isDismissed: false, isBlocked: false });
        return before;
      });
      // Twice, or after it was assigned, it is no news.
      if (!isPutAway(client)) return { done: true };
      log.write({
        level: 'info',
        area: 'sync',
        key: 'pending.recalled',
        params: { client: clientName(client) },
        accountId: client.accountId,
      });
      events.emit({ kind: 'pending', id });
      return { done: true };
    },
  };
}

function isPutAway(client: SyncClientRow): boolean {
  return client.deviceId === null && (client.isDismissed || client.isBlocked);
}

function found(client: SyncClientRow | undefined, id: string): SyncClientRow {
  if (client === undefined) throw new AppError('NOT_FOUND', { params: { kind: 'client', id } });
  return client;
}
