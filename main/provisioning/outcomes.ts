import type { LogKey } from '../../shared/i18n/en/log.ts';
import type { MessageState } from '../../shared/model/message.ts';
import type { ConfigurationState } from '../../shared/model/provisioning.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';
import type { MessageOutcomes, MessageRow, Repositories } from '../store/types.ts';
import { aboutConfiguration } from './log-lines.ts';
import type { ProvisioningDeps } from './provisioning-deps.ts';

/** Sentences of the states that messages lead to. */
const sentences: Readonly<Partial<Record<ConfigurationState, LogKey>>> = {
  sent: 'configuration.sent',
  delivered: 'configuration.delivered',
  failed: 'configuration.failed',
  uncertain: 'configuration.uncertain',
};
const levels: Readonly<Partial<Record<ConfigurationState, 'warn' | 'error'>>> = {
  failed: 'error',
  uncertain: 'warn',
};

/** Sources of messages that are never a configuration. */
const others: ReadonlySet<MessageRow['source']> = new Set(['link', 'console', 'api']);

/** Carries what becomes of messages over to their configurations, within the queue's transaction. */
export function createOutcomes(
  deps: Pick<ProvisioningDeps, 'clock' | 'events' | 'log'>,
): MessageOutcomes {
  const { clock, events, log } = deps;

  async function tell(tx: Repositories, row: ConfigurationRow, gatewayId?: string): Promise<void> {
    const key = sentences[row.state];
    if (key === undefined) return;
    const device = await tx.devices.get(row.deviceId);
    log.write({
      ...aboutConfiguration(row),
      level: levels[row.state] ?? 'info',
      key,
      params: {
        device: device?.name ?? row.deviceId,
        parts: row.segments,
        ...(row.reason === null ? {} : { reason: row.reason }),
      },
      ...(gatewayId === undefined ? {} : { gatewayId }),
    });
  }

  async function follow(
    tx: Repositories,
    message: MessageRow,
    reason: ConfigurationRow['reason'] = null,
    gatewayId?: string,
  ): Promise<void> {
    // Most messages are alerts, which are somebody else's.
    if (message.alertId !== null || others.has(message.source)) return;
    const rows = await tx.provisioning.listByTraces([message.traceId]);
    const before = rows.find(({ messageIds }) => messageIds.includes(message.id));
    if (before === undefined) return;
    const reached = await stateOf(tx, before, message);
    const after = advanced(before, reached, reason, clock.now());
    if (after === before) return;
    await tx.provisioning.update(after);
    if (after.state !== before.state) await tell(tx, after, gatewayId);
    events.emit({ kind: 'configuration', id: after.id });
  }

  return {
    sent: (tx, message, gateway) => follow(tx, message, null, gateway.id),
    delivered: (tx, message) => follow(tx, message),
    failed: (tx, message, reason) => follow(tx, message, reason),
    uncertain: (tx, message) => follow(tx, message),
  };
}

/** What all messages of a configuration have reached together. */
async function stateOf(
  tx: Repositories,
  { messageIds }: ConfigurationRow,
  message: MessageRow,
): Promise<ConfigurationState> {
  const states: MessageState[] = [];
  for (const id of messageIds) {
    const state = id === message.id ? message.state : (await tx.messages.get(id))?.state;
    if (state !== undefined) states.push(state);
  }
  const has = (...wanted: readonly MessageState[]): boolean =>
    states.some((state) => wanted.includes(state));
  if (has('failed', 'expired', 'dropped')) return 'failed';
  if (has('uncertain')) return 'uncertain';
  if (has('queued', 'sending', 'paused')) return 'queued';
  return has('sent') ? 'sent' : 'delivered';
}

/** The configuration with what is known now; itself where that is no news. */
function advanced(
  before: ConfigurationRow,
  reached: ConfigurationState,
  reason: ConfigurationRow['reason'],
  now: number,
): ConfigurationRow {
  const isSent = reached === 'sent' || reached === 'delivered';
  const sentAt = isSent ? (before.sentAt ?? now) : before.sentAt;
  const deliveredAt = reached === 'delivered' ? (before.deliveredAt ?? now) : before.deliveredAt;
  const times = { sentAt, deliveredAt };
  const isNews = sentAt !== before.sentAt || deliveredAt !== before.deliveredAt;
  // A phone may have had its first session before the network's report of the message comes.
  if (before.state === 'configured') return isNews ? { ...before, ...times } : before;
  if (reached === before.state) return isNews ? { ...before, ...times } : before;
  const why = reached === 'failed' ? (reason ?? before.reason) : null;
  return { ...before, ...times, state: reached, reason: why };
}
