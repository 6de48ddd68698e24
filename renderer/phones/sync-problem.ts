import type { PhoneProfile, PhoneSync } from '../../shared/model/phone.ts';

/** What a person has to do about a virtual phone's failed session. */
export type SyncProblem =
  | 'network'
  | 'certificate'
  | 'off'
  | 'password'
  | 'no-password'
  | 'typed-password'
  | 'no-settings'
  | 'refused'
  | 'folder'
  | 'full'
  | 'other';

const byCode: Readonly<Record<string, SyncProblem>> = {
  network: 'network',
  certificate: 'certificate',
  'no-settings': 'no-settings',
  'no-password': 'no-password',
  '401': 'password',
  '407': 'password',
  '403': 'refused',
  '404': 'folder',
  '420': 'full',
  '503': 'off',
};

/**
 * What a session failed for, by its SyncML status or word; null when it did not fail. `source` is
 * where the phone has its settings from.
 */
export function syncProblemOf(
  { state, problem }: PhoneSync,
  source: PhoneProfile['source'] = 'device',
): SyncProblem | null {
  if (state !== 'failed') return null;
  const found = byCode[problem ?? ''] ?? 'other';
  // Settings that were sent have the password that somebody typed into this very phone.
  const isTyped = source === 'received' && (found === 'password' || found === 'no-password');
  return isTyped ? 'typed-password' : found;
}
