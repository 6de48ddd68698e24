import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Section } from '../../components/section.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import styles from './accounts.module.css';

function PasswordForm({
  account,
  onDone,
}: {
  readonly account: Account;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value === '' ? t('fieldErrors.required') : null) },
  });
  const { submit, isRunning, error } = useSubmit(form, async ({ password }) => {
    await client.accounts.update({ id: account.id, password });
    notify.done(t('common.saved'));
    onDone();
  });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      {error === null ? null : <ErrorNotice error={error} />}
      <PasswordInput
        label={t('accounts.data.password-new')}
        description={account.hasPassword ? t('accounts.data.password-after') : null}
        autoComplete="new-password"
        autoFocus
        {...form.getInputProps('password')}
      />
      <div className={styles['save']}>
        <Button type="submit" loading={isRunning}>
          {t('common.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Whether the account's devices can sign in, and the password that they need for it. */
export function PasswordSection({ account }: { readonly account: Account }): ReactNode {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { hasPassword } = account;
  return (
    <Section
      title={t('accounts.data.password')}
      text={t(
        hasPassword ? 'accounts.data.password-set-text' : 'accounts.data.password-missing-text',
      )}
      aside={
        <StateMark
          state={hasPassword ? 'working' : 'attention'}
          word={t(hasPassword ? 'accounts.data.password-set' : 'accounts.data.password-missing')}
        />
      }
    >
      {isOpen ? (
        <PasswordForm
          account={account}
          onDone={() => {
            setIsOpen(false);
          }}
        />
      ) : (
        <Button
          variant={hasPassword ? 'default' : 'filled'}
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {t(hasPassword ? 'accounts.data.password-change' : 'accounts.data.password-make')}
        </Button>
      )}
    </Section>
  );
}
