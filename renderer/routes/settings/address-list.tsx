import type { ReactNode } from 'react';
import { CopyText } from '../../components/copy-text.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { listenerRoots, phoneAddresses } from '../../state/phone-addresses.ts';
import { useAddressFacts } from '../../state/use-address-facts.ts';
import styles from './settings.module.css';

/** The address below which phones fetch the self-made authority; undefined where nothing listens. */
export function useAuthorityUrl(): string | undefined {
  const facts = useAddressFacts();
  const roots = facts === undefined ? [] : listenerRoots(facts);
  const root = roots.find(({ url }) => url.startsWith('http:')) ?? roots[0];
  return root === undefined ? undefined : `${root.url}/certificate.crt`;
}

/** The addresses that are typed into a device, each with a button that copies it. */
export function AddressList(): ReactNode {
  const { t } = useText();
  const facts = useAddressFacts();
  if (facts === undefined) return <p className="pd-soft">{t('common.loading')}</p>;
  const addresses = phoneAddresses(facts);
  if (addresses.length === 0) {
    return (
      <p className={styles['note']}>
        <StateShape state="attention" />
        <span>{t('settings.addresses.none')}</span>
      </p>
    );
  }
  return (
    <>
      <ul className={styles['addresses']}>
        {addresses.map(({ url, isLocal }) => (
          <li key={url}>
            <CopyText value={url} what={t('settings.addresses.what')} />
            {isLocal ? <span className="pd-soft">{t('settings.addresses.local')}</span> : null}
          </li>
        ))}
      </ul>
      <p className="pd-soft">{t('settings.addresses.hint')}</p>
    </>
  );
}
