import { expect, it } from 'vitest';
import type { PhoneSync } from '../../shared/model/phone.ts';
import { syncProblemOf } from './sync-problem.ts';

const session: PhoneSync = { state: 'done', at: 1, received: 0, sent: 0, problem: null };

it('says what to do about each way a session can fail', () => {
  const of = (problem: string | null) => syncProblemOf({ ...session, state: 'failed', problem });
  expect(['network', 'no-password', '407', '401', '403', '404', '420', '503'].map(of)).toEqual([
    'network',
    'no-password',
    'password',
    'password',
    'refused',
    'folder',
    'full',
    'off',
  ]);
  expect(['500', 'fault', null].map(of)).toEqual(['other', 'other', 'other']);
});

it('says nothing of a session that went well', () => {
  expect(syncProblemOf(session)).toBeNull();
});

it('tells a password that was typed into the phone from that of its account', () => {
  const failed = { ...session, state: 'failed', problem: '401' } as const;
  expect(syncProblemOf(failed, 'device')).toBe('password');
  expect(syncProblemOf(failed, 'received')).toBe('typed-password');
  const problems = ['no-password', 'no-settings', 'certificate'] as const;
  expect(problems.map((problem) => syncProblemOf({ ...failed, problem }, 'received'))).toEqual([
    'typed-password',
    'no-settings',
    'certificate',
  ]);
});
