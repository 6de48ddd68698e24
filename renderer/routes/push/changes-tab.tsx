import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Change } from '../../../shared/model/change.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { DataColumn } from '../../components/table/columns.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { useUrlState } from '../../routing/use-url-state.ts';

/** How many changes are read at first, and the most that can be. */
const limits = { first: 200, most: 1_000 } as const;

const none: readonly Change[] = [];

function useChangeColumns(): readonly DataColumn<Change>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'time',
        header: t('push.changes.column.time'),
        width: 'minmax(110px, 0.7fr)',
        cell: (change) => <RelativeTime at={change.at} />,
        sortValue: (change) => change.id,
      },
      {
        id: 'account',
        header: t('push.changes.column.account'),
        width: 'minmax(170px, 1.4fr)',
        canHide: false,
        cell: (change) => (
          <Link {...placeOf('account', change.accountId)}>{change.accountAddress}</Link>
        ),
        sortValue: (change) => change.accountAddress,
      },
      {
        id: 'folder',
        header: t('push.changes.column.folder'),
        cell: (change) => change.folder,
        sortValue: (change) => change.folder,
      },
      {
        id: 'origin',
        header: t('push.changes.column.origin'),
        width: 'minmax(120px, 1fr)',
        cell: (change) => change.origin ?? <span className="pd-soft">–</span>,
        sortValue: (change) => change.origin,
      },
      {
        id: 'source',
        header: t('push.changes.column.source'),
        width: 'minmax(90px, 0.6fr)',
        cell: (change) => t(`changeSources.${change.source}`),
        sortValue: (change) => change.source,
      },
      {
        id: 'trace',
        header: t('push.changes.column.trace'),
        width: '70px',
        cell: (change) => (
          <Link
            {...placeOf('trace', change.traceId)}
            aria-label={t('push.changes.trace-of', { account: change.accountAddress })}
          >
            {t('push.alerts.trace')}
          </Link>
        ),
      },
    ],
    [t],
  );
}

/** The journal of changes, newest first. */
export function ChangesTab(): ReactNode {
  const { t } = useText();
  const [, setUrl] = useUrlState();
  const [limit, setLimit] = useState<number>(limits.first);
  const columns = useChangeColumns();
  const { data, error, isPending, refetch } = useQuery(
    orpc.changes.list.queryOptions({ input: { limit }, placeholderData: (before) => before }),
  );
  const changes = data?.changes ?? none;
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return (
    <DataTable
      name="changes"
      label={t('push.tab.changes')}
      rows={changes}
      columns={columns}
      rowId={(change) => String(change.id)}
      rowName={(change) => `${change.accountAddress} ${change.folder}`}
      defaultSort="-time"
      isLoading={isPending}
      empty={
        <EmptyState
          title={t('push.changes.empty.title')}
          text={t('push.changes.empty.text')}
          action={
            <Button
              variant="default"
              onClick={() => {
                setUrl({ tab: 'connect' });
              }}
            >
              {t('push.changes.empty.action')}
            </Button>
          }
        />
      }
      foot={
        changes.length === limit && limit < limits.most ? (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setLimit(limits.most);
            }}
          >
            {t('push.changes.more')}
          </Button>
        ) : null
      }
    />
  );
}
