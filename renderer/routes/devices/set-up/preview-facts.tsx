import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Device } from '../../../../shared/model/device.ts';
import type { ProvisioningPreview } from '../../../../shared/model/provisioning.ts';
import { StateShape } from '../../../components/state-mark.tsx';
import { useText } from '../../../i18n/provider.tsx';
import styles from './set-up.module.css';

/** What {@link PreviewFacts} needs. */
export interface PreviewFactsProps {
  readonly device: Device;
  readonly preview: ProvisioningPreview;
}

/** What a configuration takes: parts, octets, cost, how it is signed and how the PIN gets there. */
export function PreviewFacts({ device, preview }: PreviewFactsProps): ReactNode {
  const { t, language } = useText();
  const { cost, pin } = preview;
  const octets = preview.messages.reduce((sum, message) => sum + message.octets, 0);
  return (
    <>
      <dl className={styles['facts']}>
        <dt>{t('provisioningPage.dialog.sms')}</dt>
        <dd>
          {t('provisioningPage.dialog.parts', { count: preview.segments })},{' '}
          {t('provisioningPage.dialog.octets', { count: octets })}
        </dd>
        <dt>{t('provisioningPage.dialog.cost')}</dt>
        <dd>
          {cost === null ? (
            <>
              {t('provisioningPage.dialog.cost-unknown')}{' '}
              <Link to="/settings" search={{ section: 'sms' }}>
                {t('provisioningPage.dialog.set-price')}
              </Link>
            </>
          ) : (
            new Intl.NumberFormat(language, { style: 'currency', currency: cost.currency }).format(
              cost.amount,
            )
          )}
        </dd>
        <dt>{t('provisioningPage.dialog.security')}</dt>
        <dd>{t(`provisioningSecurities.${preview.security}`)}</dd>
        <dt>{t('provisioningPage.dialog.pin')}</dt>
        <dd>
          {pin === null
            ? t('provisioningPage.dialog.pin-none')
            : pin.delivery === 'mail'
              ? t('provisioningPage.dialog.pin-mail', {
                  digits: pin.digits,
                  address: device.accountAddress,
                })
              : t(`provisioningPage.dialog.pin-${pin.delivery}`, { digits: pin.digits })}
        </dd>
      </dl>
      <p className="pd-soft">{t('provisioningPage.dialog.password')}</p>
      {preview.isLocal ? (
        <p className={styles['repeat']} role="note">
          <StateShape state="attention" />
          <span>
            {t('provisioningPage.dialog.local')}{' '}
            <Link to="/settings" search={{ section: 'devices' }}>
              {t('provisioningPage.mend.no-address')}
            </Link>
          </span>
        </p>
      ) : null}
    </>
  );
}
