import { describe, expect, it } from 'vitest';
import type { Phone, PhoneMessage } from '../../../shared/model/phone.ts';
import type { Trace } from '../../../shared/model/trace.ts';
import { sampleAlert, sampleProfile, sampleSession } from '../../testing/samples.ts';
import { changeOutcome } from './change-outcome.ts';

function traceOf(alert: Parameters<typeof sampleAlert>[0]): Trace {
  return {
    id: 'trace-1',
    startedAt: 1_000,
    changes: [],
    configurations: [],
    branches: [
      { alert: sampleAlert(alert), steps: [], message: null, deliveries: [], session: null },
    ],
    sessions: [],
    log: [],
  };
}

function phoneWith(message: Partial<PhoneMessage>): Phone {
  return {
    number: '+447700900001',
    deviceId: 'device-1',
    deviceName: 'Ada’s phone',
    accountAddress: 'ada@example.org',
    clientType: 'nokia',
    wokenAt: null,
    received: 1,
    profile: sampleProfile,
    sync: { state: 'never', at: null, received: 0, sent: 0, problem: null },
    itemCounts: {},
    messages: [
      {
        id: 'message-1',
        at: 6_200,
        traceId: 'trace-1',
        kind: 'alert',
        version: '1.2',
        serverId: 'Pushdesk',
        sessionId: 1,
        uiMode: 'background',
        digestOk: true,
        syncs: [],
        text: null,
        ignored: null,
        configuration: null,
        error: null,
        parts: [],
        ...message,
      },
    ],
  };
}

describe('what became of the change', () => {
  it('waits until the alert is planned and sent', () => {
    expect(changeOutcome(undefined, 'device-1', undefined).kind).toBe('waiting');
    const planned = traceOf({ state: 'planned', sentAt: null, deliveredAt: null });
    expect(changeOutcome(planned, 'device-1', undefined).kind).toBe('waiting');
    expect(changeOutcome(traceOf({}), 'another', undefined).kind).toBe('waiting');
  });

  it('is a phone that woke once the virtual phone has the alert of this trace', () => {
    expect(changeOutcome(traceOf({}), 'device-1', phoneWith({}))).toEqual({
      kind: 'woke',
      afterMs: 5_200,
    });
    const other = phoneWith({ traceId: 'trace-0' });
    expect(changeOutcome(traceOf({}), 'device-1', other).kind).toBe('waiting');
  });

  it('is the word of the gateway for a real phone', () => {
    expect(changeOutcome(traceOf({ deliveredAt: null }), 'device-1', undefined)).toEqual({
      kind: 'sent',
      afterMs: 5_100,
    });
  });

  it('is a phone that has synchronised once its session has answered the alert', () => {
    const trace = traceOf({});
    const withSession = (state: 'running' | 'done'): Trace => ({
      ...trace,
      branches: trace.branches.map((branch) => ({
        ...branch,
        session: sampleSession({ state, endedAt: state === 'done' ? 7_000 : null }),
      })),
    });
    expect(changeOutcome(withSession('running'), 'device-1', phoneWith({})).kind).toBe('woke');
    for (const phone of [phoneWith({}), undefined]) {
      expect(changeOutcome(withSession('done'), 'device-1', phone)).toEqual({
        kind: 'synced',
        afterMs: 6_000,
      });
    }
  });

  it('is a phone that woke in vain where its session failed after the alert', () => {
    const failedAt = (at: number): Phone => ({
      ...phoneWith({}),
      sync: { state: 'failed', at, received: 0, sent: 0, problem: 'no-password' },
    });
    expect(changeOutcome(traceOf({}), 'device-1', failedAt(6_300)).kind).toBe('sync-failed');
    expect(changeOutcome(traceOf({}), 'device-1', failedAt(6_100)).kind).toBe('woke');
  });

  it('says that it failed', () => {
    const failed = traceOf({ state: 'failed', reason: 'gateway-refused', sentAt: null });
    expect(changeOutcome(failed, 'device-1', undefined).kind).toBe('failed');
  });
});
