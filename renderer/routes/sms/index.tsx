import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { BudgetsTab } from './budgets-tab.tsx';
import { CostsTab } from './costs-tab.tsx';
import { GatewayPanel } from './gateway-panel.tsx';
import { GatewaysTab } from './gateways-tab.tsx';
import { IncomingLabel } from './incoming/incoming-label.tsx';
import { IncomingTab } from './incoming-tab.tsx';
import { MessagePanel } from './message-panel.tsx';
import { MessagesTab } from './messages-tab.tsx';
import { RoutesTab } from './routes-tab.tsx';
import { UsersTab } from './users-tab.tsx';

/** Values of the URL that belong to one tab, and leave with it. */
const ofOneTab = { state: '', sort: '', open: '', view: '', message: '', add: '' } as const;

/** What stands over the right part of the page: the opened gateway or message. */
function useAside(): ReactNode {
  const [url, setUrl] = useUrlState();
  const { data } = useQuery(orpc.gateways.list.queryOptions({}));
  const tab = url['tab'] ?? 'gateways';
  const opened =
    tab === 'gateways' ? data?.gateways.find((gateway) => gateway.id === url['open']) : undefined;
  const messageId = tab === 'messages' ? url['message'] : undefined;
  if (opened !== undefined) {
    return (
      <GatewayPanel
        gateway={opened}
        onClose={() => {
          setUrl({ open: '', view: '' });
        }}
      />
    );
  }
  if (messageId === undefined) return null;
  return (
    <MessagePanel
      id={messageId}
      onClose={() => {
        setUrl({ message: '' });
      }}
    />
  );
}

/**
 * All about SMS: the ways out, how messages find them, the messages themselves and what they cost. In
 * the URL: `tab`; `open` and `view` for a gateway's panel, `message` for a message's, `add` for the
 * dialog of a new gateway.
 */
export function SmsPage(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const aside = useAside();
  return (
    <Page title={t('sms.title')} isFilled aside={aside}>
      <FilledTabs
        label={t('sms.title')}
        value={url['tab'] ?? 'gateways'}
        onChange={(tab) => {
          setUrl({ ...ofOneTab, tab });
        }}
        tabs={[
          {
            id: 'gateways',
            label: t('sms.tab.gateways'),
            isFilled: true,
            render: () => <GatewaysTab />,
          },
          {
            id: 'routes',
            label: t('sms.tab.routes'),
            isFilled: true,
            render: () => <RoutesTab />,
          },
          {
            id: 'messages',
            label: t('sms.tab.messages'),
            isFilled: true,
            render: () => <MessagesTab />,
          },
          {
            id: 'incoming',
            label: <IncomingLabel />,
            isFilled: true,
            render: () => <IncomingTab />,
          },
          {
            id: 'costs',
            label: t('sms.tab.costs'),
            isFilled: true,
            render: () => <CostsTab />,
          },
          {
            id: 'users',
            label: t('sms.tab.users'),
            isFilled: true,
            render: () => <UsersTab />,
          },
          {
            id: 'budgets',
            label: t('sms.tab.budgets'),
            isFilled: true,
            render: () => <BudgetsTab />,
          },
        ]}
      />
    </Page>
  );
}
