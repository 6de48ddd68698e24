import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import styles from './form.module.css';
import { GatewaySecret } from './password-field.tsx';

const auths = ['none', 'basic', 'bearer'] as const;

/** How a request signs in, and with what. */
export function HttpSignIn({ form, gateway }: FieldsProps): ReactNode {
  const { t } = useText();
  const { auth } = form.values;
  const hint = {
    none: t('sms.form.password-hint'),
    basic: t('gatewaysPage.http.password-basic'),
    bearer: t('gatewaysPage.http.token-hint'),
  }[auth];
  return (
    <>
      <Select
        label={t('gatewaysPage.http.auth')}
        description={t('gatewaysPage.http.auth-hint')}
        allowDeselect={false}
        data={auths.map((value) => ({ value, label: t(`gatewaysPage.http.auth.${value}`) }))}
        {...form.getInputProps('auth')}
      />
      <div className={styles['pair']}>
        <TextInput
          label={t('sms.form.user')}
          description={t(auth === 'basic' ? 'gatewaysPage.http.user-basic' : 'sms.form.user-hint')}
          autoComplete="off"
          maxLength={120}
          {...form.getInputProps('user')}
        />
        <GatewaySecret
          form={form}
          gateway={gateway}
          name="password"
          label={t(auth === 'bearer' ? 'gatewaysPage.http.token' : 'sms.form.password')}
          hint={hint}
        />
      </div>
    </>
  );
}
