import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { Gateway, GatewayReason } from '../../../shared/model/gateway.ts';
import { action, broken, holds } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';

/** Reasons of a gateway that takes messages, if slowly. */
const usable: ReadonlySet<GatewayReason> = new Set<GatewayReason>(['ok', 'unused', 'throttled']);

/** An SMS to the device has a way out. */
export function gatewaySends(facts: Facts): Finding {
  const { device, gateways } = facts;
  if (!clientType(device.clientType).push.isPossible) return holds('gateway-not-needed');
  if (device.number === null) return broken('no-number', { action: action('set-number') });
  const [first] = gateways;
  if (first === undefined) return broken('no-gateway', { action: action('add-gateway') });
  const active = gateways.filter((gateway) => gateway.active);
  if (active.length === 0) {
    const on = action('switch-gateway-on', { id: first.id });
    return broken('gateway-off', { params: { gateway: first.name }, action: on });
  }
  return ofActive(facts, active);
}

function ofActive(facts: Facts, active: readonly Gateway[]): Finding {
  const working = active.filter(({ reason }) => usable.has(reason));
  const way = working.find(({ kind }) => kind !== 'simulator') ?? working[0];
  if (way === undefined) return failing(active);
  const params = { gateway: way.name };
  if (way.kind === 'simulator' && !facts.isVirtual) {
    const other = active.find(({ kind }) => kind !== 'simulator');
    if (other !== undefined) return failing([other]);
    return broken('only-simulator', { params, action: action('add-gateway') });
  }
  const refused = lastMessage(facts);
  if (refused !== undefined) return refused;
  const at = way.lastUsedAt;
  if (way.kind === 'simulator') return holds('gateway-simulator', { params, at });
  return holds(way.reason === 'unused' ? 'gateway-unused' : 'gateway-works', { params, at });
}

function failing([gateway]: readonly Gateway[]): Finding {
  const { id = null, name = '', reason = 'off', detail = '', lastUsedAt = null } = gateway ?? {};
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
