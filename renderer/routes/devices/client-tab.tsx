import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText } from '../../i18n/provider.tsx';
import { Facts } from '../trace/facts.tsx';
import { AlertTest } from './alert-test.tsx';
import { ClientActions } from './client-actions.tsx';
import { hardwareName } from './client-name.ts';
import styles from './devices.module.css';
import { KeepMessages } from './keep-messages.tsx';
import { MismatchNotice } from './mismatch-notice.tsx';

/** The client that synchronises for a device: what it says it is, and what can be done with it. */
export function ClientTab({ device }: { readonly device: Device }): ReactNode {
  const { t } = useText();
  const { syncId, hardware } = device;
  return (
    <>
      <MismatchNotice device={device} />
      {syncId === null ? (
        <p className="pd-soft">{t('devices.client.none')}</p>
      ) : (
        <Facts
          facts={[
            [
              t('devices.client.sync-id'),
              <CopyText key="i" value={syncId} what={t('devices.client.sync-id')} />,
            ],
            ...(hardware === null
              ? []
              : [
                  [t('devices.client.hardware'), hardwareName(hardware)] as const,
                  [t('devices.client.software'), hardware.softwareVersion || '–'] as const,
                ]),
            [t('devices.client.last-session'), <RelativeTime key="l" at={device.lastSessionAt} />],
          ]}
        />
      )}
      <AlertTest key={device.id} device={device} />
      {syncId === null ? null : <ClientActions device={device} />}
      <div className={styles['keep']}>
        <KeepMessages device={device} />
      </div>
    </>
  );
}
