import type { RouteExplanation } from '../../../shared/model/route.ts';
import type { Clock, Stop } from '../../platform/clock.ts';
import type { MessageRow } from '../../store/types.ts';
import { explainRoute } from './explain.ts';
import type { ExplainDeps } from './explain.ts';

/** Which way messages go. */
export interface Router {
  /**
   * Which gateways may take a message: `gateway:<id>` when it is bound to one, `route:<id>`, or empty
   * for all.
   */
  laneOf(message: Pick<MessageRow, 'number' | 'accountId' | 'gatewayId'>): string;
  /** Which way a message of one part would go now; nothing is sent, and nothing changes. */
  explain(number: string, accountId: string | null): RouteExplanation;
  /** Calls back whenever lanes of messages may have changed, until stopped. */
  onChange(listener: () => void): Stop;
}

/** Makes the router. */
export function createRouter(deps: ExplainDeps & { readonly clock: Clock }): Router {
  const { routes, clock } = deps;
  return {
    laneOf: (message) => routes.laneOf(message),
    explain: (number, accountId) => explainRoute(deps, number, accountId, clock.now()),
    onChange: (listener) => routes.onChange(listener),
  };
}
