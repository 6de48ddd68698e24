import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { Gateway, GatewayReason } from '../../../shared/model/gateway.ts';
import type { RouteExplanation } from '../../../shared/model/route.ts';
import { action, broken, holds } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';

/** Reasons of a gateway that takes messages, if slowly. */
const usable: ReadonlySet<GatewayReason> = new Set<GatewayReason>(['ok', 'unused', 'throttled']);

/** Words of a gateway on the way that takes an SMS sooner or later. */
const open: ReadonlySet<RouteStep['reason']> = new Set<RouteStep['reason']>([
  'ok',
  'busy',
  'only-fallback',
]);

type RouteStep = RouteExplanation['steps'][number];

/** A gateway that SMS to the device may go by. */
interface Way {
  readonly gateway: Gateway;
  readonly takes: boolean;
  /** Why it does not take them. */
  readonly reason: GatewayReason;
}

/** An SMS to the device has a way out. */
export function gatewaySends(facts: Facts): Finding {
  const { device, gateways } = facts;
  if (!clientType(device.clientType).push.isPossible) return holds('gateway-not-needed');
  if (device.number === null) return broken('no-number', { action: action('set-number') });
  const [first] = gateways;
  if (first === undefined) return broken('no-gateway', { action: action('add-gateway') });
  const ways = waysOf(facts);
  if (gateways.every(({ active }) => !active)) {
    const { id, name } = ways[0]?.gateway ?? first;
    const on = action('switch-gateway-on', { id });
    return broken('gateway-off', { params: { gateway: name }, action: on });
  }
  const taker = ways.find(({ takes }) => takes)?.gateway;
  if (taker === undefined) return nobodyTakes(facts, ways);
  if (taker.kind === 'simulator' && !facts.isVirtual) return takenBySimulator(facts, ways, taker);
  const refused = lastMessage(facts);
  if (refused !== undefined) return refused;
  const told = { params: { gateway: taker.name }, at: taker.lastUsedAt };
  if (taker.kind === 'simulator') return holds('gateway-simulator', told);
  return holds(taker.reason === 'unused' ? 'gateway-unused' : 'gateway-works', told);
}

/** The gateways that routes and priorities allow, in the order in which they are tried. */
function waysOf({ way, gateways }: Facts): Way[] {
  return (way?.steps ?? []).flatMap(({ gatewayId, reason }) => {
    const gateway = gateways.find(({ id }) => id === gatewayId);
    if (gateway === undefined) return [];
    // One that has failed and may be tried again is open, and does not work all the same.
    const takes = open.has(reason) && usable.has(gateway.reason);
    const isToldByStep = reason === 'budget' || reason === 'off';
    return [{ gateway, takes, reason: isToldByStep ? reason : gateway.reason }];
  });
}

/** Others would take them where the route says that they may not, or none does at all. */
function nobodyTakes({ way, gateways }: Facts, ways: readonly Way[]): Finding {
  const first = ways.find(({ gateway }) => gateway.active) ?? ways[0];
  if (first === undefined) return broken('no-gateway', { action: action('add-gateway') });
  const others = gateways.filter(({ id }) => !ways.some(({ gateway }) => gateway.id === id));
  const route = way?.route ?? null;
  if (route === null || route.fallback || !others.some(({ active }) => active)) {
    return failing(first);
  }
  const { gateway, reason } = first;
  return broken('route-down', {
    params: { route: route.name, gateway: gateway.name, reason, detail: gateway.detail },
    at: gateway.lastUsedAt,
    action: action('show-routes'),
  });
}

/** A real phone gets nothing that goes to virtual ones. */
function takenBySimulator(facts: Facts, ways: readonly Way[], simulator: Gateway): Finding {
  const isReal = ({ active, kind }: Gateway): boolean => active && kind !== 'simulator';
  const before = ways.slice(
    0,
    ways.findIndex(({ gateway }) => gateway === simulator),
  );
  const real = before.find(({ gateway }) => isReal(gateway));
  if (real !== undefined) return failing(real);
  const params = { gateway: simulator.name };
  return facts.gateways.some(isReal)
    ? broken('simulator-first', { params, action: action('show-routes') })
    : broken('only-simulator', { params, action: action('add-gateway') });
}

function failing({ gateway, reason }: Way): Finding {
  const { id, name, detail, lastUsedAt } = gateway;
  return broken('gateway-failing', {
    params: { gateway: name, reason, detail },
    at: lastUsedAt,
    action: action('test-gateway', { id }),
  });
}

/** The last SMS to this number was given up; one to an earlier number says nothing of this one. */
function lastMessage({ device, message }: Facts): Finding | undefined {
  if (message?.state !== 'failed' || message.number !== device.number) return undefined;
  const { number, attempts, endedAt, alertId } = message;
  const canAlert = device.pushEnabled && device.folders.some(({ enabled }) => enabled);
  const again = alertId === null ? 'send-configuration' : canAlert ? 'alert-now' : 'set-number';
  return broken('message-failed', {
    params: { number, attempts },
    at: endedAt,
    action: action(again),
  });
}
