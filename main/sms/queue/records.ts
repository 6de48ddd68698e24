import type { FailReason } from '../../store/types.ts';
import { endedMessage } from '../../store/message-parts.ts';
import type { DeliveryRow, GatewayRow, MessageRow, Repositories } from '../../store/types.ts';
import type { HandOver } from '../gateways/gateway.ts';
import type { MessageAccounting } from './accounting-port.ts';
import type { QueueDeps } from './queue-deps.ts';

/** A message that is being handed over, with the record of this attempt. */
export interface Attempt {
  readonly row: MessageRow;
  readonly delivery: DeliveryRow;
}

/** What a hand-over led to, as it is stored. */
export type Result = Exclude<HandOver, { outcome: 'aborted' }>;

type Accepted = Extract<HandOver, { outcome: 'accepted' }>;

/** A message that a gateway has, as it is stored. */
export interface Sent {
  readonly message: MessageRow;
  /** To be called once the transaction is stored. */
  stored(): void;
}

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

/** Stores what the gateway answered, and nothing about the message yet; answers with what is stored. */
export async function endAttempt(
  tx: Repositories,
  { delivery, row }: Attempt,
  result: Result,
  now: number,
): Promise<DeliveryRow> {
  const isAccepted = result.outcome === 'accepted';
  const isReported = isAccepted && result.reportAfterMs === 0;
  const ended: DeliveryRow = {
    ...delivery,
    endedAt: now,
    outcome: result.outcome,
    reason: reasonOf(result),
    detail: result.detail,
    providerId: isAccepted ? (result.providerId ?? result.partIds?.[0] ?? null) : null,
    reportedAt: isReported ? now : null,
    reportState: isReported ? 'delivered' : null,
  };
  await tx.messages.endDelivery(ended);
  const partIds = isAccepted ? idsOfParts(result, row.parts.length) : [];
  if (partIds.length > 0) await tx.deliveries.insertParts(ended, partIds);
  return ended;
}

/** All ids under which reports on an accepted message may come. */
export function providerIdsOf(result: Result): string[] {
  if (result.outcome !== 'accepted') return [];
  const { providerId, partIds = [] } = result;
  return [...new Set(providerId === null ? partIds : [providerId, ...partIds])];
}

/** Stores that the gateway has the message, and that the phone has it when that is known already. */
export async function markSent(
  tx: Repositories,
  { outcomes, accounting }: Pick<QueueDeps, 'outcomes'> & { accounting: MessageAccounting },
  message: MessageRow,
  gateway: GatewayRow,
  isDelivered: boolean,
  now: number,
): Promise<Sent> {
  const { cost, stored } = await accounting.accepted(tx, message, gateway.id, now);
  const known = { ...message, cost, reason: null, detail: '' };
  const sent = endedMessage(known, 'sent', now);
  if (!isDelivered) {
    await tx.messages.end(sent);
    await outcomes.sent(tx, sent, gateway);
    return { message: sent, stored };
  }
  const delivered: MessageRow = { ...sent, state: 'delivered' };
  await tx.messages.end(delivered);
  await outcomes.sent(tx, sent, gateway);
  await outcomes.delivered(tx, delivered);
  await accounting.reported(tx, delivered, gateway.id, 'delivered', now);
  return { message: delivered, stored };
}

/** Stores that the message is given up; `detail` says why in the far side's words, where it did. */
export async function markFailed(
  tx: Repositories,
  { outcomes }: Pick<QueueDeps, 'outcomes'>,
  message: MessageRow,
  reason: FailReason,
  now: number,
  detail: string = message.detail,
): Promise<void> {
  const state = reason === 'too-old' ? 'expired' : reason === 'dropped' ? 'dropped' : 'failed';
  const failed = { ...endedMessage(message, state, now), reason, detail };
  await tx.messages.update(failed);
  await outcomes.failed(tx, failed, reason);
}

/** Stores that nobody knows whether the gateway has the message, and that it is not repeated. */
export async function markUncertain(
  tx: Repositories,
  { outcomes }: Pick<QueueDeps, 'outcomes'>,
  message: MessageRow,
  detail: string,
  now: number,
): Promise<void> {
  const reason = 'gateway-unreachable';
  const uncertain = { ...endedMessage(message, 'uncertain', now), reason, detail } as const;
  await tx.messages.update(uncertain);
  await outcomes.uncertain(tx, uncertain);
}

/** Stores that the message waits for its next attempt, unless it was withdrawn meanwhile. */
export async function markWaiting(tx: Repositories, waiting: MessageRow): Promise<void> {
  if (await isStillWanted(tx, waiting)) await tx.messages.update(waiting);
}

/** Whether nobody has ended the message while it was being handed over. */
export async function isStillWanted(tx: Repositories, message: MessageRow): Promise<boolean> {
  return (await tx.messages.get(message.id))?.state === 'sending';
}

/** None where one id stands for all parts: then one report decides. */
function idsOfParts({ partIds = [] }: Accepted, parts: number): readonly string[] {
  const isWhole = partIds.length !== parts || parts < 2 || partIds.includes('');
  return isWhole || new Set(partIds).size === 1 ? [] : partIds;
}

function reasonOf(result: Result): DeliveryRow['reason'] {
  if (result.outcome === 'refused') return result.reason;
  return result.outcome === 'accepted' ? 'ok' : 'unreachable';
}
