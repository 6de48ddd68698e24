import type { GatewayFacts, GatewayReason } from '../../../shared/model/gateway.ts';
import type { ReportState } from '../../../shared/model/message.ts';
import type { SmsSegment } from '../../codecs/gsm-sms/index.ts';
import type { OutgoingMessage } from '../outgoing.ts';

/** What became of handing one message to a gateway. Refusals are values: they are expected. */
export type HandOver =
  | {
      readonly outcome: 'accepted';
      /** The far side's own id of the message, where it told one. */
      readonly providerId: string | null;
      /** The same for each part, in their order, where parts have ids of their own. */
      readonly partIds?: readonly string[];
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
      /**
       * This gateway cannot carry messages of this kind, others pass: it works all the same, and is
       * not left alone for it.
       */
      readonly isOnlyThis?: true;
      /** Milliseconds that the far side asked to be left alone. */
      readonly retryAfterMs?: number;
    }
  | {
      readonly outcome: 'unreachable';
      readonly detail: string;
      readonly retryAfterMs?: number;
    }
  /** It was handed over and no answer came: whether the far side has the message is not known. */
  | { readonly outcome: 'uncertain'; readonly detail: string; readonly retryAfterMs?: number }
  /** The signal ended it: whether the far side has the message is not known. */
  | { readonly outcome: 'aborted' };

/** What a look at the way to the far side found. */
export interface GatewayCheck {
  readonly ok: boolean;
  readonly reason: GatewayReason;
  /** What was found, in the far side's or the system's words; secrets masked. */
  readonly detail: string;
}

/** What a network or provider says of a message that it has accepted. */
export interface ProviderReport {
  /** The far side's id as this report spells it; or ours, where it was told that. */
  readonly providerId?: string;
  readonly messageId?: string;
  /** Who the message went to; where ids are used again, as by modems, it tells messages apart. */
  readonly number?: string;
  readonly state: ReportState;
  /** Why, in words or in the far side's codes; empty when there is nothing to say. */
  readonly detail: string;
  /** When it happened, by the far side; milliseconds since 1970. */
  readonly at?: number;
}

/** An SMS, or a part of one, that a phone sent to this gateway. */
export interface IncomingPart {
  readonly number: string;
  /** TP-DCS, and user data with the header apart; GSM septets one an octet. */
  readonly dcs: number;
  readonly part: SmsSegment;
  /** When the service centre took it; milliseconds since 1970. */
  readonly sentAt: number | null;
}

/** Whether a gateway that keeps a link open can take messages. */
export type Readiness =
  | { readonly ready: true }
  | { readonly ready: false; readonly reason: GatewayReason; readonly detail: string };

/** What an open gateway tells by itself. */
export interface GatewayEvents {
  /**
   * A report came. Resolves when it is stored, or when it is about a message that nobody knows; the
   * far side is to be told only then that it was taken.
   */
  report(report: ProviderReport): Promise<void>;
  /** An SMS came in. Resolves when it is stored; only then may the far side forget it. */
  incoming(part: IncomingPart): Promise<void>;
  /**
   * The link was made or lost. Until it is made for the first time, a gateway that was opened with
   * these events and has a link gets no messages.
   */
  readiness(readiness: Readiness): void;
  /** Facts have changed (signal, operator): readers look again. */
  factsChanged(): void;
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
  /** What it knows of its link at this moment; kinds without one have none. */
  facts?(): GatewayFacts;
  /** Lets go of connections; hand-overs under way are cut off. */
  close(): void;
}
