import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { gatewayLimits } from '../../../../shared/model/gateway.ts';
import { useText } from '../../../i18n/provider.tsx';
import type { FieldsProps } from './fields-props.ts';
import { Fold } from './fold.tsx';

const patterns = [
  ['successPattern', 'sms.form.success', 'sms.form.success-hint'],
  ['refusedPattern', 'gatewaysPage.http.refused', 'gatewaysPage.http.refused-hint'],
  ['retryPattern', 'gatewaysPage.http.retry', 'gatewaysPage.http.retry-hint'],
  ['idPattern', 'sms.form.id', 'sms.form.id-hint'],
  ['deliveredPattern', 'gatewaysPage.http.delivered', 'gatewaysPage.http.delivered-hint'],
  ['undeliveredPattern', 'gatewaysPage.http.undelivered', 'gatewaysPage.http.undelivered-hint'],
] as const;

const answerFields = ['successStatus', ...patterns.map(([name]) => name)] as const;

/** What of a provider's answers and reports means what. */
export function HttpAnswerFields({ form }: FieldsProps): ReactNode {
  const { t } = useText();
  return (
    <Fold form={form} title={t('gatewaysPage.http.answer')} fields={answerFields}>
      <TextInput
        label={t('gatewaysPage.http.status')}
        description={t('gatewaysPage.http.status-hint')}
        spellCheck={false}
        maxLength={120}
        {...form.getInputProps('successStatus')}
      />
      {patterns.map(([name, label, hint]) => (
        <TextInput
          key={name}
          label={t(label)}
          description={t(hint)}
          spellCheck={false}
          maxLength={gatewayLimits.pattern}
          classNames={{ input: 'pd-mono' }}
          {...form.getInputProps(name)}
        />
      ))}
    </Fold>
  );
}
