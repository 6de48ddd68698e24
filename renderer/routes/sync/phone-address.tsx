import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CopyText } from '../../components/copy-text.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { phoneAddresses } from '../../state/phone-addresses.ts';
import { useAddressFacts } from '../../state/use-address-facts.ts';
import styles from './sync.module.css';

/** The URLs that phones need, each with a button that copies it. */
export function PhoneAddress(): ReactNode {
  const { t } = useText();
  const facts = useAddressFacts();
  if (facts === undefined) return null;
  const addresses = phoneAddresses(facts);
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
        <li key={url}>
          <CopyText value={url} what={t('sync.address.url')} />
          <span className="pd-soft">{t(`sync.address.${kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}
