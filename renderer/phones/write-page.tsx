import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { phoneTextLimit } from '../../shared/model/phone.ts';
import { client } from '../api/client.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { useNotify } from '../components/use-notify.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { useText } from '../i18n/provider.tsx';
import { PhoneBar } from './phone-bar.tsx';
import styles from './phone-screen.module.css';

/** What {@link WritePage} shows. */
export interface WritePageProps {
  readonly number: string;
  readonly onBack: () => void;
}

/** Where the owner of the phone writes an SMS to the office. */
export function WritePage({ number, onBack }: WritePageProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const form = useForm({ initialValues: { text: '' } });
  const { submit, isRunning, error } = useSubmit(form, async ({ text }) => {
    await client.simulator.reply({ number, text });
    notify.done(t('phones.write.sent'));
    onBack();
  });
  return (
    <form
      className={styles['entry']}
      noValidate
      onSubmit={form.onSubmit((values) => void submit(values))}
    >
      <PhoneBar title={t('phones.write.title')} onBack={onBack} />
      <div className={styles['view']}>
        {error === null ? null : <ErrorNotice error={error} />}
        <Textarea
          size="xs"
          label={t('phones.write.text')}
          description={t('phones.write.hint')}
          autoFocus
          autosize
          minRows={5}
          maxRows={9}
          maxLength={phoneTextLimit}
          {...form.getInputProps('text')}
        />
      </div>
      <div className={styles['entryKeys']}>
        <Button
          type="submit"
          size="compact-sm"
          loading={isRunning}
          disabled={form.values.text.trim() === ''}
        >
          {t('phones.write.send')}
        </Button>
      </div>
    </form>
  );
}
