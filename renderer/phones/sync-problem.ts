import type { PhoneSync } from '../../shared/model/phone.ts';

/** What a person has to do about a virtual phone's failed session. */
export type SyncProblem =
  'network' | 'off' | 'password' | 'no-password' | 'refused' | 'folder' | 'full' | 'other';

const byCode: Readonly<Record<string, SyncProblem>> = {
  network: 'network',
  'no-password': 'no-password',
  '401': 'password',
  '407': 'password',
  '403': 'refused',
  '404': 'folder',
  '420': 'full',
  '503': 'off',
};

/** What a session failed for, by its SyncML status or word; null when it did not fail. */
export function syncProblemOf({ state, problem }: PhoneSync): SyncProblem | null {
  if (state !== 'failed') return null;
  return byCode[problem ?? ''] ?? 'other';
}
