import type { ReactNode } from 'react';
import type { Session } from '../../../shared/model/session.ts';
import { useNow } from '../../components/use-now.ts';
import { useText } from '../../i18n/provider.tsx';
import { sessionLength } from './session-facts.ts';

/** How long a session took; of one that runs, how long it has been under way. */
export function SessionLength({
  session,
}: {
  readonly session: Pick<Session, 'startedAt' | 'endedAt'>;
}): ReactNode {
  const { format } = useText();
  const now = useNow();
  return format.duration(sessionLength(session, now));
}
