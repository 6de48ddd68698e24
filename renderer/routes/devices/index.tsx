import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { AddDevice } from './add-device.tsx';
import { BulkActions } from './bulk-actions.tsx';
import { useDeviceColumns } from './device-columns.tsx';
import { isFiltered, readDeviceFilter } from './device-filter.ts';
import { DevicePanel } from './device-panel.tsx';
import { DeviceToolbar } from './device-toolbar.tsx';
import { ExportMenu } from './export-menu.tsx';
import { PendingTable } from './pending-table.tsx';
import { RemoveDevices } from './remove-devices.tsx';
import { useDevices } from './use-devices.ts';

const noFilter = { state: '', text: '', account: '', client: '' } as const;

/**
 * All devices. In the URL: `state` (`pending`: the clients without a device), `text`, `account`, `client` filter; `open` and `tab` say what the
 * side panel shows; `add` opens the dialog for a new one.
 */
export function DevicesPage(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const filter = readDeviceFilter(url);
  const devices = useDevices(filter);
  const columns = useDeviceColumns();
  const { data: clients } = useQuery(
    orpc.pending.list.queryOptions({ input: { withDismissed: true } }),
  );
  const waiting = clients?.pending.filter(
    ({ isDismissed, isBlocked }) => !isDismissed && !isBlocked,
  );
  const isPendingShown = url['state'] === 'pending';
  const [removing, setRemoving] = useState<readonly string[]>([]);
  const openId = url['open'] ?? null;
  const open = (id: string | null): void => {
    setUrl({ open: id ?? '', do: '', ...(id === null ? { tab: '' } : {}) });
  };
  const add = (
    <Button
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => {
        setUrl({ add: 'yes' });
      }}
    >
      {t('devices.add')}
    </Button>
  );
  const empty = isFiltered(filter) ? (
    <EmptyState
      title={t('devices.none-match.title')}
      text={t('devices.none-match.text')}
      action={
        <Button
          variant="default"
          onClick={() => {
            setUrl(noFilter);
          }}
        >
          {t('common.clearFilters')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t('devices.empty.title')}
      text={t('devices.empty.text')}
      action={
        <>
          {add} <Link to="/setup">{t('devices.empty.setup')}</Link>
          <Link to="/guides">{t('devices.empty.guides')}</Link>
        </>
      }
    />
  );

  return (
    <Page
      title={t('devices.title')}
      isFilled
      toolbar={
        <DeviceToolbar
          filter={filter}
          total={devices.total}
          counts={devices.counts}
          pending={waiting?.length ?? 0}
          hasClients={clients !== undefined && clients.pending.length > 0}
          isPendingShown={isPendingShown}
          setUrl={setUrl}
        />
      }
      actions={
        <>
          <ExportMenu devices={devices.rows} />
          {add}
        </>
      }
      aside={
        openId === null ? null : (
          <DevicePanel
            id={openId}
            onClose={() => {
              open(null);
            }}
          />
        )
      }
    >
      {isPendingShown ? (
        <PendingTable
          onAssigned={(id) => {
            setUrl({ state: '', open: id, tab: 'client' });
          }}
        />
      ) : devices.error !== null && devices.all.length === 0 ? (
        <ErrorNotice error={devices.error} onRetry={devices.refetch} />
      ) : (
        <DataTable
          name="devices"
          label={t('devices.title')}
          rows={devices.rows}
          columns={columns}
          rowId={(device) => device.id}
          rowName={(device) => device.name}
          defaultSort="name"
          openId={openId}
          onOpen={open}
          isLoading={devices.isLoading}
          empty={empty}
          bulkActions={(ids) => (
            <BulkActions
              ids={ids}
              onRemove={() => {
                setRemoving(ids);
              }}
            />
          )}
          foot={t('devices.summary', {
            total: devices.all.length,
            attention: devices.attention,
          })}
        />
      )}
      <AddDevice
        isOpen={url['add'] !== undefined}
        accountId={filter.accountId}
        onClose={() => {
          setUrl({ add: '' });
        }}
        onCreated={(device) => {
          setUrl({ add: '', open: device.id, tab: 'folders' });
        }}
      />
      <RemoveDevices
        devices={devices.all.filter((device) => removing.includes(device.id))}
        onClose={() => {
          setRemoving([]);
        }}
        onRemoved={() => {
          if (openId !== null && removing.includes(openId)) open(null);
        }}
      />
    </Page>
  );
}
