import { Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { CopyText } from '../../components/copy-text.tsx';
import { useText } from '../../i18n/provider.tsx';
import { listenerRoots } from '../../state/phone-addresses.ts';
import { useAddressFacts } from '../../state/use-address-facts.ts';
import type { ProvisioningValues } from './provisioning-values.ts';
import styles from './settings.module.css';

/** Whether owners may set their phones up themselves, and the address that they need for it. */
export function SelfServiceFields({
  form,
}: {
  readonly form: UseFormReturnType<ProvisioningValues>;
}): ReactNode {
  const { t } = useText();
  const facts = useAddressFacts();
  const root = facts === undefined ? undefined : listenerRoots(facts)[0];
  return (
    <div>
      <Switch
        label={t('settings.provisioning.self-service')}
        description={t('settings.provisioning.self-service-hint')}
        {...form.getInputProps('selfService', { type: 'checkbox' })}
      />
      {form.values.selfService ? (
        <p className={`${styles['hint'] ?? ''} ${styles['indent'] ?? ''}`}>
          {t('settings.provisioning.self-service-address')}:{' '}
          {root === undefined ? (
            t('settings.addresses.none')
          ) : (
            <>
              <CopyText
                value={`${root.url}/me`}
                what={t('settings.provisioning.self-service-address')}
              />
              {root.isLocal ? ` ${t('settings.addresses.local')}` : null}
            </>
          )}
        </p>
      ) : null}
    </div>
  );
}
