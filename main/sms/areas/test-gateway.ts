import type { GatewayTest } from '../../../shared/model/gateway.ts';
import type { Gateway, HandOver } from '../gateways/gateway.ts';
import type { OutgoingMessage } from '../outgoing.ts';

/** What a test found, and whether that says something of the gateway, and not of the message alone. */
export type Tried = Omit<GatewayTest, 'durationMs'> & { readonly isGatewayFault: boolean };

/** Looks whether the far side can be reached. */
export async function tryConnection(gateway: Gateway, signal: AbortSignal): Promise<Tried> {
  const check = await gateway.check(signal);
  return { ...check, request: '', isGatewayFault: !check.ok };
}

/** Sends a message by this gateway and no other. */
export async function trySending(
  gateway: Gateway,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<Tried> {
  const answer = await gateway.handOver(message, signal);
  return { ...judged(answer), request: gateway.describe(message) };
}

function judged(answer: HandOver): Omit<Tried, 'request'> {
  switch (answer.outcome) {
    case 'accepted':
      return { ok: true, reason: 'ok', detail: answer.detail, isGatewayFault: false };
    case 'refused': {
      const { reason, detail, fault, isOnlyThis } = answer;
      const isGatewayFault = fault === 'gateway' && isOnlyThis !== true;
      return { ok: false, reason, detail, isGatewayFault };
    }
    case 'unreachable':
    case 'uncertain':
      return { ok: false, reason: 'unreachable', detail: answer.detail, isGatewayFault: true };
    case 'aborted':
      return { ok: false, reason: 'unreachable', detail: '', isGatewayFault: false };
  }
}
