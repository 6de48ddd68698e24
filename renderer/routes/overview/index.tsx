import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import { Page } from '../../shell/page.tsx';
import { useFirstStart } from '../setup/first-start.ts';
import { AlertsChart } from './alerts-chart.tsx';
import { AttentionList } from './attention-list.tsx';
import { Figures } from './figures.tsx';
import styles from './overview.module.css';
import { RecentAlerts } from './recent-alerts.tsx';
import { overviewSentences } from './sentence.ts';
import { SetupCard } from './setup-card.tsx';

/** The first page: in five seconds it says whether anything is wrong, and where to click. */
export function OverviewPage(): ReactNode {
  const tools = useText();
  const { t } = tools;
  const query = useQuery(orpc.system.overview.queryOptions({}));
  const overview = query.data;
  useFirstStart(overview);
  return (
    <Page title={t('overview.title')}>
      {overview === undefined ? (
        query.error === null ? (
          <Skeleton height={24} width="60%" aria-label={t('common.loading')} />
        ) : (
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        )
      ) : (
        <div className={styles['page']}>
          <p className={styles['sentence']}>
            {overviewSentences(overview, tools).join(tools.language === 'zh-CN' ? '' : ' ')}
          </p>
          <SetupCard overview={overview} />
          <Figures overview={overview} />
          <div className={styles['columns']}>
            <div className={styles['column']}>
              <AttentionList overview={overview} />
              <AlertsChart hours={overview.hours} />
            </div>
            <div className={styles['column']}>
              <RecentAlerts alerts={overview.recentAlerts} />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}
