import type { ReportState } from '../../../shared/model/message.ts';

/**
 * Which of two reports on one part counts, in whatever order they come: what ends it counts more than
 * what does not, and nobody who has got a message can unget it.
 */
const weights: Readonly<Record<ReportState, number>> = {
  accepted: 0,
  enroute: 1,
  expired: 2,
  failed: 3,
  delivered: 4,
};

/** The state after another report on the same part. */
export function strongerState(known: ReportState | null, told: ReportState): ReportState {
  return known !== null && weights[known] >= weights[told] ? known : told;
}

/** Whether nothing more is to be expected. */
export function isFinal(
  state: ReportState | null,
): state is Extract<ReportState, 'delivered' | 'failed' | 'expired'> {
  return state === 'delivered' || state === 'failed' || state === 'expired';
}

/** What is known of a message of several parts: a part that is lost spoils all of it. */
export function stateOfParts(states: readonly (ReportState | null)[]): ReportState | null {
  if (states.includes('failed')) return 'failed';
  if (states.includes('expired')) return 'expired';
  if (states.length > 0 && states.every((state) => state === 'delivered')) return 'delivered';
  if (states.some((state) => state === 'enroute' || state === 'delivered')) return 'enroute';
  return states.includes('accepted') ? 'accepted' : null;
}
