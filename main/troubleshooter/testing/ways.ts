import type { Gateway } from '../../../shared/model/gateway.ts';
import type { Route, RouteExplanation } from '../../../shared/model/route.ts';
import type { Facts } from '../facts.ts';

/** The way of an SMS by these gateways, in their order; the words tell what each says to it. */
export function aWay(
  gateways: readonly Gateway[],
  {
    route = null,
    reasons = {},
  }: {
    readonly route?: Route | null;
    /** By gateway. */
    readonly reasons?: Readonly<Record<string, RouteExplanation['steps'][number]['reason']>>;
  } = {},
): NonNullable<Facts['way']> {
  const steps = gateways.map(({ id, name, active }) => {
    const reason = reasons[id] ?? (active ? 'ok' : 'off');
    return { gatewayId: id, gatewayName: name, usable: reason === 'ok', reason, price: null };
  });
  return { route, steps };
}

/** A route for Polish numbers. */
export function aRoute(over: Partial<Route> = {}): Route {
  return {
    id: 'route-1',
    name: 'Poland',
    active: true,
    prefixes: ['+48'],
    accountIds: [],
    gateways: [{ gatewayId: 'gateway-1', weight: 1 }],
    order: 'priority',
    fallback: true,
    createdAt: 0,
    ...over,
  };
}
