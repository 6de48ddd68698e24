import type { RouteExplanation } from '../../../../shared/model/route.ts';

type Step = RouteExplanation['steps'][number];

/** One gateway on the way, with what happens there. */
export interface ExplainStep {
  readonly id: string;
  readonly name: string;
  /** `takes` for the one that takes the message; else why it is not that one. */
  readonly word: 'takes' | Step['reason'];
  readonly state: 'working' | 'waiting' | 'attention' | 'failed' | 'off';
  readonly price: number | null;
}

/** What would become of an SMS, as it is told. */
export interface ExplainView {
  /** The gateway that takes it; null when it waits. */
  readonly taker: ExplainStep | null;
  readonly price: number | null;
  readonly steps: readonly ExplainStep[];
}

const states: Readonly<Record<Step['reason'], ExplainStep['state']>> = {
  ok: 'waiting',
  off: 'off',
  failing: 'failed',
  budget: 'attention',
  busy: 'waiting',
  'not-open': 'attention',
  'only-fallback': 'off',
};

/** An explanation as steps in the order in which the gateways are tried. */
export function explainView(explanation: RouteExplanation): ExplainView {
  const steps = explanation.steps.map((step): ExplainStep => {
    const isTaker = step.gatewayId === explanation.gatewayId;
    return {
      id: step.gatewayId,
      name: step.gatewayName,
      word: isTaker ? 'takes' : step.reason,
      state: isTaker ? 'working' : states[step.reason],
      price: step.price,
    };
  });
  const taker = steps.find(({ id }) => id === explanation.gatewayId) ?? null;
  return { taker, price: explanation.price, steps };
}

/** A typed number as the service takes it; null while it is none yet. */
export function readNumber(typed: string): string | null {
  const number = typed.replaceAll(/[\s().\-/]/gu, '').replace(/^00/u, '+');
  return /^\+?\d{3,15}$/u.test(number) ? number : null;
}
