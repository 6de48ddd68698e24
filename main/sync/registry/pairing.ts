import type { LogKey } from '../../../shared/i18n/en/log.ts';
import { virtualSyncId } from '../../../shared/model/phone.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import type { DeviceRow, Repositories } from '../../store/types.ts';
import { clientName } from './client-name.ts';
import type { AfterCommit, RegistryDeps } from './registry-deps.ts';
import { registryLimits } from './registry-limits.ts';

/** Which client belongs to which configured device. All within the caller's transaction. */
export interface Pairing {
  /**
   * The device that a client without one is to be paired with by itself, if that is clear: a virtual
   * phone's own one, the only one that is free, or the only free one whose alert it answers.
   * `wireId`: session id by which it comes.
   */
  choose(tx: Repositories, client: SyncClientRow, wireId: string): Promise<DeviceRow | undefined>;
  /** A device was made: the one client that waits for it is paired, if it is clear which. */
  greet(tx: Repositories, device: DeviceRow): Promise<AfterCommit>;
  /** Pairs them; a client that the device had before waits again. */
  pair(
    tx: Repositories,
    client: SyncClientRow,
    device: DeviceRow,
    by: 'admin' | 'rule',
  ): Promise<{ readonly client: SyncClientRow; readonly told: AfterCommit }>;
  /** Takes the device's client away from it. */
  clear(tx: Repositories, device: DeviceRow): Promise<AfterCommit>;
  /** Gives each of two devices the other's client. */
  swap(tx: Repositories, device: DeviceRow, other: DeviceRow): Promise<AfterCommit>;
}

const noMismatch = { mismatchDeviceId: null, mismatchAt: null } as const;

/** A client that waits for an admin to say what it is. */
export function isPending(client: SyncClientRow): boolean {
  return client.deviceId === null && !client.isDismissed && !client.isBlocked;
}

/** Devices of an account that no client is paired with. */
export async function freeDevices(
  tx: Pick<Repositories, 'devices' | 'sync'>,
  accountId: string,
): Promise<{ readonly free: DeviceRow[]; readonly clients: SyncClientRow[] }> {
  const clients = await tx.sync.listClients(accountId);
  const taken = new Set(clients.map(({ deviceId }) => deviceId));
  const devices = await tx.devices.list(accountId);
  return { free: devices.filter(({ id }) => !taken.has(id)), clients };
}

/** Makes the rules of pairing. */
export function createPairing({
  clock,
  events,
  log,
  settings,
  answers,
  configurations,
}: Pick<
  RegistryDeps,
  'clock' | 'events' | 'log' | 'settings' | 'answers' | 'configurations'
>): Pairing {
  function tell(
    key: LogKey,
    device: DeviceRow,
    params: Readonly<Record<string, string>>,
  ): AfterCommit {
    return () => {
      log.write({
        level: 'info',
        area: 'sync',
        key,
        params: { device: device.name, ...params },
        accountId: device.accountId,
        deviceId: device.id,
      });
      events.emit({ kind: 'device', id: device.id });
      events.emit({ kind: 'pending', id: null });
    };
  }

  /** The only free device that was sent an alert which the client's session answers by its id. */
  async function alerted(
    tx: Repositories,
    client: SyncClientRow,
    free: readonly DeviceRow[],
    wireId: string,
  ): Promise<DeviceRow | undefined> {
    const { accountId } = client;
    const limit = registryLimits.adoptedSessions;
    const { sessions } = await tx.sessions.list({ accountId, limit });
    const last = sessions.find(({ clientId }) => clientId === client.id);
    // A client that merely goes on counting its own sessions has answered nothing.
    if (last !== undefined && Number(last.wireId) + 1 === Number(wireId)) return undefined;
    const windowMs = settings().answerWindowMs;
    const named = await answers.named(tx, { accountId, wireId, at: clock.now(), windowMs });
    const [device, ...more] = free.filter(({ id }) => named.has(id));
    return more.length === 0 ? device : undefined;
  }

  /** What it did while it belonged to no device is now this device's. */
  async function adoptSessions(
    tx: Repositories,
    client: SyncClientRow,
    deviceId: string,
  ): Promise<AfterCommit> {
    const { accountId } = client;
    const limit = registryLimits.adoptedSessions;
    const { sessions } = await tx.sessions.list({ accountId, limit });
    const told: AfterCommit[] = [];
    // Oldest first: the first session after a configuration is the one that it led to.
    for (const session of sessions.reverse()) {
      if (session.clientId !== client.id || session.deviceId !== null) continue;
      await tx.sessions.update({ ...session, deviceId });
      if (session.state === 'refused') continue;
      const { id: sessionId, startedAt: at } = session;
      told.push(await configurations.sessionStarted(tx, { deviceId, sessionId, at }));
    }
    return () => {
      for (const tell of told) tell();
    };
  }

  const pairing: Pairing = {
    async choose(tx, client, wireId) {
      if (!isPending(client)) return undefined;
      const { free, clients } = await freeDevices(tx, client.accountId);
      const own = free.find(({ id }) => client.syncId === virtualSyncId(id));
      if (own !== undefined || !settings().pairAutomatically) return own;
      // With two that wait, the one that comes first need not be the right one.
      const isAlone = !clients.some((other) => other.id !== client.id && isPending(other));
      return free.length === 1 && isAlone ? free[0] : await alerted(tx, client, free, wireId);
    },

    async greet(tx, device) {
      if (!settings().pairAutomatically) return () => undefined;
      const { free, clients } = await freeDevices(tx, device.accountId);
      const [waiting, ...more] = clients.filter(isPending);
      if (waiting === undefined || more.length > 0 || free.length !== 1) return () => undefined;
      return (await pairing.pair(tx, waiting, device, 'rule')).told;
    },

    async pair(tx, client, device, by) {
      const before = await tx.sync.clientOfDevice(device.id);
      if (before !== undefined && before.id !== client.id) {
        await tx.sync.updateClient({ ...before, ...noMismatch, deviceId: null });
      }
      const row: SyncClientRow = {
        ...client,
        ...noMismatch,
        deviceId: device.id,
        isDismissed: false,
        isBlocked: false,
      };
      await tx.sync.updateClient(row);
      const adopted = await adoptSessions(tx, row, device.id);
      const key = by === 'admin' ? 'device.paired' : 'device.paired-by-rule';
      const told = tell(key, device, { client: clientName(row) });
      const left = client.deviceId === device.id ? null : client.deviceId;
      return {
        client: row,
        told() {
          told();
          adopted();
          if (left !== null) events.emit({ kind: 'device', id: left });
        },
      };
    },

    async clear(tx, device) {
      const client = await tx.sync.clientOfDevice(device.id);
      if (client === undefined) return () => undefined;
      await tx.sync.updateClient({ ...client, ...noMismatch, deviceId: null });
      return tell('device.unpaired', device, { client: clientName(client) });
    },

    async swap(tx, device, other) {
      const mine = await tx.sync.clientOfDevice(device.id);
      const others = await tx.sync.clientOfDevice(other.id);
      // A device has one client at most at any moment, so the first has to let go first.
      if (mine) await tx.sync.updateClient({ ...mine, ...noMismatch, deviceId: null });
      if (others) await tx.sync.updateClient({ ...others, ...noMismatch, deviceId: device.id });
      if (mine) await tx.sync.updateClient({ ...mine, ...noMismatch, deviceId: other.id });
      const told = tell('device.swapped', device, { other: other.name });
      return () => {
        told();
        events.emit({ kind: 'device', id: other.id });
      };
    },
  };
  return pairing;
}
