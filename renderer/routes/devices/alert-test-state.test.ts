import { describe, expect, it } from 'vitest';
import { sampleAlert } from '../../testing/samples.ts';
import { stepTimes, testOutcome, testPatienceMs } from './alert-test-state.ts';

const sent = sampleAlert({ state: 'sent', createdAt: 5_000 });

describe('a test alert', () => {
  it('is answered by the device itself when the alert says so', () => {
    const alert = sampleAlert({ state: 'answered', createdAt: 5_000 });
    expect(testOutcome({ alert, mismatch: null, waitedMs: 10 })).toBe('right');
  });

  it('is answered by another device when a mix-up is seen after it was sent', () => {
    const before = { deviceId: 'device-2', at: 4_999 };
    const after = { deviceId: 'device-2', at: 5_001 };
    expect(testOutcome({ alert: sent, mismatch: before, waitedMs: 10 })).toBe('waiting');
    expect(testOutcome({ alert: sent, mismatch: after, waitedMs: 10 })).toBe('other');
    const ended = sampleAlert({ state: 'answered', createdAt: 5_000 });
    expect(testOutcome({ alert: ended, mismatch: after, waitedMs: 10 })).toBe('other');
  });

  it('is not waited for when it never got out, nor for ever', () => {
    const failed = sampleAlert({ state: 'failed' });
    expect(testOutcome({ alert: failed, mismatch: null, waitedMs: 10 })).toBe('failed');
    const waitedMs = testPatienceMs;
    expect(testOutcome({ alert: sent, mismatch: null, waitedMs })).toBe('timeout');
  });

  it('shows which stops it has reached', () => {
    const alert = sampleAlert({ createdAt: 1, sentAt: 2, deliveredAt: null, answeredAt: null });
    expect(stepTimes(alert)).toEqual({ planned: 1, sent: 2, delivered: null, answered: null });
  });
});
