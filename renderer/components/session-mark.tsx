import type { ReactNode } from 'react';
import type { Session, SessionState } from '../../shared/model/session.ts';
import type { StateMark as State } from '../../shared/model/words.ts';
import { useText } from '../i18n/provider.tsx';
import { StateMark } from './state-mark.tsx';

/** The mark of every state of a session. A broken one goes on next time, so it is no failure yet. */
export const sessionMarks: Readonly<Record<SessionState, State>> = {
  running: 'waiting',
  done: 'working',
  failed: 'failed',
  broken: 'attention',
  suspended: 'paused',
  refused: 'failed',
};

/** Where a session stands, as mark and word. */
export function SessionMark({ session }: { readonly session: Pick<Session, 'state'> }): ReactNode {
  const { t } = useText();
  return (
    <StateMark state={sessionMarks[session.state]} word={t(`sessionStates.${session.state}`)} />
  );
}
