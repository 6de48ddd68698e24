import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import type { Session } from '../../../shared/model/session.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SessionMark } from '../../components/session-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { SessionFolders, useTroubleText } from '../session/session-folders.tsx';
import { SessionLength } from '../session/session-time.tsx';
import styles from './devices.module.css';

/** How many sessions are shown at first, and how many more each time. */
const step = 30;
const mostRead = 1_000;

function SessionRow({ session }: { readonly session: Session }): ReactNode {
  const { t, format } = useText();
  const troubles = useTroubleText()(session);
  const reason = session.reason === null ? null : t(`sessionReasons.${session.reason}`);
  return (
    <tr>
      <td>
        <RelativeTime at={session.startedAt} />
        <div className={styles['under']}>
          <SessionLength session={session} />
        </div>
      </td>
      <td>
        <SessionMark session={session} />
      </td>
      <td>
        <div className={styles['stacked']}>
          <SessionFolders session={session} />
        </div>
        {reason === null && troubles === null ? null : (
          <div className={styles['under']}>{[reason, troubles].filter(Boolean).join(' ')}</div>
        )}
      </td>
      <td>
        <Link
          {...placeOf('session', session.id)}
          aria-label={t('devices.sessions.details-of', { time: format.exact(session.startedAt) })}
        >
          {t('devices.sessions.details')}
        </Link>
      </td>
    </tr>
  );
}

/** What {@link SessionsTab} needs. */
export interface SessionsTabProps {
  readonly device: Device;
  /** The button that has the device synchronise. */
  readonly alertNow: ReactNode;
}

/** The sessions of a device, newest first, each with the way to all of it. */
export function SessionsTab({ device, alertNow }: SessionsTabProps): ReactNode {
  const { t } = useText();
  const [limit, setLimit] = useState(step);
  const { data, error, isPending, refetch } = useQuery(
    orpc.sessions.list.queryOptions({
      input: { deviceId: device.id, limit },
      placeholderData: (before) => before,
    }),
  );
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  if (isPending) return <p className="pd-soft">{t('common.loading')}</p>;
  if (data.sessions.length === 0) {
    return (
      <EmptyState
        title={t('devices.sessions.empty.title')}
        text={t('devices.sessions.empty.text')}
        action={alertNow}
      />
    );
  }
  return (
    <>
      <table className={styles['alerts']}>
        <thead>
          <tr>
            <th scope="col">{t('common.time')}</th>
            <th scope="col">{t('common.state')}</th>
            <th scope="col">{t('devices.sessions.column.folders')}</th>
            <th scope="col">
              <span className="pd-spoken">{t('devices.sessions.details')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </tbody>
      </table>
      {data.total > data.sessions.length && limit < mostRead ? (
        <Button
          variant="default"
          mt="sm"
          onClick={() => {
            setLimit(Math.min(mostRead, limit + step));
          }}
        >
          {t('devices.sessions.more')}
        </Button>
      ) : null}
    </>
  );
}
