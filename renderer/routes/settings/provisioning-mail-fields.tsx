import { Select, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import type { ProvisioningValues } from './provisioning-values.ts';
import { ServerFields } from './server-fields.tsx';
import styles from './settings.module.css';

/** The servers by which phones fetch and hand in mail; each is left out until it is switched on. */
export function ProvisioningMailFields({
  form,
}: {
  readonly form: UseFormReturnType<ProvisioningValues>;
}): ReactNode {
  const { t } = useText();
  return (
    <>
      <Switch
        label={t('settings.provisioning.incoming')}
        description={t('settings.provisioning.incoming-hint')}
        {...form.getInputProps('hasIncomingMail', { type: 'checkbox' })}
      />
      {form.values.hasIncomingMail ? (
        <div className={styles['inner']}>
          <Select
            label={t('settings.provisioning.protocol')}
            styles={{ wrapper: { width: 150 } }}
            allowDeselect={false}
            data={[
              { value: 'imap', label: 'IMAP' },
              { value: 'pop3', label: 'POP3' },
            ]}
            {...form.getInputProps('incomingMail.protocol')}
          />
          <ServerFields
            what={t('settings.provisioning.incoming')}
            host={form.getInputProps('incomingMail.host')}
            port={form.getInputProps('incomingMail.port')}
            security={form.getInputProps('incomingMail.security')}
          />
        </div>
      ) : null}
      <Switch
        label={t('settings.provisioning.outgoing')}
        description={t('settings.provisioning.outgoing-hint')}
        {...form.getInputProps('hasOutgoingMail', { type: 'checkbox' })}
      />
      {form.values.hasOutgoingMail ? (
        <div className={styles['inner']}>
          <ServerFields
            what={t('settings.provisioning.outgoing')}
            host={form.getInputProps('outgoingMail.host')}
            port={form.getInputProps('outgoingMail.port')}
            security={form.getInputProps('outgoingMail.security')}
          />
        </div>
      ) : null}
    </>
  );
}
