import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import styles from './form.module.css';
import { GatewaySecret } from './password-field.tsx';
import { SmppMoreFields } from './smpp-more-fields.tsx';

const binds = ['transceiver', 'transmitter', 'separate'] as const;

/** Where a service centre is, who signs in there, and how. */
export function SmppFields({ form, gateway }: FieldsProps): ReactNode {
  const { t } = useText();
  return (
    <>
      <div className={styles['host']}>
        <TextInput
          label={t('gatewaysPage.smpp.host')}
          description={t('gatewaysPage.smpp.host-hint')}
          placeholder="smpp.example.org"
          required
          spellCheck={false}
          maxLength={253}
          {...form.getInputProps('host')}
        />
        <NumberInput
          label={t('gatewaysPage.smpp.port')}
          description={t('gatewaysPage.smpp.port-hint')}
          min={1}
          max={65_535}
          allowDecimal={false}
          thousandSeparator={false}
          {...form.getInputProps('port')}
        />
      </div>
      <Switch
        label={t('gatewaysPage.smpp.tls')}
        description={t('gatewaysPage.smpp.tls-hint')}
        {...form.getInputProps('tls', { type: 'checkbox' })}
      />
      {form.values.tls ? (
        <Switch
          label={t('gatewaysPage.smpp.untrusted')}
          description={t('gatewaysPage.smpp.untrusted-hint')}
          {...form.getInputProps('tlsUntrusted', { type: 'checkbox' })}
        />
      ) : null}
      <div className={styles['pair']}>
        <TextInput
          label={t('gatewaysPage.smpp.system-id')}
          description={t('gatewaysPage.smpp.system-id-hint')}
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={15}
          {...form.getInputProps('systemId')}
        />
        <GatewaySecret
          form={form}
          gateway={gateway}
          name="password"
          label={t('sms.form.password')}
          hint={t('gatewaysPage.smpp.password-hint')}
        />
      </div>
      <Select
        label={t('gatewaysPage.smpp.bind')}
        description={t('gatewaysPage.smpp.bind-hint')}
        allowDeselect={false}
        data={binds.map((value) => ({ value, label: t(`gatewaysPage.smpp.bind.${value}`) }))}
        {...form.getInputProps('bind')}
      />
      <div className={styles['pair']}>
        <TextInput
          label={t('sms.form.sender')}
          description={t('gatewaysPage.smpp.sender-hint')}
          maxLength={20}
          {...form.getInputProps('sender')}
        />
        <NumberInput
          label={t('gatewaysPage.smpp.window')}
          description={t('gatewaysPage.smpp.window-hint')}
          min={1}
          max={1_000}
          allowDecimal={false}
          {...form.getInputProps('concurrency')}
        />
      </div>
      <SmppMoreFields form={form} />
    </>
  );
}
