import type {
  Delivery,
  MessageClass,
  MessagePart,
  MessageReason,
  MessageSource,
  MessageState,
} from '../../shared/model/message.ts';

/** An SMS as it is stored. */
export interface MessageRow {
  readonly id: string;
  readonly traceId: string;
  readonly alertId: string | null;
  readonly accountId: string | null;
  readonly deviceId: string | null;
  /** E.164 with the leading plus. */
  readonly number: string;
  readonly state: MessageState;
  /** What gateways are handed; once nobody needs it any more, `shownParts` where there are such. */
  readonly parts: readonly MessagePart[];
  /**
   * What may be told of the parts: the same with others' characters in the places of secrets. Null
   * where they have none.
   */
  readonly shownParts: readonly MessagePart[] | null;
  readonly dcs: number;
  readonly pid: number;
  readonly attempts: number;
  readonly nextAttemptAt: number;
  readonly expiresAt: number;
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly source: MessageSource;
  readonly class: MessageClass;
  /** Whom the queue is fair between: an account or an SMS user; empty is nobody in particular. */
  readonly owner: string;
  /** Which gateways may take it: `gateway:<id>`, `route:<id>`, or empty for all. */
  readonly lane: string;
  readonly userId: string | null;
  readonly sender: string;
  readonly gatewayId: string | null;
  readonly reason: MessageReason | null;
  readonly detail: string;
  readonly cost: number | null;
  /** How many Pushdesks have passed it on before this one. */
  readonly hops: number;
}

/** One attempt to hand over a message, as it is stored. */
export type DeliveryRow = Omit<Delivery, 'gatewayName'>;

/** Why a message was given up. */
export type FailReason = Extract<
  MessageReason,
  'gateway-refused' | 'gateway-unreachable' | 'too-old' | 'not-delivered' | 'dropped'
>;
