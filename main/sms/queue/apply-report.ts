import type { ReportState } from '../../../shared/model/message.ts';
import { endedMessage } from '../../store/message-parts.ts';
import type { DeliveryRow, MessageOutcomes, MessageRow, Repositories } from '../../store/types.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { ProviderReport } from '../gateways/gateway.ts';
import type { MessageAccounting } from './accounting-port.ts';
import type { Reported } from './find-reported.ts';
import type { RecentMessage } from './recent-messages.ts';
import { isFinal, stateOfParts, strongerState } from './report-states.ts';

/** What {@link applyReport} works with. */
export interface ApplyDeps {
  readonly outcomes: MessageOutcomes;
  readonly accounting: MessageAccounting;
  readonly log: LogWriter;
}

/** What a message is in while nobody knows whether a gateway has it. */
const awaitsProof: ReadonlySet<MessageRow['state']> = new Set(['uncertain', 'queued', 'paused']);

/**
 * Stores a report within a transaction, and what follows from it for the message. The order in which
 * reports come makes no difference to where the message ends; doubled ones change nothing.
 *
 * @returns what is to be called once the transaction is stored.
 */
export async function applyReport(
  tx: Repositories,
  deps: ApplyDeps,
  reported: Reported,
  report: ProviderReport,
  now: number,
): Promise<() => void> {
  const before = reported.delivery;
  const state = await stateAfter(tx, reported, report.state);
  // A report proves that the gateway has taken what it gave no answer about.
  const isProof = before.outcome === 'uncertain' && before.attempt === reported.message.attempts;
  const delivery: DeliveryRow = {
    ...before,
    outcome: isProof ? 'accepted' : before.outcome,
    reportState: state,
    reportDetail: state === before.reportState ? before.reportDetail : report.detail,
    reportedAt: isFinal(state) ? (before.reportedAt ?? reportTime(report, before, now)) : null,
  };
  const isNews = delivery.reportState !== before.reportState || isProof;
  if (isNews) await tx.messages.updateDelivery(delivery);
  return await advance(tx, deps, { ...reported, delivery }, before, now);
}

/**
 * Stores, within a transaction, that a message is delivered which stands as it was sent; false, and
 * nothing is stored, when it does not. Much cheaper than to find it and to look what it stands like.
 */
export async function deliverRecent(
  tx: Repositories,
  { outcomes, accounting }: ApplyDeps,
  { delivery: before, message }: RecentMessage,
  report: ProviderReport,
  now: number,
): Promise<boolean> {
  const delivery: DeliveryRow = {
    ...before,
    reportState: 'delivered',
    reportDetail: report.detail,
    reportedAt: reportTime(report, before, now),
  };
  if (!(await tx.messages.deliver(delivery, now))) return false;
  await outcomes.delivered(tx, ended(message, 'delivered', now));
  await accounting.reported(tx, message, delivery.gatewayId, 'delivered', now);
  return true;
}

async function stateAfter(
  tx: Repositories,
  { delivery, part }: Reported,
  told: ReportState,
): Promise<ReportState> {
  if (part === null) return strongerState(delivery.reportState, told);
  const states = await tx.deliveries.partStates(delivery.id);
  const known = states[part] ?? null;
  const state = strongerState(known, told);
  if (state !== known) await tx.deliveries.setPartState(delivery.id, part, state);
  states[part] = state;
  return stateOfParts(states) ?? state;
}

async function advance(
  tx: Repositories,
  { outcomes, accounting, log }: ApplyDeps,
  { delivery, message }: Reported,
  before: DeliveryRow,
  now: number,
): Promise<() => void> {
  const { reportState: state } = delivery;
  const isLatest = delivery.attempt === message.attempts;
  let current = message;
  let stored = (): void => undefined;
  if (before.outcome === 'uncertain' && delivery.outcome === 'accepted') {
    const accounted = await accounting.accepted(tx, message, delivery.gatewayId, now);
    current = { ...message, cost: accounted.cost };
    stored = () => accounted.stored();
  }
  if (state === 'delivered') {
    if (message.state === 'delivered') return stored;
    const delivered = ended(current, 'delivered', now);
    await tx.messages.update(delivered);
    await outcomes.delivered(tx, delivered);
  } else if (isFinal(state)) {
    if (!isLatest || (message.state !== 'sent' && message.state !== 'uncertain')) return stored;
    const failed = { ...ended(current, 'failed', now), reason: 'not-delivered' } as const;
    const told = { ...failed, detail: delivery.reportDetail };
    await tx.messages.update(told);
    await outcomes.failed(tx, told, 'not-delivered');
    const gateway = await tx.gateways.get(delivery.gatewayId);
    const accounted = stored;
    stored = () => {
      accounted();
      tellFailed(log, told, delivery, gateway?.name ?? '');
    };
  } else if (isLatest && delivery.outcome === 'accepted' && awaitsProof.has(message.state)) {
    const sent = ended(current, 'sent', now);
    await tx.messages.update(sent);
    const gateway = await tx.gateways.get(delivery.gatewayId);
    if (gateway !== undefined) await outcomes.sent(tx, sent, gateway);
  }
  if (before.reportedAt === null && isFinal(state)) {
    const outcome = state === 'delivered' ? 'delivered' : 'failed';
    await accounting.reported(tx, current, delivery.gatewayId, outcome, now);
  }
  return stored;
}

function tellFailed(
  log: LogWriter,
  { number, traceId, accountId, deviceId }: MessageRow,
  { gatewayId, reportState, reportDetail }: DeliveryRow,
  gateway: string,
): void {
  log.write({
    ...{ level: 'error', area: 'sms', key: 'sms.not-delivered' },
    ...{ traceId, accountId, deviceId, gatewayId },
    // A network that says no more than that says at least whether it was too late.
    params: { number, gateway, detail: reportDetail === '' ? (reportState ?? '') : reportDetail },
  });
}

function ended<State extends 'delivered' | 'failed' | 'sent'>(
  message: MessageRow,
  state: State,
  now: number,
): MessageRow & { readonly state: State } {
  return { ...endedMessage(message, state, now), reason: null, detail: '' };
}

/** The far side's own clock counts as far as it can be right. */
function reportTime({ at }: ProviderReport, { startedAt }: DeliveryRow, now: number): number {
  return at === undefined ? now : Math.min(Math.max(at, startedAt), now);
}
