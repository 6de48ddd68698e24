import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NewLink } from '../../../../shared/model/provisioning.ts';
import { CopyText } from '../../../components/copy-text.tsx';
import { StateShape } from '../../../components/state-mark.tsx';
import { useText } from '../../../i18n/provider.tsx';
import styles from './set-up.module.css';

/** A link that was just made: its address is shown once, here. */
export function MadeLink({
  link,
  onClose,
}: {
  readonly link: NewLink;
  readonly onClose: () => void;
}): ReactNode {
  const { t, format } = useText();
  return (
    <>
      <p className={styles['state']} role="status">
        <StateShape state="working" />
        <span>{t(`provisioningPage.link.made.${link.sentBy}`)}</span>
      </p>
      <div className={styles['part']}>
        <div className={styles['made']}>
          {/* As the source of a picture the drawing can run and load nothing. */}
          <img
            className={styles['qr']}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(link.qr)}`}
            alt={t('provisioningPage.link.qr')}
          />
          <dl className={styles['facts']}>
            <dt>{t('provisioningPage.link.address')}</dt>
            <dd className={styles['address']}>
              <CopyText value={link.url} what={t('provisioningPage.link.address')} />
            </dd>
            <dt>{t('provisioningPage.link.until')}</dt>
            <dd>{format.exact(link.expiresAt)}</dd>
          </dl>
        </div>
        <p className={styles['note']}>
          <StateShape state="attention" />
          <span>{t('provisioningPage.link.once')}</span>
        </p>
      </div>
      <div className={styles['foot']}>
        <Button onClick={onClose}>{t('common.done')}</Button>
      </div>
    </>
  );
}
