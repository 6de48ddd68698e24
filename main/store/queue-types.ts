import type { MessageClass, MessageState } from '../../shared/model/message.ts';
import type { MessageRow } from './message-types.ts';

/** Somebody whose messages wait. */
export interface WaitingOwner {
  readonly owner: string;
  /** When the first of them is due. */
  readonly nextAttemptAt: number;
}

/** One class of messages of one lane. */
export interface LaneClass {
  readonly lane: string;
  readonly class: MessageClass;
}

/** What says which lane a message belongs to. */
export type LanedMessage = Pick<MessageRow, 'id' | 'lane' | 'number' | 'accountId' | 'gatewayId'>;

/** The messages that wait, as those read them who hand them over. */
export interface QueueRepository {
  /** Lanes of which messages wait. */
  lanes(): Promise<string[]>;
  /** Owners whose messages wait, by name, from the first behind `after`; null begins at the first. */
  owners(of: LaneClass & { after: string | null; limit: number }): Promise<WaitingOwner[]>;
  /** An owner's messages that are due at `now`, longest waiting first. */
  due(of: LaneClass & { owner: string; now: number; limit: number }): Promise<MessageRow[]>;
  /** When the next message falls due that is not due at `now`; null when none waits. */
  nextDueAfter(now: number): Promise<number | null>;
  /** Messages that wait or are put aside and are too old at `now`. */
  expired(now: number, limit: number): Promise<MessageRow[]>;
  /** When the next message becomes too old; null when none waits. */
  nextExpiryAt(): Promise<number | null>;
  /** Messages that wait, oldest first, behind the one of this id. */
  lanesAfter(id: string, limit: number): Promise<LanedMessage[]>;
  setLanes(moved: readonly Pick<MessageRow, 'id' | 'lane'>[]): Promise<void>;
  counts(): Promise<ReadonlyMap<MessageState, number>>;
}
