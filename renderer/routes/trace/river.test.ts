import { describe, expect, it } from 'vitest';
import type { TraceStep } from '../../../shared/model/trace.ts';
import { sampleAlert, sampleConfiguration, sampleSession } from '../../testing/samples.ts';
import { firstOpenStep, lonelySessions, remarkableStep, timeInAll, timeSince } from './river.ts';

const kinds = ['change', 'planned', 'sms', 'delivered', 'answered'] as const;

function steps(...given: readonly (readonly [number | null, TraceStep['state']])[]): TraceStep[] {
  return given.map(([at, state], index) => ({
    kind: kinds[index] ?? 'change',
    at,
    state,
    key: 'change',
    params: {},
    alertId: null,
    sessionId: null,
    bytes:
      index === 2 && at !== null ? [{ name: 'san', part: 1, bytes: { hex: '', tree: [] } }] : [],
  }));
}

const done = steps(
  [0, 'working'],
  [5_000, 'working'],
  [5_012, 'working'],
  [7_000, 'working'],
  [9_000, 'working'],
);
const failed = steps(
  [0, 'working'],
  [5_000, 'working'],
  [5_012, 'failed'],
  [null, 'off'],
  [null, 'off'],
);
const waiting = steps(
  [0, 'working'],
  [5_000, 'waiting'],
  [null, 'waiting'],
  [null, 'waiting'],
  [null, 'waiting'],
);

describe('the river of a trace', () => {
  it('has the time between its steps', () => {
    expect(done.map((_, index) => timeSince(done, index))).toEqual([null, 5_000, 12, 1_988, 2_000]);
    expect(timeInAll(done)).toBe(9_000);
  });

  it('counts from the last step that happened when one is missing', () => {
    const skipped = steps(
      [0, 'working'],
      [1_000, 'working'],
      [2_000, 'working'],
      [null, 'waiting'],
      [5_000, 'working'],
    );
    expect(timeSince(skipped, 4)).toBe(3_000);
    expect(timeSince(skipped, 3)).toBeNull();
  });

  it('has no time in all with one step only', () => {
    expect(timeInAll(steps([0, 'working']))).toBeNull();
  });

  it('points out the step that failed, else the one that is waited for', () => {
    expect(remarkableStep(failed)).toBe(2);
    expect(remarkableStep(waiting)).toBe(1);
    expect(remarkableStep(done)).toBeNull();
  });

  it('opens at the failure, else at the bytes, else where it stands', () => {
    expect(firstOpenStep(failed)).toBe(2);
    expect(firstOpenStep(done)).toBe(2);
    expect(firstOpenStep(waiting)).toBe(1);
  });
});

it('tells apart the sessions that answered no alert and ended no configuration', () => {
  const answering = sampleSession({ id: 'answering' });
  const configuring = sampleSession({ id: 'configuring' });
  const alone = sampleSession({ id: 'alone' });
  const branch = {
    alert: sampleAlert(),
    steps: [],
    message: null,
    deliveries: [],
    session: answering,
  };
  const configuration = {
    configuration: sampleConfiguration({ state: 'configured' }),
    deviceName: 'Ada’s E71',
    steps: [],
    messages: [],
    deliveries: [],
    session: configuring,
  };
  expect(
    lonelySessions({
      branches: [branch],
      configurations: [configuration],
      sessions: [answering, configuring, alone],
    }),
  ).toEqual([alone]);
});
