import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { client, orpc } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import styles from './devices.module.css';

/** Says that a device is mixed up with another one, and offers what puts it right. */
export function MismatchNotice({ device }: { readonly device: Device }): ReactNode {
  const { t, format } = useText();
  const notify = useNotify();
  const [isAsked, setIsAsked] = useState(false);
  const otherId = device.mismatch?.deviceId ?? '';
  const { data: other } = useQuery({
    ...orpc.devices.get.queryOptions({ input: { id: otherId } }),
    enabled: device.mismatch !== null,
  });
  if (device.mismatch === null) return null;
  const names = { name: device.name, other: other?.name ?? t('devices.mismatch.unknown') };
  return (
    <section className={styles['mismatch']} aria-label={t('devices.mismatch.title', names)}>
      <h3>
        <StateShape state="attention" /> {t('devices.mismatch.title', names)}
      </h3>
      <p>
        {t('devices.mismatch.text', {
          name: device.name,
          time: format.exact(device.mismatch.at),
        })}
      </p>
      <div className={styles['actions']}>
        <Button
          disabled={other === undefined}
          onClick={() => {
            setIsAsked(true);
          }}
        >
          {t('devices.mismatch.swap')}
        </Button>
        {other === undefined ? null : <Link {...placeOf('device', other.id)}>{other.name}</Link>}
      </div>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('devices.mismatch.swap-title', names)}
        confirmLabel={t('devices.mismatch.swap-button')}
        isDestructive={false}
        onConfirm={async () => {
          await client.devices.swapClients({ id: device.id, otherId });
          notify.done(t('devices.mismatch.swap-done', names));
        }}
        onClose={() => {
          setIsAsked(false);
        }}
      >
        <p>{t('devices.mismatch.swap-text')}</p>
      </ConfirmDialog>
    </section>
  );
}
