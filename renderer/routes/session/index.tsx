import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { toProblem } from '../../api/problem.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { LogView } from '../../components/log/log-view.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { FoldersTab } from './folders-tab.tsx';
import { MessagesTab } from './messages-tab.tsx';
import { SessionHead } from './session-head.tsx';
import styles from './session.module.css';

/** One session: what was synchronised, what went wrong, its log, and what was said word for word. */
export function SessionPage(): ReactNode {
  const { t } = useText();
  const { sessionId } = useParams({ from: '/session/$sessionId' });
  const [url, setUrl] = useUrlState();
  const query = useQuery(orpc.sessions.get.queryOptions({ input: { id: sessionId } }));
  const { data, error } = query;

  if (data === undefined) {
    return (
      <Page title={t('trace.session')}>
        {error === null ? (
          <p className="pd-soft">{t('common.loading')}</p>
        ) : toProblem(error).code === 'NOT_FOUND' ? (
          <EmptyState
            title={t('session.gone')}
            text={t('session.gone-hint')}
            action={
              <Button renderRoot={(root) => <Link {...root} to="/sync" />}>
                {t('session.to-sessions')}
              </Button>
            }
          />
        ) : (
          <ErrorNotice error={error} onRetry={() => void query.refetch()} />
        )}
      </Page>
    );
  }
  const { session, problems, messages } = data;
  const client = session.deviceName === '' ? session.syncId : session.deviceName;
  return (
    <Page title={t('session.title', { client })} isFilled>
      <div className={styles['head']}>
        <SessionHead session={session} />
      </div>
      <FilledTabs
        label={t('session.title', { client })}
        value={url['tab'] ?? 'folders'}
        onChange={(tab) => {
          setUrl({ tab });
        }}
        tabs={[
          {
            id: 'folders',
            label: t('session.tab.folders'),
            render: () => <FoldersTab session={session} problems={problems} />,
          },
          {
            id: 'log',
            label: t('session.tab.log'),
            isFilled: true,
            render: () => <LogView key={session.id} filter={{ traceId: session.traceId }} />,
          },
          {
            id: 'messages',
            label: t('session.tab.messages'),
            isFilled: messages.length > 0,
            render: () => <MessagesTab session={session} messages={messages} />,
          },
        ]}
      />
    </Page>
  );
}
