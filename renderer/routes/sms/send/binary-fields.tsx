import { TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import type { SendValues } from './send-form.ts';

/** The fields of a message of bytes, all in hex. */
export function BinaryFields({
  form,
}: {
  readonly form: UseFormReturnType<SendValues>;
}): ReactNode {
  const { t } = useText();
  const hex = { spellCheck: false, autoComplete: 'off', classNames: { input: 'pd-mono' } } as const;
  return (
    <>
      <Textarea
        label={t('sendSms.data')}
        description={t('sendSms.data-hint')}
        autosize
        minRows={2}
        maxRows={8}
        {...hex}
        {...form.getInputProps('data')}
      />
      <TextInput
        label={t('sendSms.udh')}
        description={t('sendSms.udh-hint')}
        placeholder="06 05 04 0B 84 C0 02"
        {...hex}
        {...form.getInputProps('udh')}
      />
      <div className={styles['pair']}>
        <TextInput
          label={t('sendSms.dcs')}
          description={t('sendSms.dcs-hint')}
          maxLength={2}
          {...hex}
          {...form.getInputProps('dcs')}
        />
        <TextInput
          label={t('sendSms.pid')}
          description={t('sendSms.pid-hint')}
          maxLength={2}
          {...hex}
          {...form.getInputProps('pid')}
        />
      </div>
    </>
  );
}
