import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { phoneAddresses } from './phone-addresses.ts';
import styles from './sync.module.css';

/** The desktop's page has no host of its own. */
function hostHere(): string {
  const { protocol, hostname } = window.location;
  return protocol.startsWith('http') && hostname !== '' ? hostname : '127.0.0.1';
}

/** The URLs that phones need, each with a button that copies it. */
export function PhoneAddress(): ReactNode {
  const { t } = useText();
  const status = useQuery(orpc.system.status.queryOptions({}));
  const settings = useQuery(orpc.settings.get.queryOptions({}));
  if (status.data === undefined || settings.data === undefined) return null;
  const addresses = phoneAddresses(
    status.data.listeners,
    settings.data.listeners.publicUrl,
    hostHere(),
  );
  if (addresses.length === 0) {
    return (
      <p className={styles['note']}>
        <StateShape state="attention" />
        <span>{t('sync.empty.no-door')}</span>
        <Link to="/settings" search={{ section: 'devices' }}>
          {t('sync.empty.settings')}
        </Link>
      </p>
    );
  }
  return (
    <ul className={styles['addresses']}>
      {addresses.map(({ kind, url }) => (
        <li key={kind}>
          <CopyText value={url} what={t('sync.address.url')} />
          <span className="pd-soft">{t(`sync.address.${kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}
