import type { Account } from '../../shared/model/account.ts';
import type { Device } from '../../shared/model/device.ts';
import type { Gateway } from '../../shared/model/gateway.ts';
import type { Attention, Listener } from '../../shared/model/system.ts';

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
  readonly backupError: string | undefined;
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
  for (const { id, name } of facts.devices
    .filter(({ reason }) => reason === 'alert-failed')
    .slice(0, NAMED)) {
    const target = { area: 'devices', id } as const;
    found.push({ key: 'device-failing', level: 'attention', params: { name }, target });
  }
  if (facts.backupError !== undefined) {
    const params = { detail: facts.backupError };
    found.push({ key: 'backup-failed', level: 'failed', params, target: { area: 'log' } });
  }
  if (facts.stuckMessages > 0) {
    const params = { count: facts.stuckMessages };
    found.push({ key: 'queue-stuck', level: 'attention', params, target: { area: 'sms' } });
  }
  if (!facts.gateways.some(({ active }) => active)) {
    found.push({ key: 'no-gateway', level: 'attention', params: {}, target: { area: 'sms' } });
  }
  if (!facts.isEngineActive) {
    found.push({ key: 'engine-off', level: 'attention', params: {}, target: { area: 'push' } });
  }
  return found.sort((one, other) => urgency(one) - urgency(other));
}

function isTroubled({ active, state }: Gateway): boolean {
  return active && (state === 'failed' || state === 'attention');
}

function urgency({ level }: Attention): number {
  return level === 'failed' ? 0 : 1;
}
