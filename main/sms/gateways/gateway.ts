import type { GatewayReason } from '../../../shared/model/gateway.ts';
import type { OutgoingMessage } from '../outgoing.ts';

/** What became of handing one message to a gateway. Refusals are values: they are expected. */
export type HandOver =
  | {
      readonly outcome: 'accepted';
      /** The far side's own id of the message, where it told one. */
      readonly providerId: string | null;
      /** What the far side answered; secrets masked. */
      readonly detail: string;
      /** Milliseconds until the report of delivery; undefined where none comes. */
      readonly reportAfterMs?: number;
    }
  | {
      readonly outcome: 'refused';
      readonly reason: GatewayReason;
      readonly detail: string;
      /** Whether the same message must not be offered to this gateway again. */
      readonly permanent: boolean;
      /** What is at fault: a message is not offered to another gateway, a gateway's fault is no other's. */
      readonly fault: 'message' | 'gateway';
      /** Milliseconds that the far side asked to be left alone. */
      readonly retryAfterMs?: number;
    }
  | {
      readonly outcome: 'unreachable';
      readonly detail: string;
      readonly retryAfterMs?: number;
    }
  /** The signal ended it: whether the far side has the message is not known. */
  | { readonly outcome: 'aborted' };

/** What a look at the way to the far side found. */
export interface GatewayCheck {
  readonly ok: boolean;
  readonly reason: GatewayReason;
  /** What was found, in the far side's or the system's words; secrets masked. */
  readonly detail: string;
}

/** One way out for SMS, opened. */
export interface Gateway {
  /**
   * Hands over all parts of a message, in their order. A part that fails ends it: the message is then
   * to be handed over again as a whole, with the same bytes. Never rejects.
   */
  handOver(message: OutgoingMessage, signal: AbortSignal): Promise<HandOver>;
  /** Looks whether the far side can be reached, without sending anything. Never rejects. */
  check(signal: AbortSignal): Promise<GatewayCheck>;
  /** What {@link handOver} would request for this message; secrets masked. */
  describe(message: OutgoingMessage): string;
  /** Lets go of connections; hand-overs under way are cut off. */
  close(): void;
}
