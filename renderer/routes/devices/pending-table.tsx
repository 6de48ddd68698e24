import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { PendingDevice } from '../../../shared/model/session.ts';
import { client, orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { DataColumn } from '../../components/table/columns.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import type { Notify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import type { TextTools } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { PhoneAddress } from '../sync/phone-address.tsx';
import { AssignClient } from './assign-client.tsx';
import { hardwareName } from './client-name.ts';
import styles from './devices.module.css';
import { PutAwayClient } from './put-away-client.tsx';

type Verb = 'assign' | 'dismiss' | 'block' | 'recall';
interface Asked {
  readonly verb: Verb;
  readonly pending: PendingDevice;
}

const waitingVerbs: readonly Verb[] = ['assign', 'dismiss', 'block'];
const awayVerbs: readonly Verb[] = ['recall'];

function isAway({ isDismissed, isBlocked }: PendingDevice): boolean {
  return isDismissed || isBlocked;
}

function usePendingColumns(onAsk: (asked: Asked) => void): readonly DataColumn<PendingDevice>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'client',
        header: t('devices.pending.column.client'),
        width: 'minmax(240px, 2fr)',
        canHide: false,
        cell: (pending) => (
          <span className={styles['named']}>
            {pending.hardware === null ? null : <span>{hardwareName(pending.hardware)}</span>}
            <span className="pd-mono pd-soft pd-cut">{pending.syncId}</span>
            {isAway(pending) ? (
              <span className={styles['tag']}>
                {t(
                  pending.isBlocked ? 'devices.pending.is-blocked' : 'devices.pending.is-dismissed',
                )}
              </span>
            ) : null}
          </span>
        ),
        sortValue: (pending) => pending.syncId,
      },
      {
        id: 'account',
        header: t('devices.pending.column.account'),
        width: 'minmax(150px, 1.2fr)',
        cell: (pending) => (
          <Link {...placeOf('account', pending.accountId)}>{pending.accountAddress}</Link>
        ),
        sortValue: (pending) => pending.accountAddress,
      },
      {
        id: 'first',
        header: t('devices.pending.column.first'),
        width: 'minmax(100px, 0.6fr)',
        cell: (pending) => <RelativeTime at={pending.firstSeenAt} />,
        sortValue: (pending) => pending.firstSeenAt,
      },
      {
        id: 'last',
        header: t('devices.pending.column.last'),
        width: 'minmax(100px, 0.6fr)',
        cell: (pending) => <RelativeTime at={pending.lastSeenAt} />,
        sortValue: (pending) => pending.lastSeenAt,
      },
      {
        id: 'actions',
        header: t('devices.pending.column.actions'),
        width: 'minmax(250px, 1.2fr)',
        canHide: false,
        cell: (pending) => (
          <span className={styles['named']}>
            {(isAway(pending) ? awayVerbs : waitingVerbs).map((verb) => (
              <Button
                key={verb}
                variant={verb === 'assign' ? 'filled' : 'default'}
                size="compact-sm"
                aria-label={t('devices.pending.for', {
                  action: t(`devices.pending.${verb}`),
                  client: pending.syncId,
                })}
                onClick={() => {
                  onAsk({ verb, pending });
                }}
              >
                {t(`devices.pending.${verb}`)}
              </Button>
            ))}
          </span>
        ),
      },
    ],
    [t, onAsk],
  );
}

async function recall(pending: PendingDevice, notify: Notify, t: TextTools['t']): Promise<void> {
  try {
    await client.pending.recall({ id: pending.id });
    notify.done(t('devices.pending.recalled', { client: pending.syncId }));
  } catch (error) {
    notify.failed(error);
  }
}

/** The clients that wait to be assigned to a device, and on demand those that were put away. */
export function PendingTable({
  onAssigned,
}: {
  readonly onAssigned: (deviceId: string) => void;
}): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isAwayShown, setIsAwayShown] = useState(false);
  const onAsk = useCallback(
    (next: Asked) => {
      if (next.verb === 'recall') void recall(next.pending, notify, t);
      else setAsked(next);
    },
    [notify, t],
  );
  const columns = usePendingColumns(onAsk);
  const { data, error, isPending, refetch } = useQuery(
    orpc.pending.list.queryOptions({ input: { withDismissed: true } }),
  );
  const rows = useMemo(
    () => (data?.pending ?? []).filter((pending) => isAwayShown || !isAway(pending)),
    [data, isAwayShown],
  );
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const away = data?.pending.filter(isAway).length ?? 0;
  const close = (): void => {
    setAsked(null);
  };
  return (
    <>
      <DataTable
        name="pending"
        label={t('devices.pending.title')}
        rows={rows}
        columns={columns}
        rowId={(pending) => pending.id}
        rowName={(pending) => pending.syncId}
        defaultSort="-last"
        isLoading={isPending}
        empty={
          <EmptyState
            title={t('devices.pending.empty.title')}
            text={t('devices.pending.empty.text')}
            action={<PhoneAddress />}
          />
        }
        foot={
          <span className={styles['named']}>
            {t('devices.pending.intro')}
            {away === 0 ? null : (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-expanded={isAwayShown}
                onClick={() => {
                  setIsAwayShown(!isAwayShown);
                }}
              >
                {isAwayShown
                  ? t('devices.pending.away-hide')
                  : t('devices.pending.away', { count: away })}
              </Button>
            )}
          </span>
        }
      />
      <AssignClient
        pending={asked?.verb === 'assign' ? asked.pending : null}
        onClose={close}
        onAssigned={(deviceId) => {
          close();
          onAssigned(deviceId);
        }}
      />
      <PutAwayClient
        pending={asked === null || asked.verb === 'assign' ? null : asked.pending}
        isBlocking={asked?.verb === 'block'}
        onClose={close}
      />
    </>
  );
}
