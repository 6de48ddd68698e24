import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Gateway } from '../../../shared/model/gateway.ts';
import { useQuery } from '@tanstack/react-query';
import { gatewayKindSchema } from '../../../shared/model/gateway.ts';
import { orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { oneOf } from '../../routing/search.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { AddGateway, AddGatewayMenu } from './add-gateway.tsx';
import { GatewayRow } from './gateway-row.tsx';
import styles from './sms.module.css';

function GatewayList({ gateways }: { readonly gateways: readonly Gateway[] }): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  if (gateways.length === 0) {
    return (
      <EmptyState
        title={t('sms.empty.title')}
        text={t('sms.empty.text')}
        action={
          <Group gap="xs" justify="center">
            <Button
              onClick={() => {
                setUrl({ add: 'simulator' });
              }}
            >
              {t('sms.empty.simulator')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setUrl({ add: 'http' });
              }}
            >
              {t('sms.empty.http')}
            </Button>
          </Group>
        }
      />
    );
  }
  const sorted = [...gateways].sort((left, right) => left.priority - right.priority);
  const failing = gateways.filter(
    ({ state }) => state === 'failed' || state === 'attention',
  ).length;
  return (
    <div className={styles['scroll']}>
      <div className={styles['summary']}>
        <span>{t('sms.summary', { total: gateways.length, failing })}</span>
        <AddGatewayMenu
          onChoose={(kind) => {
            setUrl({ add: kind });
          }}
        />
      </div>
      <ul className={styles['list']} aria-label={t('sms.tab.gateways')}>
        {sorted.map((gateway) => (
          <GatewayRow
            key={gateway.id}
            gateway={gateway}
            isOpen={url['open'] === gateway.id}
            onOpen={(view) => {
              setUrl({ open: gateway.id, view });
            }}
          />
        ))}
      </ul>
    </div>
  );
}

/** The gateways, in the order in which they are tried, and the dialog of a new one. */
export function GatewaysTab(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const { data, error, refetch } = useQuery(orpc.gateways.list.queryOptions({}));
  if (data === undefined) {
    return error === null ? (
      <p className="pd-soft">{t('common.loading')}</p>
    ) : (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <>
      <GatewayList gateways={data.gateways} />
      <AddGateway
        kind={oneOf(url['add'], gatewayKindSchema.options)}
        gateways={data.gateways}
        onClose={() => {
          setUrl({ add: '' });
        }}
        onCreated={(gateway) => {
          setUrl({ add: '', open: gateway.id, view: 'test' });
        }}
      />
    </>
  );
}
