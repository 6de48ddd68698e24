import type { OutgoingMessage } from '../outgoing.ts';
import type { Gateway } from './gateway.ts';

/** Where the simulator's messages end: in a virtual phone. */
export interface PhoneReceiver {
  receive(message: OutgoingMessage): Promise<void>;
}

/**
 * Opens the gateway to the virtual phones. They take every message and report its delivery
 * `reportAfterMs` later.
 */
export function openSimulatorGateway(phones: PhoneReceiver, reportAfterMs: number): Gateway {
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
    close: () => undefined,
  };
}
