import type { Alert } from '../../../shared/model/alert.ts';
import type { Device } from '../../../shared/model/device.ts';

/** How long a test alert is waited for, in milliseconds. */
export const testPatienceMs = 120_000;

/** What came of a test alert so far. `other`: another device has answered it. */
export type AlertTestOutcome = 'waiting' | 'right' | 'other' | 'failed' | 'timeout';

/** What is known of a test alert. */
export interface AlertTest {
  readonly alert: Pick<Alert, 'state' | 'createdAt'>;
  readonly mismatch: Device['mismatch'];
  /** Milliseconds since the alert was asked for. */
  readonly waitedMs: number;
}

/** Who has answered a test alert, if anybody has. A mix-up seen before the test says nothing about it. */
export function testOutcome({ alert, mismatch, waitedMs }: AlertTest): AlertTestOutcome {
  // First: a session of the device's own client within the window ends the alert too, and only an
  // answer to the alert itself takes the mix-up back.
  if (mismatch !== null && mismatch.at >= alert.createdAt) return 'other';
  if (alert.state === 'answered') return 'right';
  if (alert.state === 'failed' || alert.state === 'expired' || alert.state === 'suppressed') {
    return 'failed';
  }
  return waitedMs >= testPatienceMs ? 'timeout' : 'waiting';
}

/** The stops of a test alert. */
export const testSteps = ['planned', 'sent', 'delivered', 'answered'] as const;
export type TestStep = (typeof testSteps)[number];

/** When each stop was reached; null where it has not been. */
export function stepTimes(
  alert: Pick<Alert, 'createdAt' | 'sentAt' | 'deliveredAt' | 'answeredAt'>,
): Record<TestStep, number | null> {
  return {
    planned: alert.createdAt,
    sent: alert.sentAt,
    delivered: alert.deliveredAt,
    answered: alert.answeredAt,
  };
}
