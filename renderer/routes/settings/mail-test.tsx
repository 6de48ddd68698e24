import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { MailSettings } from '../../../shared/model/provisioning.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import styles from './settings.module.css';

interface Outcome {
  readonly ok: boolean;
  readonly detail: string;
  readonly to: string;
}

/** Sends one mail with the settings as they are saved, and says what the server answered. */
export function MailTest({ mail }: { readonly mail: MailSettings }): ReactNode {
  const { t } = useText();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const form = useForm({
    initialValues: { to: '' },
    validate: { to: (value) => (value.trim() === '' ? t('fieldErrors.required') : null) },
  });
  const isOff = mail.host === '' || mail.from === '';
  const { submit, isRunning, error } = useSubmit(form, async ({ to }) => {
    setOutcome(null);
    setOutcome({ ...(await client.settings.testMail({ to: to.trim() })), to: to.trim() });
  });
  return (
    <form
      className={`${styles['fields'] ?? ''} ${styles['narrow'] ?? ''}`}
      onSubmit={form.onSubmit((values) => void submit(values))}
      noValidate
    >
      {error === null ? null : <ErrorNotice error={error} />}
      <TextInput
        label={t('settings.mail.test-to')}
        description={t(isOff ? 'settings.mail.test-off' : 'settings.mail.test-hint')}
        type="email"
        disabled={isOff}
        spellCheck={false}
        {...form.getInputProps('to')}
      />
      <div className={styles['line']}>
        <Button type="submit" variant="default" disabled={isOff} loading={isRunning}>
          {t('settings.mail.test')}
        </Button>
        <span role="status">
          {isRunning ? (
            <span className="pd-soft">{t('settings.mail.test-running')}</span>
          ) : outcome === null ? null : (
            <span className={styles['note']}>
              <StateShape state={outcome.ok ? 'working' : 'failed'} />
              <span>
                {outcome.ok
                  ? t('settings.mail.test-ok', { address: outcome.to })
                  : t('settings.mail.test-failed', { detail: outcome.detail })}
              </span>
            </span>
          )}
        </span>
      </div>
    </form>
  );
}
