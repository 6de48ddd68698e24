import type { ReactNode } from 'react';
import type { Overview } from '../../../shared/model/system.ts';
import { StackedBars } from '../../components/charts/stacked-bars.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './overview.module.css';

/** Alerts by hour, stacked by what became of them. */
export function AlertsChart({ hours }: { readonly hours: Overview['hours'] }): ReactNode {
  const { t, format } = useText();
  return (
    <section className={styles['section']}>
      <StackedBars
        title={t('overview.alertsTitle')}
        axis={t('overview.hour')}
        series={[
          { name: t('overview.delivered'), tone: 'working' },
          { name: t('overview.sent'), tone: 'sent' },
          { name: t('overview.waitingSeries'), tone: 'waiting' },
          { name: t('overview.failed'), tone: 'failed' },
          { name: t('overview.suppressed'), tone: 'off' },
        ]}
        bars={hours.map((hour) => ({
          label: format.hour(hour.at),
          values: [hour.delivered, hour.sent, hour.waiting, hour.failed, hour.suppressed],
        }))}
      />
    </section>
  );
}
