import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Alert } from '../../../shared/model/alert.ts';
import { orpc } from '../../api/client.ts';
import { AlertMark } from '../../components/alert-mark.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { DataColumn } from '../../components/table/columns.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { useUrlState } from '../../routing/use-url-state.ts';
import {
  alertGroups,
  countAlerts,
  filterAlerts,
  readAlertFilter,
  reasonsOf,
} from './alert-filter.ts';
import type { AlertGroup } from './alert-filter.ts';
import styles from './push.module.css';

/** How many alerts are read at first, and how many more each time. */
const step = 500;

const chipStates = {
  waiting: 'waiting',
  sent: 'working',
  failed: 'failed',
  suppressed: 'off',
} as const satisfies Record<AlertGroup, string>;

function useAlertColumns(): readonly DataColumn<Alert>[] {
  const { t, list, format } = useText();
  return useMemo(
    () => [
      {
        id: 'time',
        header: t('push.alerts.column.time'),
        width: 'minmax(110px, 0.7fr)',
        cell: (alert) => <RelativeTime at={alert.createdAt} />,
        sortValue: (alert) => alert.createdAt,
      },
      {
        id: 'device',
        header: t('push.alerts.column.device'),
        width: 'minmax(150px, 1.2fr)',
        canHide: false,
        cell: (alert) => <Link {...placeOf('device', alert.deviceId)}>{alert.deviceName}</Link>,
        sortValue: (alert) => alert.deviceName,
      },
      {
        id: 'state',
        header: t('push.alerts.column.state'),
        width: 'minmax(120px, 0.7fr)',
        cell: (alert) => <AlertMark alert={alert} />,
        sortValue: (alert) => alert.state,
      },
      {
        id: 'reason',
        header: t('push.alerts.column.reason'),
        width: 'minmax(160px, 1.6fr)',
        cell: (alert) =>
          alert.reason === null ? null : (
            <span className="pd-soft">{t(`alertReasons.${alert.reason}`)}</span>
          ),
        sortValue: (alert) => alert.reason,
      },
      {
        id: 'folders',
        header: t('push.alerts.column.folders'),
        width: 'minmax(140px, 1.2fr)',
        cell: (alert) => list(alert.folders.map((folder) => folder.name)),
      },
      {
        id: 'changes',
        header: t('push.alerts.column.changes'),
        width: '80px',
        align: 'end',
        cell: (alert) => format.number(alert.changeCount),
        sortValue: (alert) => alert.changeCount,
      },
      {
        id: 'trace',
        header: t('push.alerts.column.trace'),
        width: '70px',
        cell: (alert) => (
          <Link
            {...placeOf('trace', alert.traceId)}
            aria-label={t('push.alerts.trace-of', { device: alert.deviceName })}
          >
            {t('push.alerts.trace')}
          </Link>
        ),
      },
    ],
    [t, list, format],
  );
}

const none: readonly Alert[] = [];

/** The newest alerts with their states and reasons. */
export function AlertsTab(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const [limit, setLimit] = useState(step);
  const columns = useAlertColumns();
  const { data, error, isPending, refetch } = useQuery(
    orpc.alerts.list.queryOptions({ input: { limit }, placeholderData: (before) => before }),
  );
  const alerts = data?.alerts ?? none;
  const { group, reason } = readAlertFilter(url);
  const rows = useMemo(() => filterAlerts(alerts, { group, reason }), [alerts, group, reason]);
  const counts = useMemo(() => countAlerts(alerts, reason), [alerts, reason]);
  const reasons = useMemo(() => reasonsOf(alerts), [alerts]);
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const shown = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <div className={styles['bar']}>
        <FilterChips
          label={t('push.alerts.filter-state')}
          value={group ?? ''}
          onChange={(state) => {
            setUrl({ state });
          }}
          chips={[
            { value: '', label: t('common.all'), count: shown },
            ...alertGroups.map((value) => ({
              value,
              label: t(`push.alerts.filter.${value}`),
              count: counts[value],
              state: chipStates[value],
            })),
          ]}
        />
        <Select
          aria-label={t('push.alerts.filter-reason')}
          placeholder={t('push.alerts.any-reason')}
          w={280}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clearFilters') }}
          value={reason ?? null}
          onChange={(value) => {
            setUrl({ reason: value ?? '' });
          }}
          data={reasons.map((value) => ({ value, label: t(`alertReasons.${value}`) }))}
        />
      </div>
      <DataTable
        name="alerts"
        label={t('push.tab.alerts')}
        rows={rows}
        columns={columns}
        rowId={(alert) => alert.id}
        rowName={(alert) => alert.deviceName}
        defaultSort="-time"
        isLoading={isPending}
        empty={
          alerts.length === 0 ? (
            <EmptyState
              title={t('push.alerts.empty.title')}
              text={t('push.alerts.empty.text')}
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
          ) : (
            <EmptyState
              title={t('push.alerts.none-match.title')}
              text={t('push.alerts.none-match.text')}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setUrl({ state: '', reason: '' });
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
              {t('push.alerts.count', { shown: alerts.length, total: data.total })}{' '}
              {data.total > alerts.length && limit < 10_000 ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => {
                    setLimit(limit + step);
                  }}
                >
                  {t('push.alerts.more')}
                </Button>
              ) : null}
            </>
          )
        }
      />
    </>
  );
}
