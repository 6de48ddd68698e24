import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Session } from '../../../shared/model/session.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useText } from '../../i18n/provider.tsx';
import { KeepMessages } from '../devices/keep-messages.tsx';
import styles from './session.module.css';

/** A session whose messages were not kept: why, and the switch that keeps those of the next. */
export function NoMessages({ session }: { readonly session: Session }): ReactNode {
  const { t } = useText();
  const { data: device } = useQuery({
    ...orpc.devices.get.queryOptions({ input: { id: session.deviceId ?? '' } }),
    enabled: session.deviceId !== null,
  });
  if (session.deviceId === null || device === undefined) {
    return (
      <EmptyState
        title={t('session.messages.none.title')}
        text={t('session.messages.none.unpaired')}
        action={
          <Link to="/devices" search={{ state: 'pending' }}>
            {t('nav.devices')}
          </Link>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t('session.messages.none.title')}
      text={t(device.logMessages ? 'session.messages.kept' : 'session.messages.none.text')}
      action={
        <div className={styles['keep']}>
          <KeepMessages device={device} />
        </div>
      }
    />
  );
}
