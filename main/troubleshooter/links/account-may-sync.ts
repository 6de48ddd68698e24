import { virtualSyncId } from '../../../shared/model/phone.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import { action, broken, holds } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';
import { nameOfClient } from './client-words.ts';
import { deviceListeners } from './device-listeners.ts';

/** The account may synchronise: everything on this side that a first session needs. */
export function accountMaySync(facts: Facts): Finding {
  const { settings, account, hasPassword } = facts;
  if (!settings.sync.active) return broken('sync-off', { action: action('switch-sync-on') });
  const { auth } = settings.sync;
  const params = { account: account.address };
  if (!hasPassword) {
    const set = action('set-account-password', { id: account.id });
    return broken('no-password', { params, action: set });
  }
  return (
    listening(facts) ??
    clientLetIn(facts) ??
    holds('account-ready', { params: { ...params, auth } })
  );
}

function listening({ listeners }: Facts): Finding | undefined {
  const offered = listeners.filter(({ name }) => deviceListeners.has(name));
  if (offered.some(({ state }) => state === 'working')) return undefined;
  const failed = offered.find(({ state }) => state === 'failed');
  const show = action('show-settings');
  if (failed === undefined) return broken('listener-off', { action: show });
  const { name: listener, host, port, detail } = failed;
  const params = { listener, host, port: String(port), detail };
  return broken('listener-failed', { params, action: show });
}

/** A client that was put away may be this device's. */
function clientLetIn(facts: Facts): Finding | undefined {
  if (facts.client !== undefined) return undefined;
  const away = facts.clients.filter(
    (client) => client.deviceId === null && (client.isBlocked || client.isDismissed),
  );
  const own = away.find((client) => isOwn(facts, client)) ?? onlyOne(facts, away);
  if (own === undefined) return undefined;
  const key = own.isBlocked ? 'client-blocked' : 'client-put-away';
  return broken(key, {
    params: { client: nameOfClient(own), device: facts.device.name },
    at: own.lastSeenAt,
    action: action('unblock-client', { id: own.id }),
  });
}

function isOwn({ device, sessions }: Facts, { syncId }: SyncClientRow): boolean {
  return syncId === virtualSyncId(device.id) || sessions.some((one) => one.syncId === syncId);
}

/** Where no other device of the account can be meant, and no other client, it is this one. */
function onlyOne(
  { device, devices, clients, sessions }: Facts,
  away: readonly SyncClientRow[],
): SyncClientRow | undefined {
  const taken = new Set(clients.map(({ deviceId }) => deviceId));
  const isAlone = !devices.some(({ id }) => id !== device.id && !taken.has(id));
  const [client, ...more] = away;
  const othersWait = clients.some((one) => one.deviceId === null && !away.includes(one));
  return isAlone && more.length === 0 && !othersWait && sessions.length === 0 ? client : undefined;
}
