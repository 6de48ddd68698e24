import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import { AccountFields } from '../accounts/account-fields.tsx';
import { accountFieldOf, emptyAccountForm, newAccountInput } from '../accounts/account-form.ts';
import type { AccountFormValues } from '../accounts/account-form.ts';
import { MailboxResult } from '../accounts/mailbox-result.tsx';
import { accountRules } from '../accounts/validate-account.ts';
import { MissingPassword, PasswordMaker } from './password-maker.tsx';
import type { SetupFacts } from './setup-state.ts';
import styles from './setup.module.css';
import { StepFrame } from './step-frame.tsx';

/** What {@link StepAccount} needs. */
export interface StepAccountProps {
  readonly facts: SetupFacts;
  readonly onNext: () => void;
}

function NewAccountStep({ onNext }: Pick<StepAccountProps, 'onNext'>): ReactNode {
  const { t } = useText();
  const queries = useQueryClient();
  const form = useForm<AccountFormValues>({
    initialValues: emptyAccountForm,
    validate: {
      ...accountRules(t),
      password: (value) => (value === '' ? t('fieldErrors.required') : null),
    },
  });
  const { submit, isRunning, error } = useSubmit(
    form,
    async (values) => {
      const account = await client.accounts.create(newAccountInput(values));
      await queries.invalidateQueries({ queryKey: orpc.accounts.key() });
      // With a mailbox the step stays, so that its test can speak.
      if (account.mailbox === null) onNext();
    },
    accountFieldOf,
  );
  return (
    <form
      className={styles['narrow']}
      onSubmit={form.onSubmit((values) => void submit(values))}
      noValidate
    >
      {error === null ? null : <ErrorNotice error={error} />}
      <AccountFields
        form={form}
        passwordHint={t('setup.account.password-hint')}
        passwordMaker={
          <PasswordMaker
            value={form.values.password}
            onMade={(password) => {
              form.setFieldValue('password', password);
            }}
          />
        }
      />
      <div className={styles['buttons']}>
        <Button type="submit" loading={isRunning}>
          {t('setup.account.button')}
        </Button>
      </div>
    </form>
  );
}

/** The test that the step makes by itself: whether the mailbox can be opened and watched. */
function MailboxCheck({ account }: { readonly account: Account }): ReactNode {
  const { t } = useText();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['setup', 'mailbox', account.id, account.updatedAt],
    queryFn: () => client.accounts.testMailbox({ id: account.id }),
    staleTime: Infinity,
  });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || isFetching) return <MailboxResult state="running" />;
  return (
    <>
      <MailboxResult state="tested" {...data} />
      {data.ok ? null : (
        <p>
          <Link to="/accounts" search={{ open: account.id, tab: 'details' }}>
            {t('setup.account.settings')}
          </Link>{' '}
          <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
            {t('setup.gateway.repeat')}
          </Button>
        </p>
      )}
    </>
  );
}

/** An account, its mailbox if wanted. */
export function StepAccount({ facts, onNext }: StepAccountProps): ReactNode {
  const { t } = useText();
  const account = facts.accounts[0];
  return (
    <StepFrame
      step="account"
      title={t('setup.account.title')}
      text={account === undefined ? t('setup.account.text') : t('setup.account.mailbox-later')}
    >
      {account === undefined ? (
        <NewAccountStep onNext={onNext} />
      ) : (
        <>
          <p className={styles['result']}>
            <StateShape state="working" />
            <span>{t('setup.account.exists', { address: account.address })}</span>
          </p>
          <MissingPassword account={account} />
          {account.mailbox === null ? null : <MailboxCheck account={account} />}
          <div className={styles['buttons']}>
            <Button autoFocus onClick={onNext}>
              {t('common.next')}
            </Button>
          </div>
        </>
      )}
    </StepFrame>
  );
}
