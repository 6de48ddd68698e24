import { expect, it } from 'vitest';
import { sessionMark } from './session-mark.tsx';

it('asks for a look at a session that went through but left items behind', () => {
  expect(sessionMark({ state: 'done', reason: null })).toBe('working');
  expect(sessionMark({ state: 'done', reason: 'items-failed' })).toBe('attention');
  expect(sessionMark({ state: 'broken', reason: 'client-gone' })).toBe('attention');
  expect(sessionMark({ state: 'refused', reason: 'wrong-password' })).toBe('failed');
});
