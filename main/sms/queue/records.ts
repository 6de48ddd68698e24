import { endedMessage } from '../../store/message-parts.ts';
import type { DeliveryRow, GatewayRow, MessageRow, Repositories } from '../../store/types.ts';
import type { HandOver } from '../gateways/gateway.ts';
import type { QueueDeps } from './queue-deps.ts';
import type { Verdict } from './verdict.ts';

/** A message that is being handed over, with the record of this attempt. */
export interface Attempt {
  readonly row: MessageRow;
  readonly delivery: DeliveryRow;
}

type Result = Exclude<HandOver, { outcome: 'aborted' }>;

/** A message on its way to a gateway, as it is to be stored before it goes. */
export function newAttempt(
  { ids, clock }: Pick<QueueDeps, 'ids' | 'clock'>,
  message: MessageRow,
  gateway: GatewayRow,
): Attempt {
  const row: MessageRow = { ...message, state: 'sending', attempts: message.attempts + 1 };
  const delivery: DeliveryRow = {
    id: ids.next(),
    messageId: row.id,
    gatewayId: gateway.id,
    attempt: row.attempts,
    startedAt: clock.now(),
    endedAt: null,
    outcome: 'under-way',
    reason: null,
    detail: '',
    providerId: null,
    reportedAt: null,
    reportState: null,
    reportDetail: '',
  };
  return { row, delivery };
}

/** Stores, within a transaction, that a message goes to a gateway now. */
export async function beginAttempt(
  tx: Repositories,
  deps: Pick<QueueDeps, 'ids' | 'clock'>,
  message: MessageRow,
  gateway: GatewayRow,
): Promise<Attempt> {
  const attempt = newAttempt(deps, message, gateway);
  await tx.messages.update(attempt.row);
  await tx.messages.insertDelivery(attempt.delivery);
  return attempt;
}

/** Stores what the gateway answered, and nothing about the message yet. */
export async function endAttempt(
  tx: Repositories,
  { delivery }: Attempt,
  result: Result,
  now: number,
): Promise<void> {
  const isReported = result.outcome === 'accepted' && result.reportAfterMs === 0;
  await tx.messages.updateDelivery({
    ...delivery,
    endedAt: now,
    outcome: result.outcome,
    reason: result.outcome === 'refused' ? result.reason : reasonOf(result.outcome),
    detail: result.detail,
    providerId: result.outcome === 'accepted' ? result.providerId : null,
    reportedAt: isReported ? now : null,
    reportState: isReported ? 'delivered' : null,
  });
}

/** Stores that the gateway has the message, and that the phone has it when that is known already. */
export async function markSent(
  tx: Repositories,
  { outcomes }: Pick<QueueDeps, 'outcomes'>,
  message: MessageRow,
  gateway: GatewayRow,
  isDelivered: boolean,
  now: number,
): Promise<void> {
  const sent = endedMessage(message, 'sent', now);
  if (!isDelivered) {
    await tx.messages.update(sent);
    await outcomes.sent(tx, sent, gateway);
    return;
  }
  const delivered: MessageRow = { ...sent, state: 'delivered' };
  await tx.messages.update(delivered);
  await outcomes.sent(tx, sent, gateway);
  await outcomes.delivered(tx, delivered);
}

/** Stores that the message is given up. */
export async function markFailed(
  tx: Repositories,
  { outcomes }: Pick<QueueDeps, 'outcomes'>,
  message: MessageRow,
  reason: Extract<Verdict, { kind: 'failed' }>['reason'] | 'too-old',
  now: number,
): Promise<void> {
  const state = reason === 'too-old' ? 'expired' : 'failed';
  const failed = endedMessage(message, state, now);
  await tx.messages.update(failed);
  await outcomes.failed(tx, failed, reason);
}

/** Stores that the message waits for its next attempt, unless it was withdrawn meanwhile. */
export async function markWaiting(
  tx: Repositories,
  message: MessageRow,
  nextAttemptAt: number,
): Promise<void> {
  if (!(await isStillWanted(tx, message))) return;
  await tx.messages.update({ ...message, state: 'queued', nextAttemptAt });
}

/** Whether nobody has ended the message while it was being handed over. */
export async function isStillWanted(tx: Repositories, message: MessageRow): Promise<boolean> {
  return (await tx.messages.get(message.id))?.state === 'sending';
}

function reasonOf(outcome: 'accepted' | 'unreachable' | 'uncertain'): DeliveryRow['reason'] {
  return outcome === 'accepted' ? 'ok' : 'unreachable';
}
