import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { toProblem } from '../../api/problem.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { LogView } from '../../components/log/log-view.tsx';
import { SidePanel } from '../../components/panel/side-panel.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { AlertsTab } from './alerts-tab.tsx';
import { ClientTab } from './client-tab.tsx';
import { DeviceActions } from './device-actions.tsx';
import { DeviceHead } from './device-head.tsx';
import { FoldersTab } from './folders-tab.tsx';
import { RemoveDevices } from './remove-devices.tsx';
import { SessionsTab } from './sessions-tab.tsx';
import { SetUpTab } from './set-up/set-up-tab.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { TroubleTab } from './trouble/trouble-tab.tsx';

/** What {@link DevicePanel} needs. */
export interface DevicePanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One device: its state and what puts it right, its folders, log, alerts and settings. */
export function DevicePanel({ id, onClose }: DevicePanelProps): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const [isRemoving, setIsRemoving] = useState(false);
  const {
    data: device,
    error,
    refetch,
  } = useQuery(orpc.devices.get.queryOptions({ input: { id } }));

  if (device === undefined) {
    const isGone = error !== null && toProblem(error).code === 'NOT_FOUND';
    return (
      <SidePanel
        name="devices"
        title={isGone ? t('devices.gone.title') : t('common.loading')}
        onClose={onClose}
      >
        {isGone ? (
          <EmptyState
            title={t('devices.gone.title')}
            text={t('devices.gone.text')}
            action={<Link to="/log">{t('nav.log')}</Link>}
          />
        ) : error === null ? null : (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        )}
      </SidePanel>
    );
  }
  const setTab = (tab: string): void => {
    setUrl({ tab });
  };
  return (
    <SidePanel
      name="devices"
      title={device.name}
      state={<StateMark state={device.state} word={t(`devices.word.${device.reason}`)} />}
      head={
        <DeviceHead
          device={device}
          onTab={setTab}
          onRemove={() => {
            setIsRemoving(true);
          }}
        />
      }
      onClose={onClose}
    >
      <FilledTabs
        label={device.name}
        value={url['tab'] ?? 'folders'}
        onChange={setTab}
        tabs={[
          {
            id: 'folders',
            label: t('devices.panel.folders'),
            render: () => <FoldersTab key={id} device={device} />,
          },
          {
            id: 'log',
            label: t('devices.panel.log'),
            isFilled: true,
            render: () => <LogView key={id} filter={{ deviceId: id }} isCompact />,
          },
          {
            id: 'alerts',
            label: t('devices.panel.alerts'),
            render: () => (
              <AlertsTab
                key={id}
                device={device}
                alertNow={<DeviceActions device={device} only="alert" />}
              />
            ),
          },
          {
            id: 'sessions',
            label: t('devices.panel.sessions'),
            render: () => (
              <SessionsTab
                key={id}
                device={device}
                alertNow={<DeviceActions device={device} only="alert" />}
              />
            ),
          },
          {
            id: 'client',
            label: t('devices.client.title'),
            render: () => <ClientTab key={id} device={device} />,
          },
          {
            id: 'settings',
            label: t('devices.panel.settings'),
            render: () => <SettingsTab key={id} device={device} />,
          },
          {
            id: 'setup',
            label: t('provisioningPage.tab'),
            render: () => <SetUpTab key={id} device={device} onTab={setTab} />,
          },
          {
            id: 'check',
            label: t('troubleshooter.tab'),
            render: () => <TroubleTab key={id} device={device} />,
          },
        ]}
      />
      <RemoveDevices
        devices={isRemoving ? [device] : []}
        onClose={() => {
          setIsRemoving(false);
        }}
        onRemoved={onClose}
      />
    </SidePanel>
  );
}
