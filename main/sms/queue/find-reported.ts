import { idSpellings } from '../../codecs/smpp/index.ts';
import type { ReportedDelivery } from '../../store/delivery-types.ts';
import type { DeliveryRow, MessageRow, Repositories } from '../../store/types.ts';
import type { ProviderReport } from '../gateways/gateway.ts';
import { isSameNumber } from '../numbers.ts';

/** What a report is about. */
export interface Reported extends ReportedDelivery {
  readonly message: MessageRow;
}

/**
 * Finds what a report is about: by our own id, or by the far side's in any of its spellings. Where
 * ids come round again, the number tells messages apart; then the newest that has no report yet.
 *
 * @param isExact Whether this gateway spells ids in its reports as in its answers, so that other
 *   spellings can only be those of other messages.
 */
export async function findReported(
  tx: Repositories,
  gatewayId: string,
  report: ProviderReport,
  isExact: boolean,
): Promise<Reported | undefined> {
  const { messageId, providerId } = report;
  if (messageId !== undefined) {
    const message = await tx.messages.get(messageId);
    const delivery = bestAttempt(await tx.deliveries.findByMessage(gatewayId, messageId));
    if (message !== undefined && delivery !== undefined) return { delivery, part: null, message };
  }
  if (providerId === undefined || providerId === '') return undefined;
  const spellings = isExact ? [providerId] : idSpellings(providerId);
  for (const spelling of spellings) {
    const found = await tx.deliveries.findByProvider(gatewayId, spelling);
    const chosen = await choose(tx, found, report.number);
    if (chosen !== undefined) return chosen;
  }
  return undefined;
}

async function choose(
  tx: Repositories,
  found: readonly ReportedDelivery[],
  number: string | undefined,
): Promise<Reported | undefined> {
  let reported: Reported | undefined;
  for (const candidate of found) {
    const message = await tx.messages.get(candidate.delivery.messageId);
    if (message === undefined) continue;
    if (number !== undefined && number !== '' && !isSameNumber(number, message.number)) continue;
    if (candidate.delivery.reportedAt === null) return { ...candidate, message };
    reported ??= { ...candidate, message };
  }
  return reported;
}

/** The attempt that a report on the message is most likely about; newest first. */
function bestAttempt(attempts: readonly DeliveryRow[]): DeliveryRow | undefined {
  for (const outcome of ['accepted', 'under-way', 'uncertain'] as const) {
    const found = attempts.find((attempt) => attempt.outcome === outcome);
    if (found !== undefined) return found;
  }
  return attempts[0];
}
