import { NumberInput, Radio, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { pinDeliverySchema, provisioningLimits } from '../../../shared/model/provisioning.ts';
import type { ProvisioningSecurity } from '../../../shared/model/provisioning.ts';
import { useText } from '../../i18n/provider.tsx';
import type { ProvisioningValues } from './provisioning-values.ts';
import styles from './settings.module.css';

/** How a configuration proves where it comes from, in the order from the usual to the unwise. */
const securities: readonly ProvisioningSecurity[] = [
  'userpin',
  'netwpin',
  'usernetwpin',
  'userpinmac',
  'none',
];

/** Signing, and the PIN: how long it is and how the owner learns it. */
export function ProvisioningPinFields({
  form,
  canMail,
}: {
  readonly form: UseFormReturnType<ProvisioningValues>;
  readonly canMail: boolean;
}): ReactNode {
  const { t } = useText();
  const { security } = form.values;
  const hasPin = security !== 'none' && security !== 'netwpin';
  return (
    <>
      <Radio.Group label={t('settings.provisioning.security')} {...form.getInputProps('security')}>
        <Stack gap={6} mt={6}>
          {securities.map((value) => (
            <Radio
              key={value}
              size="xs"
              value={value}
              label={t(`settings.provisioning.security.${value}`)}
              description={t(`settings.provisioning.security.${value}-hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {hasPin ? (
        <>
          {security === 'userpinmac' ? null : (
            <NumberInput
              label={t('settings.provisioning.pin-digits')}
              styles={{ wrapper: { width: 150 } }}
              min={provisioningLimits.pinDigitsMin}
              max={provisioningLimits.pinDigitsMax}
              allowDecimal={false}
              {...form.getInputProps('pinDigits')}
            />
          )}
          <div>
            <Radio.Group
              label={t('settings.provisioning.pin-delivery')}
              {...form.getInputProps('pinDelivery')}
            >
              <Stack gap={6} mt={6}>
                {pinDeliverySchema.options.map((value) => (
                  <Radio
                    key={value}
                    size="xs"
                    value={value}
                    label={t(`settings.provisioning.pin-delivery.${value}`)}
                    description={t(`settings.provisioning.pin-delivery.${value}-hint`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            {form.values.pinDelivery === 'mail' && !canMail ? (
              <p className={styles['hint']}>
                {t('settings.provisioning.no-mail')}{' '}
                <Link to="/settings" search={{ section: 'mail' }} replace>
                  {t('settings.provisioning.set-mail')}
                </Link>
              </p>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}
