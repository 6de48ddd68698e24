import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { toProblem } from '../../api/problem.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LogView } from '../../components/log/log-view.tsx';
import { useText } from '../../i18n/provider.tsx';
import { Page } from '../../shell/page.tsx';
import { BranchView } from './branch-view.tsx';
import { ChangeList } from './change-list.tsx';
import { ConfigurationView } from './configuration-view.tsx';
import { lonelySessions } from './river.ts';
import { SessionStepFacts } from './session-step-facts.tsx';
import styles from './trace.module.css';

/** One change's way to the phones: a river for every device, and the log of it all. */
export function TracePage(): ReactNode {
  const { t } = useText();
  const { traceId } = useParams({ from: '/trace/$traceId' });
  const query = useQuery(orpc.traces.get.queryOptions({ input: { id: traceId } }));
  const filter = useMemo(() => ({ traceId }), [traceId]);
  const { data: trace, error } = query;

  if (error !== null && trace === undefined) {
    return (
      <Page title={t('trace.title')}>
        {toProblem(error).code === 'NOT_FOUND' ? (
          <EmptyState
            title={t('trace.gone')}
            text={t('trace.goneHint')}
            action={
              <Button renderRoot={(root) => <Link {...root} to="/log" />}>
                {t('overview.seeLog')}
              </Button>
            }
          />
        ) : (
          <ErrorNotice error={error} onRetry={() => void query.refetch()} />
        )}
      </Page>
    );
  }
  const sessions = trace === undefined ? [] : lonelySessions(trace);
  return (
    <Page title={t('trace.title')} isFilled>
      <div className={styles['page']}>
        <div className={styles['rivers']} aria-busy={trace === undefined}>
          {trace?.branches.map((branch, index) => (
            <BranchView key={branch.alert.id} trace={trace} branch={branch} isOpen={index === 0} />
          ))}
          {trace?.configurations.map((told, index) => (
            <ConfigurationView
              key={told.configuration.id}
              traceId={trace.id}
              told={told}
              isOpen={index === 0 && trace.branches.length === 0}
            />
          ))}
          {sessions.length === 0 ? null : (
            <section className={styles['sessions']} aria-label={t('sync.tab.sessions')}>
              {sessions.map((session) => (
                <SessionStepFacts key={session.id} session={session} />
              ))}
            </section>
          )}
          {trace?.branches.length === 0 &&
          trace.configurations.length === 0 &&
          (sessions.length === 0 || trace.changes.length > 0) ? (
            <>
              <ChangeList changes={trace.changes} />
              <EmptyState
                title={t('trace.noBranch')}
                text={t('trace.noBranchHint')}
                action={
                  <Button variant="default" renderRoot={(root) => <Link {...root} to="/devices" />}>
                    {t('nav.devices')}
                  </Button>
                }
              />
            </>
          ) : null}
        </div>
        <section className={styles['log']} aria-label={t('trace.log')}>
          <LogView
            key={traceId}
            filter={filter}
            isCompact
            filters={() => <h2 className={styles['logHead']}>{t('trace.log')}</h2>}
          />
        </section>
      </div>
    </Page>
  );
}
