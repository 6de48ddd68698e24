import type { ReactNode } from 'react';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { AlertsTab } from './alerts-tab.tsx';
import { ChangesTab } from './changes-tab.tsx';
import { ConnectTab } from './connect-tab.tsx';
import { EngineBar } from './engine-bar.tsx';
import { SettingsTab } from './settings-tab.tsx';

/** The engine, its alerts, the changes that come in, and how to connect what reports them. */
export function PushPage(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  return (
    <Page title={t('push.title')} isFilled>
      <EngineBar />
      <FilledTabs
        label={t('push.title')}
        value={url['tab'] ?? 'alerts'}
        onChange={(tab) => {
          setUrl({ tab, state: '', reason: '', sort: '' });
        }}
        tabs={[
          {
            id: 'alerts',
            label: t('push.tab.alerts'),
            isFilled: true,
            render: () => <AlertsTab />,
          },
          {
            id: 'changes',
            label: t('push.tab.changes'),
            isFilled: true,
            render: () => <ChangesTab />,
          },
          { id: 'settings', label: t('push.tab.settings'), render: () => <SettingsTab /> },
          { id: 'connect', label: t('push.tab.connect'), render: () => <ConnectTab /> },
        ]}
      />
    </Page>
  );
}
