import type { ReportState } from '../../shared/model/message.ts';
import type { DeliveryRow } from './message-types.ts';

/** A delivery that a report may be about. */
export interface ReportedDelivery {
  readonly delivery: DeliveryRow;
  /** The part, from 0, that has the id; null where the id is the whole message's. */
  readonly part: number | null;
}

/** Attempts to hand over messages, and what networks report of them. */
export interface DeliveriesRepository {
  insert(rows: readonly DeliveryRow[]): Promise<void>;
  /** Keeps the far side's ids of the parts of a message that went out in several. */
  insertParts(delivery: DeliveryRow, providerIds: readonly string[]): Promise<void>;
  /** What a gateway took under this id, newest first; a few at most. */
  findByProvider(gatewayId: string, providerId: string): Promise<ReportedDelivery[]>;
  /** Attempts to hand this message to this gateway, newest first. */
  findByMessage(gatewayId: string, messageId: string): Promise<DeliveryRow[]>;
  /** What is known of the parts with ids of their own, in their order; none where there are no such. */
  partStates(deliveryId: string): Promise<(ReportState | null)[]>;
  setPartState(deliveryId: string, part: number, state: ReportState): Promise<void>;
}
