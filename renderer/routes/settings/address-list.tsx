import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isDesktop } from '../../api/bridge.ts';
import { orpc } from '../../api/client.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { listenerRoots, phoneAddresses } from './phone-addresses.ts';
import type { AddressFacts } from './phone-addresses.ts';
import styles from './settings.module.css';

/** What is known of the ways to this server; undefined until everything is read. */
function useAddressFacts(): AddressFacts | undefined {
  const { data: settings } = useQuery(orpc.settings.get.queryOptions({}));
  const { data: status } = useQuery(orpc.system.status.queryOptions({}));
  const { data: certificate } = useQuery(orpc.settings.certificate.queryOptions({}));
  if (settings === undefined || status === undefined || certificate === undefined) return undefined;
  return {
    publicUrl: settings.listeners.publicUrl,
    listeners: status.listeners,
    // Until there is a certificate, the name by which a browser has come is one that works.
    names: [...new Set([...certificate.names, ...(isDesktop() ? [] : [location.hostname])])],
  };
}

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
