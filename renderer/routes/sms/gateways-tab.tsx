import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Gateway } from '../../../shared/model/gateway.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { AddGateway, readAdding } from './add-gateway.tsx';
import { GatewayGrid } from './card/gateway-grid.tsx';
import styles from './sms.module.css';

function NoGateway(): ReactNode {
  const { t } = useText();
  const [, setUrl] = useUrlState();
  return (
    <EmptyState
      title={t('sms.empty.title')}
      text={t('sms.empty.text')}
      action={
        <>
          <Button
            onClick={() => {
              setUrl({ add: 'choose' });
            }}
          >
            {t('sms.empty.other')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              setUrl({ add: 'simulator' });
            }}
          >
            {t('sms.empty.simulator')}
          </Button>
        </>
      }
    />
  );
}

function Gateways({ gateways }: { readonly gateways: readonly Gateway[] }): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const failing = gateways.filter(
    ({ state }) => state === 'failed' || state === 'attention',
  ).length;
  return (
    <div className={styles['scroll']}>
      <div className={styles['summary']}>
        <span>{t('sms.summary', { total: gateways.length, failing })}</span>
        <Button
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            setUrl({ add: 'choose' });
          }}
        >
          {t('sms.add')}
        </Button>
      </div>
      <GatewayGrid
        gateways={gateways}
        openId={url['open']}
        onOpen={(id, view) => {
          setUrl({ open: id, ...(view === undefined ? {} : { view }) });
        }}
      />
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
      <p className={`${styles['pad'] ?? ''} pd-soft`}>{t('common.loading')}</p>
    ) : (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <>
      {data.gateways.length === 0 ? <NoGateway /> : <Gateways gateways={data.gateways} />}
      <AddGateway
        adding={readAdding(url['add'])}
        gateways={data.gateways}
        onChoose={(add) => {
          setUrl({ add });
        }}
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
