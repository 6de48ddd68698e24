import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Session } from '../../../shared/model/session.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { useUrlState } from '../../routing/use-url-state.ts';
import { PhoneAddress } from './phone-address.tsx';
import { useSessionColumns } from './session-columns.tsx';
import { countSessions, readSessionGroup, sessionGroups, sessionsOf } from './session-filter.ts';
import type { SessionGroup } from './session-filter.ts';
import styles from './sync.module.css';

/** How many sessions are read at first and how many more each time; the services give so many at once. */
const step = 200;
const mostRead = 1_000;

const chipStates = {
  running: 'waiting',
  done: 'working',
  failed: 'failed',
  refused: 'failed',
} as const satisfies Record<SessionGroup, string>;

const none: readonly Session[] = [];

/** The newest sessions of all devices, live. */
export function SessionsTab(): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const [url, setUrl] = useUrlState();
  const [limit, setLimit] = useState(step);
  const columns = useSessionColumns();
  const { data, error, isPending, refetch } = useQuery(
    orpc.sessions.list.queryOptions({ input: { limit }, placeholderData: (before) => before }),
  );
  const sessions = data?.sessions ?? none;
  const group = readSessionGroup(url);
  const rows = useMemo(() => sessionsOf(sessions, group), [sessions, group]);
  const counts = useMemo(() => countSessions(sessions), [sessions]);
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <div className={styles['bar']}>
        <FilterChips
          label={t('sync.filter.state')}
          value={group ?? ''}
          onChange={(state) => {
            setUrl({ state });
          }}
          chips={[
            { value: '', label: t('common.all'), count: sessions.length },
            ...sessionGroups.map((value) => ({
              value,
              label: t(`sync.filter.${value}`),
              count: counts[value],
              state: chipStates[value],
            })),
          ]}
        />
      </div>
      <DataTable
        name="sessions"
        label={t('sync.tab.sessions')}
        rows={rows}
        columns={columns}
        rowId={(session) => session.id}
        rowName={(session) => (session.deviceName === '' ? session.syncId : session.deviceName)}
        defaultSort="-time"
        onOpen={(id) => {
          if (id !== null) void navigate(placeOf('session', id));
        }}
        isLoading={isPending}
        empty={
          sessions.length === 0 ? (
            <EmptyState
              title={t('sync.empty.title')}
              text={t('sync.empty.text')}
              action={<PhoneAddress />}
            />
          ) : (
            <EmptyState
              title={t('sync.none-match.title')}
              text={t('sync.none-match.text')}
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
          data === undefined ? null : (
            <>
              {t('sync.count', { shown: sessions.length, total: data.total })}{' '}
              {data.total > sessions.length && limit < mostRead ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => {
                    setLimit(Math.min(mostRead, limit + step));
                  }}
                >
                  {t('sync.more')}
                </Button>
              ) : null}
            </>
          )
        }
      />
    </>
  );
}
