import type { Account } from '../../shared/model/account.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { Gateway } from '../../shared/model/gateway.ts';
import { virtualSyncId } from '../../shared/model/phone.ts';
import type { RouteExplanation } from '../../shared/model/route.ts';
import type { Session } from '../../shared/model/session.ts';
import type { PushSettings, Settings } from '../../shared/model/settings.ts';
import type { Listener } from '../../shared/model/system.ts';
import type { Clock } from '../platform/clock.ts';
import type { ChangeRow, DeviceRow, MessageRow, Store } from '../store/types.ts';
import type { Facts } from './facts.ts';
import { troubleLimits } from './limits.ts';
import { isDoorTrouble } from './links/manual-sync.ts';
import { knownServerId } from './sent-profile.ts';

/** What {@link readFacts} reads from; it changes nothing. */
export interface FactsDeps {
  readonly store: Store;
  readonly clock: Clock;
  settings(): Settings;
  pushSettings(): Promise<PushSettings>;
  /** The listeners of devices, beside others. */
  listeners(): readonly Listener[];
  gateways(): Promise<readonly Gateway[]>;
  /** Which way an SMS of an account to a number would go now. */
  way(query: { readonly number: string; readonly accountId: string }): Promise<RouteExplanation>;
  /** Sessions of a device or of an account, newest first. */
  sessions(query: {
    readonly deviceId?: string;
    readonly accountId?: string;
    readonly limit: number;
  }): Promise<readonly Session[]>;
  mailboxState(accountId: string): Account['mailboxState'];
}

/**
 * Reads all that is known of one device; by its keys only, so that other devices cost nothing.
 *
 * @throws AppError NOT_FOUND
 */
export async function readFacts(deps: FactsDeps, deviceId: string): Promise<Facts> {
  const { store } = deps;
  const now = deps.clock.now();
  const device = await store.devices.get(deviceId);
  const account = device && (await store.accounts.get(device.accountId));
  if (device === undefined || account === undefined) {
    throw new AppError('NOT_FOUND', { params: { what: 'device', id: deviceId } });
  }
  const accountId = account.id;
  const limit = troubleLimits.sessions;
  const [gateways, devices, clients, sessions, ofAccount, configurations, links] =
    await Promise.all([
      deps.gateways(),
      store.devices.list(accountId),
      store.sync.listClients(accountId),
      deps.sessions({ deviceId, limit }),
      deps.sessions({ accountId, limit }),
      store.provisioning.list(deviceId),
      store.provisioning.listLinks(deviceId),
    ]);
  const client = clients.find((one) => one.deviceId === deviceId);
  const hasSimulator = gateways.some(({ active, kind }) => active && kind === 'simulator');
  // Of mixed-up phones each may be another device's; they are virtual all the same.
  const isVirtual =
    hasSimulator && (client === undefined || client.syncId.startsWith(virtualSyncId('')));
  const { number } = device;
  const { alerts } = await store.alerts.list({ deviceId, limit: troubleLimits.alerts });
  const since = Math.max(device.createdAt, client?.firstSeenAt ?? 0);
  const isRecent = (at: number): boolean => now - at <= troubleLimits.recentMs;
  return {
    now,
    device,
    account,
    hasPassword: (await store.secrets.get(`account:${accountId}`)) !== undefined,
    mailboxState: deps.mailboxState(accountId),
    settings: deps.settings(),
    push: await deps.pushSettings(),
    listeners: deps.listeners(),
    gateways,
    way: number === null ? undefined : await deps.way({ number, accountId }),
    isVirtual,
    devices,
    clients,
    client,
    sessions,
    refused: ofAccount.filter(
      (one) => one.deviceId === null && one.state === 'refused' && isRecent(one.startedAt),
    ),
    doorTroubles:
      sessions.length > 0 ? [] : (await doorTroubles(store)).filter(({ at }) => isRecent(at)),
    configuration: configurations[0],
    link: links[0],
    message: (await store.messages.list({ deviceId, limit: 1 })).messages[0],
    alertMessage: await messageOf(store, alerts[0]?.messageId ?? null),
    alerts,
    changes: (await changesOf(store, device)).filter(({ at }) => at >= since),
    knownServerId: await knownServerId(store, device, configurations),
  };
}

async function doorTroubles(store: Store) {
  const limit = troubleLimits.logLines;
  const entries = await store.log.list({ area: 'sync', level: 'warn', limit });
  return entries.filter(isDoorTrouble).reverse();
}

async function messageOf(store: Store, id: string | null): Promise<MessageRow | undefined> {
  return id === null ? undefined : await store.messages.get(id);
}

async function changesOf(store: Store, { accountId }: DeviceRow): Promise<ChangeRow[]> {
  const after = (await store.changes.lastId()) - troubleLimits.journalRows;
  return await store.changes.listBefore({ accountId, after, limit: troubleLimits.changes });
}
