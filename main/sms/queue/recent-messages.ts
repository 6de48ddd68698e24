import type { DeliveryRow, MessageRow } from '../../store/types.ts';
import type { ProviderReport } from '../gateways/gateway.ts';
import { isSameNumber } from '../numbers.ts';

/** Messages remembered; most reports come within seconds. */
const mostRemembered = 5_000;

/** A message that a gateway has, and nothing is reported of yet, as far as is known. */
export interface RecentMessage {
  readonly delivery: DeliveryRow;
  readonly message: MessageRow;
}

/**
 * What gateways have lately accepted, by their ids, so that the first report on it needs no look into
 * the store. What is stored may be further by then: whoever uses it has to make sure of that.
 */
export class RecentMessages {
  readonly #known = new Map<string, RecentMessage>();

  /** Only what one id stands for the whole of. */
  add(recent: RecentMessage): void {
    const { gatewayId, providerId, reportedAt } = recent.delivery;
    if (providerId === null || reportedAt !== null) return;
    const key = keyOf(gatewayId, providerId);
    // Newest last.
    this.#known.delete(key);
    if (recent.message.parts.length !== 1) return;
    this.#known.set(key, recent);
    if (this.#known.size <= mostRemembered) return;
    for (const [oldest] of this.#known) {
      this.#known.delete(oldest);
      return;
    }
  }

  /** What a report is about that tells of a delivery. */
  find(gatewayId: string, report: ProviderReport): RecentMessage | undefined {
    const { providerId, messageId, number = '', state } = report;
    if (providerId === undefined || messageId !== undefined || state !== 'delivered') {
      return undefined;
    }
    const recent = this.#known.get(keyOf(gatewayId, providerId));
    if (recent === undefined) return undefined;
    return number === '' || isSameNumber(number, recent.message.number) ? recent : undefined;
  }

  /** Its report is stored. */
  remove({ gatewayId, providerId }: DeliveryRow): void {
    this.#known.delete(keyOf(gatewayId, providerId ?? ''));
  }
}

function keyOf(gatewayId: string, providerId: string): string {
  return `${gatewayId} ${providerId}`;
}
