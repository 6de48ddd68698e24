import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Message } from '../../../shared/model/message.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import type { DataColumn } from '../../components/table/columns.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { oneOf } from '../../routing/search.ts';
import { useUrlState } from '../../routing/use-url-state.ts';
import { messageChips, messageMarks } from './message-state.ts';
import styles from './sms.module.css';

const limit = 500;
const none: readonly Message[] = [];

function useMessageColumns(): readonly DataColumn<Message>[] {
  const { t, format } = useText();
  return useMemo(
    () => [
      {
        id: 'time',
        header: t('sms.messages.column.time'),
        width: 'minmax(110px, 0.8fr)',
        cell: (message) => <RelativeTime at={message.createdAt} />,
        sortValue: (message) => message.createdAt,
      },
      {
        id: 'number',
        header: t('sms.messages.column.number'),
        width: 'minmax(140px, 1.2fr)',
        canHide: false,
        cell: (message) => <span className="pd-mono">{message.number}</span>,
        sortValue: (message) => message.number,
      },
      {
        id: 'state',
        header: t('sms.messages.column.state'),
        width: 'minmax(120px, 1fr)',
        cell: (message) => (
          <StateMark
            state={messageMarks[message.state]}
            word={t(`messageStates.${message.state}`)}
          />
        ),
        sortValue: (message) => message.state,
      },
      {
        id: 'parts',
        header: t('sms.messages.column.parts'),
        width: '70px',
        align: 'end',
        cell: (message) => format.number(message.parts.length),
        sortValue: (message) => message.parts.length,
      },
      {
        id: 'attempts',
        header: t('sms.messages.column.attempts'),
        width: '80px',
        align: 'end',
        cell: (message) => format.number(message.attempts),
        sortValue: (message) => message.attempts,
      },
      {
        id: 'next',
        header: t('sms.messages.column.next'),
        width: 'minmax(120px, 0.9fr)',
        cell: (message) =>
          message.state === 'queued' ? (
            <RelativeTime at={message.nextAttemptAt} />
          ) : (
            <span className="pd-soft">–</span>
          ),
        sortValue: (message) => (message.state === 'queued' ? message.nextAttemptAt : null),
      },
      {
        id: 'trace',
        header: t('sms.messages.column.trace'),
        width: '70px',
        cell: (message) => (
          <Link
            {...placeOf('trace', message.traceId)}
            aria-label={t('sms.messages.trace-of', { number: message.number })}
          >
            {t('sms.messages.trace')}
          </Link>
        ),
      },
    ],
    [t, format],
  );
}

/** The SMS queue: what waits, what went out, what did not. */
export function MessagesTab(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const columns = useMessageColumns();
  const state = oneOf(url['state'], messageChips);
  const { data, error, isPending, refetch } = useQuery(
    orpc.messages.list.queryOptions({
      input: { limit, ...(state === undefined ? {} : { state }) },
      placeholderData: (before) => before,
    }),
  );
  const messages = data?.messages ?? none;
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <div className={styles['bar']}>
        <FilterChips
          label={t('sms.messages.column.state')}
          value={state ?? ''}
          onChange={(value) => {
            setUrl({ state: value });
          }}
          chips={[
            { value: '', label: t('common.all') },
            ...messageChips.map((value) => ({
              value,
              label: t(`sms.messages.filter.${value}`),
              state: messageMarks[value],
            })),
          ]}
        />
      </div>
      <DataTable
        name="messages"
        label={t('sms.tab.messages')}
        rows={messages}
        columns={columns}
        rowId={(message) => message.id}
        rowName={(message) => message.number}
        defaultSort="-time"
        openId={url['message'] ?? null}
        onOpen={(id) => {
          setUrl({ message: id ?? '' });
        }}
        isLoading={isPending}
        empty={
          state === undefined ? (
            <EmptyState
              title={t('sms.messages.empty.title')}
              text={t('sms.messages.empty.text')}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setUrl({ tab: '' });
                  }}
                >
                  {t('sms.tab.gateways')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t('sms.messages.none-match.title')}
              text={t('sms.messages.none-match.text')}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setUrl({ state: '' });
                  }}
                >
                  {t('common.clearFilters')}
                </Button>
              }
            />
          )
        }
        foot={
          data === undefined
            ? null
            : t('sms.messages.count', { shown: messages.length, total: data.total })
        }
      />
    </>
  );
}
