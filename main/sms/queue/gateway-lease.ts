import type { GatewayRow, MessageRow } from '../../store/types.ts';
import type { BudgetedMessage } from '../accounting/budget-rules.ts';
import type { Gateway, HandOver } from '../gateways/gateway.ts';

/** The right to hand one message to a gateway. */
export interface Lease {
  readonly row: GatewayRow;
  readonly gateway: Gateway;
  /** Takes note of what became of the message. */
  record(result: Exclude<HandOver, { outcome: 'aborted' }>): void;
  /**
   * The gateway has answered and can take the next message, while what it said is still being stored;
   * budgets wait for that.
   */
  free(): void;
  /** What it said is stored, or the message did not go. */
  release(): void;
}

/** What a message needs of a gateway. */
export interface Wanted extends BudgetedMessage {
  /** Which gateways may take it: `gateway:<id>`, `route:<id>`, or empty for all. */
  readonly lane: string;
  readonly number: string;
}

/** What became of asking for a gateway. */
export type Taken =
  | { readonly kind: 'lease'; readonly lease: Lease }
  /** The gateways of the lane are all busy: it goes on when one is free, which wakes the queue. */
  | { readonly kind: 'busy' }
  /**
   * Not now. `no-way`: all gateways of the lane are down, for all of its messages. `budget`: a budget
   * has no room for this message. `at` is when that may be different; null when only an event tells.
   */
  | { readonly kind: 'later'; readonly at: number | null; readonly reason: 'no-way' | 'budget' };

/** What a stored message needs of a gateway. */
export function wantedOf(row: MessageRow): Wanted {
  const { lane, number, accountId, deviceId, parts } = row;
  return { lane, number, accountId, deviceId, parts: parts.length };
}
