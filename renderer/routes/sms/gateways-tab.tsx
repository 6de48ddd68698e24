import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Gateway } from '../../../shared/model/gateway.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { AddGatewayMenu } from './add-gateway.tsx';
import { GatewayRow } from './gateway-row.tsx';
import styles from './sms.module.css';

/** The gateways, in the order in which they are tried. */
export function GatewaysTab({ gateways }: { readonly gateways: readonly Gateway[] }): ReactNode {
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
