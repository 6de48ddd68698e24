import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Device } from '../../../../shared/model/device.ts';
import type { Configuration } from '../../../../shared/model/provisioning.ts';
import { client, orpc } from '../../../api/client.ts';
import { toProblem } from '../../../api/problem.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useText } from '../../../i18n/provider.tsx';
import { personName } from '../new-device.ts';
import { groupDigits } from './digits.ts';
import styles from './set-up.module.css';

/** What {@link PinView} needs. */
export interface PinViewProps {
  readonly device: Device;
  readonly configuration: Configuration;
}

/**
 * The PIN that the phone asks for, in the way the settings say: shown when asked for, or told that it
 * went by mail. It is kept nowhere in the page but here, and goes when this is closed.
 */
export function PinView({ device, configuration }: PinViewProps): ReactNode {
  const { t, format } = useText();
  const now = useNow();
  const { pinDelivery, pinUntil, state } = configuration;
  const isSpoken = pinDelivery === 'spoken';
  const account = useQuery({
    ...orpc.accounts.get.queryOptions({ input: { id: device.accountId } }),
    enabled: isSpoken,
  });
  const pin = useMutation({
    mutationFn: () => client.provisioning.pin({ id: configuration.id }),
    gcTime: 0,
  });
  if (pinDelivery === null || state === 'configured') return null;
  if (pinDelivery === 'mail') {
    return (
      <div className={styles['pin']}>
        <h3>{t('provisioningPage.pin.title')}</h3>
        <p>{t('provisioningPage.pin.by-mail', { address: device.accountAddress })}</p>
      </div>
    );
  }
  const isGone =
    pinUntil === null ||
    pinUntil <= now ||
    (pin.error !== null && toProblem(pin.error).code === 'NOT_FOUND');
  if (isGone) {
    return pinUntil === null ? null : (
      <div className={styles['pin']}>
        <h3>{t('provisioningPage.pin.title')}</h3>
        <p>{t('provisioningPage.pin.gone')}</p>
      </div>
    );
  }
  const person = personName(account.data ?? { address: device.accountAddress, displayName: '' });
  return (
    <div className={styles['pin']}>
      <h3>{t('provisioningPage.pin.title')}</h3>
      {pin.error === null ? null : <ErrorNotice error={pin.error} />}
      {pin.data === undefined ? (
        <Button
          variant="default"
          loading={pin.isPending}
          onClick={() => {
            pin.mutate();
          }}
        >
          {isSpoken ? t('provisioningPage.pin.spoken', { person }) : t('provisioningPage.pin.show')}
        </Button>
      ) : (
        <>
          <div className={styles['digits']} role="status">
            {groupDigits(pin.data.pin).map((group, index) => (
              <span key={index}>{group}</span>
            ))}
          </div>
          <Button variant="default" size="compact-sm" onClick={pin.reset}>
            {t('provisioningPage.pin.hide')}
          </Button>
        </>
      )}
      <p>
        {t(isSpoken ? 'provisioningPage.pin.hint-spoken' : 'provisioningPage.pin.hint', {
          time: format.exact(pinUntil),
        })}
      </p>
    </div>
  );
}
