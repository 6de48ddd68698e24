import type { ReactNode } from 'react';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { DataTab } from './data-tab.tsx';
import { HeldLabel, HeldTab } from './held-tab.tsx';
import { SessionsTab } from './sessions-tab.tsx';

/** What devices synchronise, and what lies on the server. */
export function SyncPage(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  return (
    <Page title={t('sync.title')} isFilled>
      <FilledTabs
        label={t('sync.title')}
        value={url['tab'] ?? 'sessions'}
        onChange={(tab) => {
          setUrl({
            tab,
            state: '',
            sort: '',
            open: '',
            text: '',
            deleted: '',
            view: '',
            panel: '',
          });
        }}
        tabs={[
          {
            id: 'sessions',
            label: t('sync.tab.sessions'),
            isFilled: true,
            render: () => <SessionsTab />,
          },
          { id: 'data', label: t('items.tab'), isFilled: true, render: () => <DataTab /> },
          { id: 'held', label: <HeldLabel />, render: () => <HeldTab /> },
        ]}
      />
    </Page>
  );
}
