import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { PendingDevice } from '../../../shared/model/session.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { DataColumn } from '../../components/table/columns.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { PhoneAddress } from '../sync/phone-address.tsx';
import { AssignClient } from './assign-client.tsx';
import { hardwareName } from './client-name.ts';
import styles from './devices.module.css';
import { PutAwayClient } from './put-away-client.tsx';

type Verb = 'assign' | 'dismiss' | 'block';
interface Asked {
  readonly verb: Verb;
  readonly pending: PendingDevice;
}

const verbs: readonly Verb[] = ['assign', 'dismiss', 'block'];
const none: readonly PendingDevice[] = [];

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
            {verbs.map((verb) => (
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

/** The clients that wait to be assigned to a device. */
export function PendingTable({
  onAssigned,
}: {
  readonly onAssigned: (deviceId: string) => void;
}): ReactNode {
  const { t } = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = usePendingColumns(setAsked);
  const { data, error, isPending, refetch } = useQuery(orpc.pending.list.queryOptions({}));
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const close = (): void => {
    setAsked(null);
  };
  return (
    <>
      <DataTable
        name="pending"
        label={t('devices.pending.title')}
        rows={data?.pending ?? none}
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
        foot={t('devices.pending.intro')}
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
