import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { client } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './devices.module.css';
import { ResyncDialog } from './resync-dialog.tsx';

type Asked = 'resync' | 'reset' | 'clear' | null;

/** What can be done with a device's client: compare all again, forget what is known, unpair it. */
export function ClientActions({ device }: { readonly device: Device }): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [asked, setAsked] = useState<Asked>(null);
  const { id, name } = device;
  const close = (): void => {
    setAsked(null);
  };
  const syncId = device.syncId ?? '';
  return (
    <div className={styles['actions']}>
      <Button
        variant="default"
        onClick={() => {
          setAsked('resync');
        }}
      >
        {t('devices.resync.all')}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          setAsked('reset');
        }}
      >
        {t('devices.reset.action')}
      </Button>
      <Button
        variant="subtle"
        color="red"
        onClick={() => {
          setAsked('clear');
        }}
      >
        {t('devices.clear.action')}
      </Button>
      <ResyncDialog device={device} folder={null} isOpen={asked === 'resync'} onClose={close} />
      <ConfirmDialog
        isOpen={asked === 'reset'}
        title={t('devices.reset.title', { name })}
        confirmLabel={t('devices.reset.button')}
        onConfirm={async () => {
          await client.devices.reset({ id });
          notify.done(t('devices.reset.done', { name }));
        }}
        onClose={close}
      >
        <p>{t('devices.reset.text')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'clear'}
        title={t('devices.clear.title', { name })}
        confirmLabel={t('devices.clear.button')}
        onConfirm={async () => {
          await client.devices.clearClient({ id });
          notify.done(t('devices.clear.done', { client: syncId, name }));
        }}
        onClose={close}
      >
        <p>{t('devices.clear.text', { client: syncId, name })}</p>
      </ConfirmDialog>
    </div>
  );
}
