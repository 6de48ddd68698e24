import type { MessageClass, MessageSource, MessageState } from '../../shared/model/message.ts';
import type { MessageRow } from './message-types.ts';

/** Which messages are looked for. What is left out does not matter. */
export interface MessageQuery {
  readonly state?: MessageState | undefined;
  readonly states?: readonly MessageState[] | undefined;
  readonly deviceId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly userId?: string | undefined;
  /** Bound to it, or handed to it last. */
  readonly gatewayId?: string | undefined;
  readonly source?: MessageSource | undefined;
  readonly class?: MessageClass | undefined;
  /** A part of the number. */
  readonly number?: string | undefined;
  /** Only those made before the one of this id; they are counted all the same. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** A page of messages. */
export interface MessageList {
  /** Newest first. */
  readonly messages: MessageRow[];
  /** How many fit in all. */
  readonly total: number;
  /** They were looked for among so many of the newest; null: among all. */
  readonly among: number | null;
}
