import { NumberInput, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import { Fold } from './fold.tsx';
import styles from './form.module.css';

const numberings = [
  ['sourceTon', 'gatewaysPage.smpp.source-ton', 7],
  ['sourceNpi', 'gatewaysPage.smpp.source-npi', 15],
  ['destinationTon', 'gatewaysPage.smpp.destination-ton', 7],
  ['destinationNpi', 'gatewaysPage.smpp.destination-npi', 15],
] as const;

const moreFields = [
  'systemType',
  'serviceType',
  'enquireSeconds',
  'timeoutSeconds',
  ...numberings.map(([name]) => name),
] as const;

/** What of SMPP only some operators ask for. */
export function SmppMoreFields({ form }: FieldsProps): ReactNode {
  const { t } = useText();
  return (
    <Fold form={form} title={t('sms.form.more')} fields={moreFields}>
      <div className={styles['pair']}>
        <TextInput
          label={t('gatewaysPage.smpp.system-type')}
          description={t('gatewaysPage.smpp.system-type-hint')}
          spellCheck={false}
          maxLength={12}
          {...form.getInputProps('systemType')}
        />
        <TextInput
          label={t('gatewaysPage.smpp.service-type')}
          description={t('gatewaysPage.smpp.system-type-hint')}
          spellCheck={false}
          maxLength={5}
          {...form.getInputProps('serviceType')}
        />
      </div>
      <div className={styles['pair']}>
        <NumberInput
          label={t('gatewaysPage.smpp.enquire')}
          description={t('gatewaysPage.smpp.enquire-hint')}
          min={5}
          max={3_600}
          allowDecimal={false}
          {...form.getInputProps('enquireSeconds')}
        />
        <NumberInput
          label={t('sms.form.timeout')}
          description={t('sms.form.timeout-hint')}
          min={0.5}
          max={120}
          {...form.getInputProps('timeoutSeconds')}
        />
      </div>
      <Select
        label={t('gatewaysPage.smpp.long')}
        allowDeselect={false}
        data={(['udh', 'payload'] as const).map((value) => ({
          value,
          label: t(`gatewaysPage.smpp.long.${value}`),
        }))}
        {...form.getInputProps('longMessages')}
      />
      <Select
        label={t('gatewaysPage.smpp.encoding')}
        description={t('gatewaysPage.smpp.encoding-hint')}
        allowDeselect={false}
        data={(['gsm7', 'latin1'] as const).map((value) => ({
          value,
          label: t(`gatewaysPage.smpp.encoding.${value}`),
        }))}
        {...form.getInputProps('textEncoding')}
      />
      <div className={styles['pair']}>
        {numberings.map(([name, label, max]) => (
          <NumberInput
            key={name}
            label={t(label)}
            description={t('gatewaysPage.smpp.by-address')}
            min={0}
            max={max}
            allowDecimal={false}
            {...form.getInputProps(name)}
          />
        ))}
      </div>
    </Fold>
  );
}
