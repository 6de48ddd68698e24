import type { HandOver } from '../gateways/gateway.ts';

/** What is to be done about a message after a hand-over. */
export type Verdict =
  /** The gateway has it. */
  | { readonly kind: 'sent' }
  /** Nobody is going to take it. */
  | { readonly kind: 'failed'; readonly reason: 'gateway-refused' | 'gateway-unreachable' }
  /** Whether the gateway has it is not known, and it is not handed over again. */
  | { readonly kind: 'uncertain' }
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
  /** What an admin wants done with messages that a gateway may have or not. */
  readonly whenUncertain: 'repeat' | 'hold';
}

/**
 * Decides what becomes of a message. What lies in the message itself is no other gateway's business.
 * What lies in a gateway (a wrong password, no credit) is not the message's fault: where no other
 * takes it, it waits for somebody to put that right.
 */
export function verdictOf(
  result: Exclude<HandOver, { outcome: 'aborted' }>,
  { attempts, maxAttempts, hasNext, whenUncertain }: VerdictCircumstances,
): Verdict {
  if (settlesIt(result, whenUncertain)) {
    if (result.outcome === 'accepted') return { kind: 'sent' };
    if (result.outcome === 'uncertain') return { kind: 'uncertain' };
    return { kind: 'failed', reason: 'gateway-refused' };
  }
  const reason = result.outcome === 'refused' ? 'gateway-refused' : 'gateway-unreachable';
  if (attempts >= maxAttempts) return { kind: 'failed', reason };
  if (hasNext) return { kind: 'fail-over' };
  return { kind: 'retry' };
}

/** Whether no other gateway is to be asked, whatever the circumstances. */
export function settlesIt(
  result: Exclude<HandOver, { outcome: 'aborted' }>,
  whenUncertain: 'repeat' | 'hold',
): boolean {
  if (result.outcome === 'accepted') return true;
  if (result.outcome === 'uncertain') return whenUncertain === 'hold';
  return result.outcome === 'refused' && result.permanent && result.fault === 'message';
}
