import type { Hardware } from '../../../shared/model/session.ts';
import type { DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import type { ClientRegistry } from '../ports.ts';
import type { AccountBook } from './account-book.ts';
import { clientName } from './client-name.ts';
import type { Pairing } from './pairing.ts';
import type { AfterCommit, RegistryDeps } from './registry-deps.ts';

/** What {@link createClientRegistry} needs. */
export interface ClientRegistryDeps extends RegistryDeps {
  readonly accounts: AccountBook;
  readonly pairing: Pairing;
}

/** Makes the registry. */
export function createClientRegistry(deps: ClientRegistryDeps): ClientRegistry {
  const { store, clock, ids, events, log, settings, accounts, pairing } = deps;

  function emit({ deviceId }: SyncClientRow): void {
    if (deviceId === null) events.emit({ kind: 'pending', id: null });
    else events.emit({ kind: 'device', id: deviceId });
  }

  function newClient(accountId: string, syncId: string, now: number): SyncClientRow {
    return {
      id: ids.next(),
      accountId,
      syncId,
      deviceId: null,
      hardware: null,
      deviceInfo: null,
      nonce: null,
      isBlocked: false,
      isDismissed: false,
      firstSeenAt: now,
      lastSeenAt: now,
      mismatchDeviceId: null,
      mismatchAt: null,
    };
  }

  /** Changes a client that may be changed by others at the same time. */
  async function change(
    id: string,
    work: (client: SyncClientRow) => SyncClientRow,
  ): Promise<SyncClientRow> {
    return await store.transaction(async (tx) => {
      const before = await tx.sync.getClient(id);
      // The account was removed meanwhile, and everything of it.
      if (before === undefined) throw new Error('the client is no longer known');
      const after = work(before);
      if (after !== before) await tx.sync.updateClient(after);
      return after;
    });
  }

  return {
    findAccount: (name) => accounts.find(name),
    find: (accountId, syncId) => store.sync.findClient(accountId, syncId),

    async admit(account, syncId, wireId) {
      const now = clock.now();
      const told: AfterCommit[] = [];
      const client = await store.transaction(async (tx) => {
        const known = await tx.sync.findClient(account.id, syncId);
        if (known?.isBlocked === true) return known;
        const seen: SyncClientRow = known
          ? { ...known, lastSeenAt: now }
          : newClient(account.id, syncId, now);
        if (known) await tx.sync.updateClient(seen);
        else await tx.sync.insertClient(seen);
        const device = seen.deviceId === null ? await pairing.choose(tx, seen, wireId) : undefined;
        if (device !== undefined) {
          const paired = await pairing.pair(tx, seen, device, 'rule');
          told.push(paired.told);
          return paired.client;
        }
        if (!known) told.push(() => sayPending(account.address, seen));
        return seen;
      });
      for (const tell of told) tell();
      if (client.isBlocked) return { ok: false, reason: 'device-blocked' };
      if (client.deviceId === null) {
        events.emit({ kind: 'pending', id: null });
        if (!settings().serveUnpaired) return { ok: false, reason: 'not-paired' };
      }
      return { ok: true, client };
    },

    async saveNonce(clientId, nonce) {
      const text = Buffer.from(nonce).toString('base64');
      await change(clientId, (client) => ({ ...client, nonce: text }));
    },

    async saveDeviceInfo(clientId, info) {
      const deviceInfo = JSON.stringify(info);
      let isNew = false;
      const client = await change(clientId, (before) => {
        // Some clients tell the same in every session.
        if (before.deviceInfo === deviceInfo) return before;
        isNew = true;
        return { ...before, deviceInfo, hardware: hardwareOf(info) };
      });
      if (isNew) emit(client);
      return client;
    },
  };

  function sayPending(account: string, client: SyncClientRow): void {
    log.write({
      level: 'warn',
      area: 'sync',
      key: 'pending.appeared',
      params: { account, client: clientName(client) },
      accountId: client.accountId,
    });
  }
}

function hardwareOf(info: DeviceInfo): Hardware {
  return {
    manufacturer: info.manufacturer ?? info.oem ?? '',
    model: info.model ?? '',
    softwareVersion: info.softwareVersion ?? info.firmwareVersion ?? '',
  };
}
