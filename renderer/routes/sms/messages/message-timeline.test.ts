import { describe, expect, it } from 'vitest';
import { messageStateSchema } from '../../../../shared/model/message.ts';
import { sampleDelivery, sampleMessage } from '../../../testing/sample-messages.ts';
import { actionsOf, timelineOf } from './message-timeline.ts';

describe('the timeline of a message', () => {
  it('tells every step with the time since the one before', () => {
    const message = sampleMessage({ createdAt: 1_000, state: 'delivered', endedAt: 9_000 });
    const steps = timelineOf(
      message,
      [
        sampleDelivery({ startedAt: 1_500, endedAt: 2_000, outcome: 'unreachable' }),
        sampleDelivery({
          id: 'd2',
          attempt: 2,
          startedAt: 5_000,
          endedAt: 5_200,
          reportedAt: 9_000,
          reportState: 'delivered',
        }),
      ],
      10_000,
    );
    expect(steps.map(({ kind, later, mark }) => [kind, later, mark])).toEqual([
      ['put-in', null, 'working'],
      ['attempt', 500, 'failed'],
      ['attempt', 3_000, 'working'],
      ['report', 3_800, 'working'],
    ]);
  });

  it('ends with what it waits for at present', () => {
    const now = (given: Parameters<typeof sampleMessage>[0]) =>
      timelineOf(sampleMessage(given), [], 5_000).at(-1);
    expect(now({ state: 'queued', nextAttemptAt: 9_000 })).toMatchObject({ state: 'waiting' });
    expect(now({ state: 'queued', nextAttemptAt: 1_000 })).toMatchObject({ state: 'due' });
    expect(now({ state: 'queued', nextAttemptAt: 1_000, reason: 'budget' })).toMatchObject({
      state: 'waiting',
    });
    expect(now({ state: 'uncertain' })).toMatchObject({ state: 'uncertain', mark: 'attention' });
    expect(now({ state: 'sent' })).toMatchObject({ state: 'sent', at: null });
  });

  it('does not say twice that it is being handed over', () => {
    const under = sampleDelivery({ outcome: 'under-way', endedAt: null });
    const kinds = timelineOf(sampleMessage({ state: 'sending' }), [under], 5_000);
    expect(kinds.map(({ kind }) => kind)).toEqual(['put-in', 'attempt']);
  });

  it('says that it was given up, and when', () => {
    const steps = timelineOf(
      sampleMessage({ state: 'expired', createdAt: 1_000, endedAt: 61_000 }),
      [],
      99_000,
    );
    expect(steps.at(-1)).toMatchObject({ kind: 'ended', state: 'expired', later: 60_000 });
  });

  it('has delivered by the word of a person who knows, where no report came', () => {
    const steps = timelineOf(sampleMessage({ state: 'delivered', endedAt: 4_000 }), [], 5_000);
    expect(steps.at(-1)).toMatchObject({ kind: 'ended', state: 'delivered' });
  });
});

it('offers nothing that the state of a message does not allow', () => {
  const offered = messageStateSchema.options.map((state) => [state, actionsOf(state).join(' ')]);
  expect(Object.fromEntries(offered)).toMatchObject({
    queued: 'retry pause reroute drop',
    sending: '',
    delivered: '',
    uncertain: 'retry drop',
    paused: 'resume reroute drop',
    dropped: 'retry',
  });
});
