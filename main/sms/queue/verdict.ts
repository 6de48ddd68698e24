import type { HandOver } from '../gateways/gateway.ts';

/** What is to be done about a message after a hand-over. */
export type Verdict =
  /** The gateway has it. */
  | { readonly kind: 'sent' }
  /** Nobody is going to take it. */
  | { readonly kind: 'failed'; readonly reason: 'gateway-refused' | 'gateway-unreachable' }
  /** The next gateway may take it at once. */
  | { readonly kind: 'fail-over' }
  /** Later. */
  | { readonly kind: 'retry' };

/** What the verdict depends on besides the result. */
export interface VerdictCircumstances {
  /** Hand-overs of this message so far, this one included. */
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Whether another gateway can take it at this moment. */
  readonly hasNext: boolean;
}

/**
 * Decides what becomes of a message. What lies in the message itself is no other gateway's business.
 * What lies in a gateway (a wrong password, no credit) is not the message's fault: where no other
 * takes it, it waits for somebody to put that right.
 */
export function verdictOf(
  result: Exclude<HandOver, { outcome: 'aborted' }>,
  { attempts, maxAttempts, hasNext }: VerdictCircumstances,
): Verdict {
  if (result.outcome === 'accepted') return { kind: 'sent' };
  const isRefused = result.outcome === 'refused';
  const reason = isRefused ? 'gateway-refused' : 'gateway-unreachable';
  if (isRefused && result.permanent && result.fault === 'message') {
    return { kind: 'failed', reason };
  }
  if (attempts >= maxAttempts) return { kind: 'failed', reason };
  if (hasNext) return { kind: 'fail-over' };
  return { kind: 'retry' };
}
