import { describe, expect, it } from 'vitest';
import { provisioningReasonSchema } from '../../../../shared/model/provisioning.ts';
import { sampleConfiguration, sampleLink } from '../../../testing/samples.ts';
import { groupDigits } from './digits.ts';
import { historyRows } from './history-rows.ts';
import { isMendable, mendOf } from './mend.ts';
import { progressOf } from './progress-steps.ts';
import { setUpState } from './set-up-state.ts';

const nothing = { configurations: [], links: [], lastSessionAt: null, isAwaited: true } as const;

describe('the sentence of how far a phone is', () => {
  it('says that nothing was sent, or that the phone synchronises all the same', () => {
    expect(setUpState(nothing)).toMatchObject({ word: 'none', mark: 'off', at: null });
    expect(setUpState({ ...nothing, lastSessionAt: 5 })).toMatchObject({ word: 'synced', at: 5 });
  });

  it('follows the newest configuration', () => {
    const configurations = [
      sampleConfiguration({ state: 'delivered', createdAt: 20, sentAt: 21, deliveredAt: 22 }),
      sampleConfiguration({ state: 'configured', createdAt: 1, configuredAt: 9 }),
    ];
    expect(setUpState({ ...nothing, configurations, lastSessionAt: 9 })).toMatchObject({
      word: 'delivered',
      mark: 'waiting',
      at: 22,
    });
  });

  it('says why a configuration failed', () => {
    const configurations = [sampleConfiguration({ state: 'failed', reason: 'gateway-refused' })];
    expect(setUpState({ ...nothing, configurations })).toMatchObject({
      word: 'failed',
      mark: 'failed',
      reason: 'gateway-refused',
    });
  });

  it('follows a link that was made after it, until the phone synchronises', () => {
    const configurations = [sampleConfiguration({ createdAt: 10 })];
    const made = sampleLink({ createdAt: 20 });
    const opened = sampleLink({ createdAt: 20, openedAt: 30, openedCount: 1, state: 'used' });
    const told = (link: typeof made, lastSessionAt: number | null) =>
      setUpState({ ...nothing, configurations, links: [link], lastSessionAt }).word;
    expect(told(made, 15)).toBe('link-open');
    expect(told(opened, 25)).toBe('link-used');
    expect(told(opened, 35)).toBe('link-synced');
    expect(told(sampleLink({ createdAt: 20, state: 'expired' }), null)).toBe('link-ended');
  });

  it('waits for no session of a phone that takes a profile', () => {
    const links = [sampleLink({ createdAt: 20, openedAt: 30, openedCount: 1 })];
    expect(setUpState({ ...nothing, links, isAwaited: false })).toMatchObject({
      word: 'link-opened',
      mark: 'working',
      at: 30,
    });
  });

  it('leaves out a link that was revoked unopened', () => {
    const links = [sampleLink({ createdAt: 20, state: 'revoked' })];
    expect(setUpState({ ...nothing, links }).word).toBe('none');
  });
});

describe('a reason why nothing can be sent', () => {
  it('has a way to mend it, except where the client type has no such thing', () => {
    const hopeless = provisioningReasonSchema.options.filter((reason) => !isMendable(reason));
    expect(hopeless).toEqual(['no-ota-format', 'uses-profile']);
    expect(mendOf('no-number')).toEqual({ kind: 'tab', tab: 'settings' });
    expect(mendOf('no-mail')).toMatchObject({ to: '/settings', section: 'mail' });
  });
});

describe('the way of a configuration', () => {
  it('waits at the first stop that was not reached', () => {
    const steps = progressOf(sampleConfiguration({ state: 'sent', sentAt: 2 }));
    expect(steps.map((step) => step.mark)).toEqual(['working', 'working', 'waiting', 'off']);
  });

  it('holds at a stop that the network did not report, once a later one was reached', () => {
    const steps = progressOf(sampleConfiguration({ state: 'configured', configuredAt: 9 }));
    expect(steps.every((step) => step.mark === 'working')).toBe(true);
  });

  it('shows where it failed', () => {
    const steps = progressOf(sampleConfiguration({ state: 'failed' }));
    expect(steps[1]?.mark).toBe('failed');
  });
});

describe('what was sent', () => {
  it('is one list, newest first', () => {
    const rows = historyRows(
      [sampleConfiguration({ createdAt: 3 }), sampleConfiguration({ createdAt: 1 })],
      [sampleLink({ createdAt: 2 })],
    );
    expect(rows.map((row) => row.kind)).toEqual(['configuration', 'link', 'configuration']);
  });
});

describe('a PIN', () => {
  it.each([
    ['1234', '12 34'],
    ['12345', '123 45'],
    ['123456', '123 456'],
    ['1234567890', '12 34 56 78 90'],
  ])('%s is read out as %s', (pin, told) => {
    expect(groupDigits(pin).join(' ')).toBe(told);
  });
});
