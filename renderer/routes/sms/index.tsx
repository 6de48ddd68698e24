import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { gatewayKindSchema } from '../../../shared/model/gateway.ts';
import { orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { useText } from '../../i18n/provider.tsx';
import { oneOf } from '../../routing/search.ts';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { AddGateway } from './add-gateway.tsx';
import { GatewayPanel } from './gateway-panel.tsx';
import { GatewaysTab } from './gateways-tab.tsx';
import { MessagePanel } from './message-panel.tsx';
import { MessagesTab } from './messages-tab.tsx';

/**
 * The ways out for SMS and the queue. In the URL: `tab`; `open` and `view` for a gateway's panel,
 * `message` for a message's, `add` for the dialog of a new gateway.
 */
export function SmsPage(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const { data, error, refetch } = useQuery(orpc.gateways.list.queryOptions({}));
  const gateways = data?.gateways ?? [];
  const opened = gateways.find((gateway) => gateway.id === url['open']);
  const messageId = url['tab'] === 'messages' ? url['message'] : undefined;
  const adding = oneOf(url['add'], gatewayKindSchema.options);

  return (
    <Page
      title={t('sms.title')}
      isFilled
      aside={
        opened !== undefined ? (
          <GatewayPanel
            gateway={opened}
            onClose={() => {
              setUrl({ open: '', view: '' });
            }}
          />
        ) : messageId === undefined ? null : (
          <MessagePanel
            id={messageId}
            onClose={() => {
              setUrl({ message: '' });
            }}
          />
        )
      }
    >
      {data === undefined ? (
        error === null ? (
          <p className="pd-soft">{t('common.loading')}</p>
        ) : (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <FilledTabs
          label={t('sms.title')}
          value={url['tab'] ?? 'gateways'}
          onChange={(tab) => {
            setUrl({ tab, state: '', sort: '', open: '', view: '', message: '' });
          }}
          tabs={[
            {
              id: 'gateways',
              label: t('sms.tab.gateways'),
              isFilled: true,
              render: () => <GatewaysTab gateways={gateways} />,
            },
            {
              id: 'messages',
              label: t('sms.tab.messages'),
              isFilled: true,
              render: () => <MessagesTab />,
            },
          ]}
        />
      )}
      <AddGateway
        kind={adding}
        gateways={gateways}
        onClose={() => {
          setUrl({ add: '' });
        }}
        onCreated={(gateway) => {
          setUrl({ add: '', open: gateway.id, view: 'test' });
        }}
      />
    </Page>
  );
}
