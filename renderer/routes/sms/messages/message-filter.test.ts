import { describe, expect, it } from 'vitest';
import {
  countGroups,
  hasMoreFilters,
  isMessageFiltered,
  messageQuery,
  readMessageFilter,
} from './message-filter.ts';

describe('the filter of messages', () => {
  it('stands in the URL and is asked of the services', () => {
    const filter = readMessageFilter({
      state: 'failed',
      number: '+48 600-100',
      gateway: 'g1',
      account: 'a1',
      source: 'api',
    });
    expect(messageQuery(filter)).toEqual({
      states: ['failed', 'expired'],
      number: '+48600100',
      gatewayId: 'g1',
      accountId: 'a1',
      source: 'api',
    });
    expect(isMessageFiltered(filter)).toBe(true);
  });

  it('asks for everything when nothing is set', () => {
    const filter = readMessageFilter({ tab: 'messages' });
    expect(messageQuery(filter)).toEqual({});
    expect(isMessageFiltered(filter)).toBe(false);
  });

  it('passes over words that it does not know, and cuts what is too long', () => {
    const filter = readMessageFilter({ state: 'lost', source: 'moon', number: '1'.repeat(50) });
    expect(filter).toMatchObject({ group: undefined, source: undefined });
    expect(filter.number).toHaveLength(32);
  });

  it('tells whether the counts of the chips still fit', () => {
    expect(hasMoreFilters(readMessageFilter({ state: 'failed' }))).toBe(false);
    expect(hasMoreFilters(readMessageFilter({ gateway: 'g1' }))).toBe(true);
  });
});

it('counts the states of each chip together', () => {
  expect(countGroups({ queued: 3, sending: 1, failed: 2, expired: 5 })).toMatchObject({
    queued: 4,
    failed: 7,
    delivered: 0,
  });
});
