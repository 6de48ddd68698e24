import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { gatewayLimits } from '../../../../shared/model/gateway.ts';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import { Fold } from './fold.tsx';
import styles from './form.module.css';
import { GatewaySecret } from './password-field.tsx';
import { TimingFields } from './timing-fields.tsx';

/** Where another Pushdesk is, and who signs in there. */
export function PeerFields({ form, gateway }: FieldsProps): ReactNode {
  const { t } = useText();
  return (
    <>
      <TextInput
        label={t('gatewaysPage.peer.url')}
        description={t('gatewaysPage.peer.url-hint')}
        placeholder="https://sms.example.org"
        required
        type="url"
        spellCheck={false}
        maxLength={gatewayLimits.url}
        {...form.getInputProps('url')}
      />
      <div className={styles['pair']}>
        <TextInput
          label={t('sms.form.user')}
          description={t('gatewaysPage.peer.user-hint')}
          autoComplete="off"
          maxLength={120}
          {...form.getInputProps('user')}
        />
        <GatewaySecret
          form={form}
          gateway={gateway}
          name="password"
          label={t('sms.form.password')}
          hint={t('gatewaysPage.peer.password-hint')}
        />
      </div>
      <Fold
        form={form}
        title={t('sms.form.more')}
        fields={['sender', 'concurrency', 'timeoutSeconds']}
      >
        <TextInput
          label={t('sms.form.sender')}
          description={t('gatewaysPage.smpp.sender-hint')}
          maxLength={20}
          {...form.getInputProps('sender')}
        />
        <TimingFields form={form} />
      </Fold>
    </>
  );
}
