import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { toProblem } from '../../api/problem.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { LogView } from '../../components/log/log-view.tsx';
import { SidePanel } from '../../components/panel/side-panel.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { useUrlState } from '../../routing/use-url-state.ts';
import { messageMarks } from './message-state.ts';
import { MessageActions } from './messages/message-actions.tsx';
import { MessageBytes } from './messages/message-bytes.tsx';
import { MessageFacts } from './messages/message-facts.tsx';
import { messageKind } from './messages/message-kind.ts';
import { actionsOf } from './messages/message-timeline.ts';
import { TimelineView } from './messages/timeline-view.tsx';
import styles from './service.module.css';
import { useNames } from './use-names.ts';

/** What {@link MessagePanel} needs. */
export interface MessagePanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One SMS: its course in words, its bytes, its log, and what can be done with it. */
export function MessagePanel({ id, onClose }: MessagePanelProps): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const names = useNames();
  const currency = useQuery(orpc.settings.get.queryOptions({})).data?.sms.currency;
  const { data, error, refetch } = useQuery(orpc.messages.get.queryOptions({ input: { id } }));
  if (data === undefined) {
    const isGone = error !== null && toProblem(error).code === 'NOT_FOUND';
    return (
      <SidePanel
        name="messages"
        title={isGone ? t('messagesPage.gone.title') : t('common.loading')}
        onClose={onClose}
      >
        {isGone ? (
          <EmptyState
            title={t('messagesPage.gone.title')}
            text={t('messagesPage.gone.text')}
            action={<Link to="/log">{t('nav.log')}</Link>}
          />
        ) : error === null ? null : (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        )}
      </SidePanel>
    );
  }
  const { message, deliveries } = data;
  const allowed = actionsOf(message.state);
  return (
    <SidePanel
      name="messages"
      title={t('messagesPage.title', { number: message.number })}
      state={
        <StateMark state={messageMarks[message.state]} word={t(`messageStates.${message.state}`)} />
      }
      head={
        <>
          <div className={styles['headFacts']}>
            <span>{t(`messagesPage.kind.${messageKind(message)}`)}</span>
            <RelativeTime at={message.createdAt} />
            <span>{t('messagesPage.fact.parts', { count: message.parts.length })}</span>
            <Link {...placeOf('trace', message.traceId)}>{t('messagesPage.trace')}</Link>
          </div>
          {allowed.length === 0 ? null : (
            <div className={styles['actions']}>
              <MessageActions
                ids={[message.id]}
                allowed={allowed}
                isWaiting={message.state === 'queued'}
              />
            </div>
          )}
        </>
      }
      onClose={onClose}
    >
      <FilledTabs
        label={t('messagesPage.title', { number: message.number })}
        value={url['view'] ?? 'course'}
        onChange={(view) => {
          setUrl({ view });
        }}
        tabs={[
          {
            id: 'course',
            label: t('messagesPage.tab.course'),
            render: () => (
              <>
                <TimelineView
                  message={message}
                  deliveries={deliveries}
                  user={names.user(message.userId)}
                />
                <MessageFacts message={message} names={names} currency={currency} />
              </>
            ),
          },
          {
            id: 'bytes',
            label: t('messagesPage.tab.bytes'),
            render: () => <MessageBytes key={id} message={message} />,
          },
          {
            id: 'log',
            label: t('messagesPage.tab.log'),
            isFilled: true,
            render: () => <LogView key={id} filter={{ traceId: message.traceId }} isCompact />,
          },
        ]}
      />
    </SidePanel>
  );
}
