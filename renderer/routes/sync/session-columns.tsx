import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Session } from '../../../shared/model/session.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SessionMark } from '../../components/session-mark.tsx';
import type { DataColumn } from '../../components/table/columns.ts';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { SessionFolders, useTroubleText } from '../session/session-folders.tsx';
import { SessionLength } from '../session/session-time.tsx';
import styles from './sync.module.css';

/** The device of a session, or what its client calls itself. */
export function SessionDevice({ session }: { readonly session: Session }): ReactNode {
  const { t } = useText();
  if (session.deviceId !== null) {
    return <Link {...placeOf('device', session.deviceId)}>{session.deviceName}</Link>;
  }
  return (
    <span className={styles['named']}>
      <span className="pd-cut pd-mono">{session.syncId}</span>
      <span className={styles['tag']}>{t('sync.unassigned')}</span>
    </span>
  );
}

/** What was wrong with a session: its reason, and what did not go smoothly. */
function Problems({ session }: { readonly session: Session }): ReactNode {
  const { t } = useText();
  const troubles = useTroubleText()(session);
  const reason = session.reason === null ? null : t(`sessionReasons.${session.reason}`);
  const text = [reason, troubles].filter((one) => one !== null).join(' ');
  return text === '' ? null : <span title={text}>{text}</span>;
}

/** The columns of the table of sessions. */
export function useSessionColumns(): readonly DataColumn<Session>[] {
  const { t, format } = useText();
  return useMemo(
    () => [
      {
        id: 'time',
        header: t('sync.column.time'),
        width: 'minmax(115px, 0.6fr)',
        canHide: false,
        cell: (session) => (
          <Link
            {...placeOf('session', session.id)}
            aria-label={t('sync.session-of', {
              client: session.deviceName === '' ? session.syncId : session.deviceName,
              time: format.exact(session.startedAt),
            })}
          >
            <RelativeTime at={session.startedAt} />
          </Link>
        ),
        sortValue: (session) => session.startedAt,
      },
      {
        id: 'state',
        header: t('sync.column.state'),
        width: 'minmax(110px, 0.6fr)',
        cell: (session) => <SessionMark session={session} />,
        sortValue: (session) => session.state,
      },
      {
        id: 'device',
        header: t('sync.column.device'),
        width: 'minmax(170px, 1.2fr)',
        cell: (session) => <SessionDevice session={session} />,
        sortValue: (session) => (session.deviceName === '' ? session.syncId : session.deviceName),
      },
      {
        id: 'account',
        header: t('sync.column.account'),
        width: 'minmax(130px, 0.9fr)',
        cell: (session) =>
          session.accountId === null ? (
            session.accountAddress
          ) : (
            <Link {...placeOf('account', session.accountId)}>{session.accountAddress}</Link>
          ),
        sortValue: (session) => session.accountAddress,
      },
      {
        id: 'duration',
        header: t('sync.column.duration'),
        width: '80px',
        align: 'end',
        cell: (session) => <SessionLength session={session} />,
        sortValue: (session) =>
          session.endedAt === null ? null : session.endedAt - session.startedAt,
      },
      {
        id: 'folders',
        header: t('sync.column.folders'),
        width: 'minmax(230px, 2fr)',
        cell: (session) => <SessionFolders session={session} />,
      },
      {
        id: 'problems',
        header: t('sync.column.problems'),
        width: 'minmax(150px, 1.3fr)',
        cell: (session) => <Problems session={session} />,
      },
      {
        id: 'encoding',
        header: t('sync.column.encoding'),
        width: '110px',
        isHidden: true,
        cell: (session) => `SyncML ${session.version} ${session.encoding}`,
        sortValue: (session) => `${session.version} ${session.encoding}`,
      },
    ],
    [t, format],
  );
}
