import type { Account } from '../../shared/model/account.ts';
import type { Device } from '../../shared/model/device.ts';
import type { Gateway } from '../../shared/model/gateway.ts';
import type { Hold } from '../../shared/model/session.ts';
import type { Attention, Listener } from '../../shared/model/system.ts';
import { lostSecretsByArea } from './lost-secrets.ts';

/** Things of one kind that are named singly; more of them are found on their page. */
const NAMED = 5;

/** What is looked at. */
export interface Facts {
  readonly isEngineActive: boolean;
  readonly gateways: readonly Gateway[];
  readonly devices: readonly Device[];
  readonly accounts: readonly Account[];
  readonly listeners: readonly Listener[];
  /** SMS that are due for longer than a gateway needs. */
  readonly stuckMessages: number;
  /** SMS of which it is not known whether a gateway has them, and that an admin has to decide on. */
  readonly uncertainMessages: number;
  /** How many SMS wait while the queue is paused; null while it runs. */
  readonly pausedMessages: number | null;
  /** Budgets that are used up or nearly so. */
  readonly budgets: readonly Attention[];
  readonly backupError: string | undefined;
  /** Clients that wait to be assigned to a device. */
  readonly pendingClients: number;
  readonly holds: readonly Hold[];
  readonly certificate: Attention | null;
  /** Names of secrets that only another machine or person can open. */
  readonly lostSecrets: ReadonlySet<string>;
}

/** What an admin should look at, the most urgent first. */
export function findAttention(facts: Facts): Attention[] {
  const found: Attention[] = [];
  for (const { name, state, detail } of facts.listeners) {
    if (state !== 'failed') continue;
    const params = { name, detail };
    found.push({ key: 'listener-failed', level: 'failed', params, target: { area: 'settings' } });
  }
  for (const { id, name, state, detail } of facts.gateways.filter(isTroubled).slice(0, NAMED)) {
    const level = state === 'failed' ? 'failed' : 'attention';
    const params = { name, detail };
    found.push({ key: 'gateway-failing', level, params, target: { area: 'sms', id } });
  }
  for (const account of facts.accounts
    .filter(({ mailboxState }) => mailboxState === 'failed')
    .slice(0, NAMED)) {
    const target = { area: 'accounts', id: account.id } as const;
    const params = { name: account.address, detail: account.mailbox?.host ?? '' };
    found.push({ key: 'mailbox-failed', level: 'failed', params, target });
  }
  for (const { id, name, failures, lastAlertReason } of facts.devices
    .filter(({ reason }) => reason === 'alert-failed')
    .slice(0, NAMED)) {
    const target = { area: 'devices', id } as const;
    const params = { name, count: Math.max(1, failures), reason: lastAlertReason ?? '' };
    found.push({ key: 'device-failing', level: 'attention', params, target });
  }
  found.push(...syncTrouble(facts));
  if (facts.certificate !== null) found.push(facts.certificate);
  if (facts.backupError !== undefined) {
    const params = { detail: facts.backupError };
    found.push({ key: 'backup-failed', level: 'failed', params, target: { area: 'log' } });
  }
  for (const [area, count] of lostSecretsByArea(facts.lostSecrets)) {
    found.push({ key: 'secrets-lost', level: 'attention', params: { count }, target: { area } });
  }
  if (facts.stuckMessages > 0) {
    const params = { count: facts.stuckMessages };
    found.push({ key: 'queue-stuck', level: 'attention', params, target: { area: 'sms' } });
  }
  if (facts.uncertainMessages > 0) {
    const params = { count: facts.uncertainMessages };
    found.push({ key: 'messages-uncertain', level: 'attention', params, target: { area: 'sms' } });
  }
  if (facts.pausedMessages !== null) {
    const params = { count: facts.pausedMessages };
    found.push({ key: 'queue-paused', level: 'attention', params, target: { area: 'sms' } });
  }
  found.push(...facts.budgets.slice(0, NAMED));
  if (!facts.gateways.some(({ active }) => active)) {
    found.push({ key: 'no-gateway', level: 'attention', params: {}, target: { area: 'sms' } });
  }
  if (!facts.isEngineActive) {
    found.push({ key: 'engine-off', level: 'attention', params: {}, target: { area: 'push' } });
  }
  return found.sort((one, other) => urgency(one) - urgency(other));
}

/** What synchronising has left to decide or to repair. */
function syncTrouble({ holds, devices, pendingClients }: Facts): Attention[] {
  const found: Attention[] = [];
  for (const { id, deviceName, accountAddress, count } of holds.slice(0, NAMED)) {
    const params = { name: deviceName === '' ? accountAddress : deviceName, count };
    const target = { area: 'sync', id } as const;
    found.push({ key: 'deletions-held', level: 'attention', params, target });
  }
  const names = new Map(devices.map(({ id, name }) => [id, name]));
  const told = new Set<string>();
  for (const { id, name, mismatch } of devices) {
    // Both of the two show it; one line is enough.
    if (mismatch === null || told.has(mismatch.deviceId) || told.size >= NAMED) continue;
    told.add(id);
    const params = { name, other: names.get(mismatch.deviceId) ?? '' };
    const target = { area: 'devices', id } as const;
    found.push({ key: 'number-mismatch', level: 'attention', params, target });
  }
  const failing = devices.filter(({ reason }) => reason === 'session-failed');
  for (const { id, name } of failing.slice(0, NAMED)) {
    const target = { area: 'devices', id } as const;
    found.push({ key: 'sync-failing', level: 'attention', params: { name }, target });
  }
  if (pendingClients > 0) {
    const params = { count: pendingClients };
    found.push({
      key: 'device-pending',
      level: 'attention',
      params,
      target: { area: 'devices' },
    });
  }
  return found;
}

function isTroubled({ active, state }: Gateway): boolean {
  return active && (state === 'failed' || state === 'attention');
}

function urgency({ level }: Attention): number {
  return level === 'failed' ? 0 : 1;
}
