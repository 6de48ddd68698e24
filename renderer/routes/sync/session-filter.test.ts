import { describe, expect, it } from 'vitest';
import { sampleSession } from '../../testing/samples.ts';
import { countSessions, readSessionGroup, sessionsOf } from './session-filter.ts';

const sessions = [
  sampleSession({ id: 'a', state: 'running' }),
  sampleSession({ id: 'b', state: 'broken' }),
  sampleSession({ id: 'c', state: 'failed' }),
  sampleSession({ id: 'd', state: 'done' }),
  sampleSession({ id: 'e', state: 'refused' }),
];

describe('the filter of the sessions', () => {
  it('puts what was broken off among what failed', () => {
    expect(sessionsOf(sessions, 'failed').map(({ id }) => id)).toEqual(['b', 'c']);
    expect(sessionsOf(sessions, undefined)).toBe(sessions);
  });

  it('counts every group', () => {
    expect(countSessions(sessions)).toEqual({ running: 1, done: 1, failed: 2, refused: 1 });
  });

  it('takes from the URL only what it knows', () => {
    expect(readSessionGroup({ state: 'refused' })).toBe('refused');
    expect(readSessionGroup({ state: 'nonsense' })).toBeUndefined();
  });
});
