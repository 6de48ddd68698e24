import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import styles from './form.module.css';

/** How many messages are handed over at once, and how long an answer is waited for. */
export function TimingFields({ form }: FieldsProps): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['pair']}>
      <NumberInput
        label={t('sms.form.concurrency')}
        description={t('sms.form.concurrency-hint')}
        min={1}
        max={64}
        allowDecimal={false}
        {...form.getInputProps('concurrency')}
      />
      <NumberInput
        label={t('sms.form.timeout')}
        description={t('sms.form.timeout-hint')}
        min={0.5}
        max={120}
        {...form.getInputProps('timeoutSeconds')}
      />
    </div>
  );
}
