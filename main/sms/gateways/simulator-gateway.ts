import type { Stop } from '../../platform/clock.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import type { Gateway, GatewayEvents } from './gateway.ts';

/** Where the simulator's messages end: in a virtual phone. */
export interface PhoneReceiver {
  receive(message: OutgoingMessage): Promise<void>;
}

/** Virtual phones at the far side of a simulator: they receive, and may write themselves. */
export interface SimulatorPhones extends PhoneReceiver {
  /** Phones may write by this gateway until the answer is called. */
  connect(gatewayId: string, take: GatewayEvents['incoming']): Stop;
}

/** What a simulator is opened with. */
export interface SimulatorOptions {
  readonly id: string;
  readonly phones: SimulatorPhones;
  readonly events: Pick<GatewayEvents, 'incoming'>;
  /** Milliseconds until a virtual phone reports a delivery. */
  readonly reportAfterMs: number;
}

/**
 * Opens the gateway to the virtual phones. They take every message and report its delivery a while
 * later; what they write comes in by it.
 */
export function openSimulatorGateway(options: SimulatorOptions): Gateway {
  const { id, phones, events, reportAfterMs } = options;
  const disconnect = phones.connect(id, (part) => events.incoming(part));
  return {
    async handOver(message) {
      try {
        await phones.receive(message);
      } catch (error) {
        return {
          outcome: 'unreachable',
          detail: error instanceof Error ? error.message : 'failed',
        };
      }
      return { outcome: 'accepted', providerId: message.id, detail: '', reportAfterMs };
    },
    check: () => Promise.resolve({ ok: true, reason: 'ok', detail: '' }),
    describe: (message) => `${message.number} (virtual)`,
    close: disconnect,
  };
}
