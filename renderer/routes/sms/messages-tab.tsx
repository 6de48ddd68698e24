import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { MessageActions } from './messages/message-actions.tsx';
import { useMessageColumns } from './messages/message-columns.tsx';
import { MessageFilters } from './messages/message-filters.tsx';
import {
  countGroups,
  hasMoreFilters,
  isMessageFiltered,
  messageGroups,
  noMessageFilter,
  readMessageFilter,
} from './messages/message-filter.ts';
import type { MessageGroup } from './messages/message-filter.ts';
import { QueueBanner, QueueSwitch } from './messages/queue-bar.tsx';
import { useMessages } from './messages/use-messages.ts';
import { messageMarks } from './message-state.ts';
import { SendDialog } from './send/send-dialog.tsx';
import styles from './service.module.css';

/** Chips that are shown while no message is in their states, too. */
const always: ReadonlySet<MessageGroup> = new Set(['queued', 'sent', 'delivered', 'failed']);

/** All SMS: what waits, what went out, what did not, and what can be done with them. */
export function MessagesTab(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const filter = readMessageFilter(url);
  const { messages, total, among, isComplete, isLoading, error, refetch, readOn } =
    useMessages(filter);
  const { data: queue } = useQuery(orpc.messages.queue.queryOptions({ input: {}, retry: false }));
  const currency = useQuery(orpc.settings.get.queryOptions({})).data?.sms.currency;
  const columns = useMessageColumns({ currency, canSort: isComplete });
  const counts = queue === undefined ? undefined : countGroups(queue.counts);
  // The queue's counts are those of all messages: beside a narrower filter they would be wrong.
  const shownCounts = hasMoreFilters(filter) ? undefined : counts;
  const setNumber = useCallback(
    (number: string) => {
      setUrl({ number });
    },
    [setUrl],
  );
  const write = (
    <Button
      leftSection={<IconPencil size={14} aria-hidden />}
      onClick={() => {
        setUrl({ write: 'new' });
      }}
    >
      {t('messagesPage.write')}
    </Button>
  );
  const counted = t('messagesPage.count', { shown: messages.length, total });
  const foot = among === null ? counted : `${counted} · ${t('messagesPage.among', { among })}`;
  if (error !== null) return <ErrorNotice error={error} onRetry={refetch} />;
  return (
    <>
      {queue === undefined ? null : (
        <QueueBanner isPaused={queue.paused} waiting={counts?.queued ?? 0} />
      )}
      <div className={styles['bar']}>
        <FilterChips
          label={t('messagesPage.column.state')}
          value={filter.group ?? ''}
          onChange={(value) => {
            setUrl({ state: value });
          }}
          chips={[
            { value: '', label: t('common.all') },
            ...messageGroups
              .filter(
                (group) =>
                  always.has(group) || filter.group === group || (counts?.[group] ?? 0) > 0,
              )
              .map((group) => ({
                value: group,
                label: t(`messagesPage.filter.${group}`),
                count: shownCounts?.[group],
                state: messageMarks[group],
              })),
          ]}
        />
        <SearchField label={t('messagesPage.search')} value={filter.number} onChange={setNumber} />
        <MessageFilters filter={filter} setUrl={setUrl} />
        <div className={styles['end']}>
          {queue === undefined ? null : <QueueSwitch isPaused={queue.paused} />}
          {write}
        </div>
      </div>
      <DataTable
        name="messages"
        label={t('sms.tab.messages')}
        rows={messages}
        columns={columns}
        rowId={(message) => message.id}
        rowName={(message) => message.number}
        defaultSort={isComplete ? '-time' : ''}
        openId={url['message'] ?? null}
        onOpen={(id) => {
          setUrl({ message: id ?? '', ...(id === null ? { view: '' } : {}) });
        }}
        onEnd={readOn}
        isLoading={isLoading}
        bulkActions={(ids) => <MessageActions ids={ids} />}
        empty={
          isMessageFiltered(filter) ? (
            <EmptyState
              title={t('messagesPage.none-match.title')}
              text={t('messagesPage.none-match.text')}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setUrl(noMessageFilter);
                  }}
                >
                  {t('common.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t('messagesPage.empty.title')}
              text={t('messagesPage.empty.text')}
              action={write}
            />
          )
        }
        foot={isLoading ? null : foot}
      />
      <SendDialog
        to={url['write']}
        onClose={() => {
          setUrl({ write: '' });
        }}
        onSent={(message) => {
          setUrl({ ...noMessageFilter, write: '', tab: 'messages', message: message.id, view: '' });
        }}
      />
    </>
  );
}
