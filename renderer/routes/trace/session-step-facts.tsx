import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Session } from '../../../shared/model/session.ts';
import { SessionMark } from '../../components/session-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { SessionFolders, useTroubleText } from '../session/session-folders.tsx';
import { SessionLength } from '../session/session-time.tsx';
import { Facts } from './facts.tsx';

/** What a session did: state, folders with their counts, duration, and the way to all of it. */
export function SessionStepFacts({ session }: { readonly session: Session }): ReactNode {
  const { t, format } = useText();
  const troubles = useTroubleText()(session);
  return (
    <Facts
      facts={[
        [
          t('trace.session'),
          <Link key="l" {...placeOf('session', session.id)}>
            {t('trace.openSession')}
          </Link>,
        ],
        [
          t('trace.device'),
          session.deviceId === null ? (
            <span key="c" className="pd-mono">
              {session.syncId}
            </span>
          ) : (
            <Link key="d" {...placeOf('device', session.deviceId)}>
              {session.deviceName}
            </Link>
          ),
        ],
        [t('trace.state'), <SessionMark key="s" session={session} />],
        ...(session.datastores.length === 0
          ? []
          : [[t('trace.folders'), <SessionFolders key="f" session={session} />] as const]),
        ...(troubles === null ? [] : [[t('session.problems.title'), troubles] as const]),
        ...(session.reason === null
          ? []
          : [[t('common.reason'), t(`sessionReasons.${session.reason}`)] as const]),
        [t('trace.duration'), <SessionLength key="t" session={session} />],
        [t('session.fact.started'), format.exact(session.startedAt)],
      ]}
    />
  );
}
