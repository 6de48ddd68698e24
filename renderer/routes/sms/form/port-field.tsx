import { Autocomplete, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SerialPort } from '../../../../shared/model/gateway.ts';
import { orpc } from '../../../api/client.ts';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import styles from './form.module.css';

function PortOption({
  port,
  path,
}: {
  readonly port: SerialPort | undefined;
  readonly path: string;
}) {
  const { t } = useText();
  const about = [
    port?.label ?? '',
    port === undefined || port.usedBy === null
      ? ''
      : t('gatewaysPage.modem.port-used', { name: port.usedBy }),
  ].filter((text) => text !== '');
  return (
    <span className={styles['port']}>
      <span className="pd-mono">{path}</span>
      {about.length === 0 ? null : <span className="pd-soft">{about.join(' · ')}</span>}
    </span>
  );
}

/** The port of a modem: chosen from those of this machine, or typed. */
export function PortField({ form }: FieldsProps): ReactNode {
  const { t } = useText();
  const { data, error, isFetching, refetch } = useQuery(
    orpc.gateways.ports.queryOptions({ staleTime: 0, retry: false }),
  );
  const ports = data?.ports ?? [];
  const chosen = ports.find(({ path }) => path === form.values.path);
  return (
    <div>
      <div className={styles['with-button']}>
        <Autocomplete
          label={t('gatewaysPage.modem.port')}
          description={t('gatewaysPage.modem.port-hint')}
          placeholder="/dev/ttyUSB0"
          required
          spellCheck={false}
          maxLength={260}
          data={ports.map(({ path }) => path)}
          // All ports stay in the list when one is chosen: another one is only a click away.
          filter={({ options }) => options}
          renderOption={({ option }) => (
            <PortOption
              path={option.value}
              port={ports.find(({ path }) => path === option.value)}
            />
          )}
          {...form.getInputProps('path')}
        />
        <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
          {t('gatewaysPage.modem.port-again')}
        </Button>
      </div>
      <p className={styles['hint']} role="status">
        {error !== null
          ? t('gatewaysPage.modem.port-unread')
          : data !== undefined && ports.length === 0
            ? t('gatewaysPage.modem.port-none')
            : (chosen?.label ?? '')}
      </p>
    </div>
  );
}
