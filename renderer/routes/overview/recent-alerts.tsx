import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Alert } from '../../../shared/model/alert.ts';
import { AlertMark } from '../../components/alert-mark.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import styles from './overview.module.css';

/** The last alerts, each with its trace. */
export function RecentAlerts({ alerts }: { readonly alerts: readonly Alert[] }): ReactNode {
  const { t, list } = useText();
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('overview.recentTitle')}</h2>
      {alerts.length === 0 ? (
        <EmptyState
          title={t('overview.recentEmpty')}
          text={t('overview.recentEmptyHint')}
          action={
            <Button variant="default" renderRoot={(root) => <Link {...root} to="/log" />}>
              {t('overview.seeLog')}
            </Button>
          }
        />
      ) : (
        <table className={styles['alerts']}>
          <tbody>
            {alerts.map((alert) => (
              <tr key={alert.id}>
                <td>
                  <AlertMark alert={alert} />
                </td>
                <td className={styles['wide']}>
                  <Link {...placeOf('device', alert.deviceId)} className={styles['quiet']}>
                    {alert.deviceName}
                  </Link>
                  <span className="pd-soft">
                    {' – '}
                    {alert.reason === null || alert.state === 'sent' || alert.reason === 'manual'
                      ? list(alert.folders.map((folder) => t(`dataTypes.${folder.dataType}`)))
                      : t(`alertReasons.${alert.reason}`)}
                  </span>
                </td>
                <td className="pd-soft">
                  <RelativeTime at={alert.createdAt} />
                </td>
                <td>
                  <Link {...placeOf('trace', alert.traceId)} aria-label={t('logView.showTraceOf')}>
                    <span aria-hidden>⟶</span> {t('logView.showTrace')}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
