import type { MessageState } from '../../shared/model/message.ts';
import type { MessageList, MessageQuery } from './message-query.ts';
import type { DeliveryRow, MessageRow } from './message-types.ts';

/** The SMS queue, its history, and the attempts to hand messages over. */
export interface MessagesRepository {
  insert(rows: readonly MessageRow[]): Promise<void>;
  update(row: MessageRow): Promise<void>;
  /** Stores that these are being handed over, and the number of the attempt. */
  begin(rows: readonly MessageRow[]): Promise<void>;
  /** Stores what has ended a message: its state, when, why and the cost, and that secrets are gone. */
  end(row: MessageRow): Promise<void>;
  /**
   * Stores that a message which was sent with this delivery has been delivered; false, and nothing is
   * stored, when either stands otherwise than that.
   */
  deliver(delivery: DeliveryRow, endedAt: number): Promise<boolean>;
  get(id: string): Promise<MessageRow | undefined>;
  /**
   * Newest first, with the count of all that fit. By user, source, class or number alone they are looked
   * for among the newest 50,000, by gateway among the newest 10,000.
   */
  list(query: MessageQuery): Promise<MessageList>;
  listByTraces(traceIds: readonly string[]): Promise<MessageRow[]>;
  /** Queued messages whose next attempt is due at `now`, longest waiting first. */
  listDue(now: number, limit: number): Promise<MessageRow[]>;
  listInStates(states: readonly MessageState[]): Promise<MessageRow[]>;
  countInState(state: MessageState): Promise<number>;
  insertDelivery(row: DeliveryRow): Promise<void>;
  updateDelivery(row: DeliveryRow): Promise<void>;
  /** Stores what a gateway has answered. */
  endDelivery(row: DeliveryRow): Promise<void>;
  listDeliveries(messageIds: readonly string[]): Promise<DeliveryRow[]>;
}
