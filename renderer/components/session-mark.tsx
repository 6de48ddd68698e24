import type { ReactNode } from 'react';
import type { Session, SessionState } from '../../shared/model/session.ts';
import type { StateMark as State } from '../../shared/model/words.ts';
import { useText } from '../i18n/provider.tsx';
import { StateMark } from './state-mark.tsx';

/** The mark of every state. A broken session goes on next time, so it is no failure yet. */
const marks: Readonly<Record<SessionState, State>> = {
  running: 'waiting',
  done: 'working',
  failed: 'failed',
  broken: 'attention',
  suspended: 'paused',
  refused: 'failed',
};

/** The mark of a session. One that went through and left something behind wants a look. */
export function sessionMark({ state, reason }: Pick<Session, 'state' | 'reason'>): State {
  return state === 'done' && reason !== null ? 'attention' : marks[state];
}

/** Where a session stands, as mark and word. */
export function SessionMark({
  session,
}: {
  readonly session: Pick<Session, 'state' | 'reason'>;
}): ReactNode {
  const { t } = useText();
  return <StateMark state={sessionMark(session)} word={t(`sessionStates.${session.state}`)} />;
}
