import type { Session, SessionState } from '../../../shared/model/session.ts';
import { oneOf } from '../../routing/search.ts';
import type { SearchValues } from '../../routing/search.ts';

/** The chips above the sessions, each a group of states. */
export const sessionGroups = ['running', 'done', 'failed', 'refused'] as const;
export type SessionGroup = (typeof sessionGroups)[number];

const groupOfState: Readonly<Record<SessionState, SessionGroup>> = {
  running: 'running',
  done: 'done',
  failed: 'failed',
  broken: 'failed',
  suspended: 'failed',
  refused: 'refused',
};

/** Reads the filter from the URL's `state`. */
export function readSessionGroup(url: SearchValues): SessionGroup | undefined {
  return oneOf(url['state'], sessionGroups);
}

/** The sessions of one group; all of them without a group. */
export function sessionsOf(
  sessions: readonly Session[],
  group: SessionGroup | undefined,
): readonly Session[] {
  return group === undefined
    ? sessions
    : sessions.filter(({ state }) => groupOfState[state] === group);
}

/** How many sessions are in each group. */
export function countSessions(sessions: readonly Session[]): Record<SessionGroup, number> {
  const counts: Record<SessionGroup, number> = { running: 0, done: 0, failed: 0, refused: 0 };
  for (const { state } of sessions) counts[groupOfState[state]] += 1;
  return counts;
}
