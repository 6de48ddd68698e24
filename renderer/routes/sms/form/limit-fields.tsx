import { NumberInput, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import { Fold } from './fold.tsx';
import styles from './form.module.css';

const limitFields = ['perMinute', 'perDay', 'perMonth', 'priority', 'weight'] as const;

/** What all kinds have: limits, their place among the others, and reports of delivery. */
export function LimitFields({ form }: FieldsProps): ReactNode {
  const { t } = useText();
  const { kind } = form.values;
  return (
    <Fold form={form} title={t('gatewaysPage.limits')} fields={limitFields}>
      <fieldset className={styles['group']}>
        <div className={styles['triple']}>
          <NumberInput
            label={t('gatewaysPage.limits.minute')}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            {...form.getInputProps('perMinute')}
          />
          <NumberInput
            label={t('gatewaysPage.limits.day')}
            min={1}
            max={100_000_000}
            allowDecimal={false}
            {...form.getInputProps('perDay')}
          />
          <NumberInput
            label={t('gatewaysPage.limits.month')}
            min={1}
            max={1_000_000_000}
            allowDecimal={false}
            {...form.getInputProps('perMonth')}
          />
        </div>
        <p className={styles['hint']}>{t('gatewaysPage.limits.hint')}</p>
      </fieldset>
      <div className={styles['pair']}>
        <NumberInput
          label={t('sms.form.priority')}
          description={t('sms.form.priority-hint')}
          min={1}
          max={100}
          allowDecimal={false}
          {...form.getInputProps('priority')}
        />
        <NumberInput
          label={t('gatewaysPage.weight')}
          description={t('gatewaysPage.weight-hint')}
          min={1}
          max={100}
          allowDecimal={false}
          {...form.getInputProps('weight')}
        />
      </div>
      {kind === 'simulator' ? null : (
        <Switch
          label={t('gatewaysPage.reports')}
          description={t('gatewaysPage.reports-hint')}
          {...form.getInputProps('reports', { type: 'checkbox' })}
        />
      )}
    </Fold>
  );
}
