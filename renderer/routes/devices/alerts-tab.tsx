import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { orpc } from '../../api/client.ts';
import { AlertMark } from '../../components/alert-mark.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './devices.module.css';

/** How many alerts are shown at first, and how many more each time. */
const step = 50;

/** What {@link AlertsTab} needs. */
export interface AlertsTabProps {
  readonly device: Device;
  /** The button that makes the first alert. */
  readonly alertNow: ReactNode;
}

/** The alerts of a device, newest first, each with the way to its trace. */
export function AlertsTab({ device, alertNow }: AlertsTabProps): ReactNode {
  const { t, list, format } = useText();
  const [limit, setLimit] = useState(step);
  const { data, error, isPending, refetch } = useQuery(
    orpc.alerts.list.queryOptions({
      input: { deviceId: device.id, limit },
      placeholderData: (before) => before,
    }),
  );
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  if (isPending) return <p className="pd-soft">{t('common.loading')}</p>;
  if (data.alerts.length === 0) {
    return (
      <EmptyState
        title={t('devices.alerts.empty.title')}
        text={t('devices.alerts.empty.text')}
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
            <th scope="col">{t('devices.alerts.column.folders')}</th>
            <th scope="col">{t('devices.alerts.trace')}</th>
          </tr>
        </thead>
        <tbody>
          {data.alerts.map((alert) => (
            <tr key={alert.id}>
              <td>
                <RelativeTime at={alert.createdAt} />
              </td>
              <td>
                <AlertMark alert={alert} />
                {alert.reason === null || alert.reason === 'manual' ? null : (
                  <div className={styles['under']}>{t(`alertReasons.${alert.reason}`)}</div>
                )}
              </td>
              <td>
                {list(alert.folders.map((folder) => folder.name))}
                <div className={styles['under']}>
                  {t('devices.alerts.changes', { count: alert.changeCount })}
                </div>
              </td>
              <td>
                <Link
                  to="/trace/$traceId"
                  params={{ traceId: alert.traceId }}
                  aria-label={t('devices.alerts.trace-of', { time: format.exact(alert.createdAt) })}
                >
                  {t('devices.alerts.trace')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.total > data.alerts.length ? (
        <Button
          variant="default"
          mt="sm"
          onClick={() => {
            setLimit(limit + step);
          }}
        >
          {t('devices.alerts.more')}
        </Button>
      ) : null}
    </>
  );
}
