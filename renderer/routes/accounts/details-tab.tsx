import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { client, orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import { AccountFields } from './account-fields.tsx';
import { accountChange, accountFieldOf, accountToForm } from './account-form.ts';
import type { AccountFormValues } from './account-form.ts';
import styles from './accounts.module.css';
import { MailboxResult } from './mailbox-result.tsx';
import { accountRules } from './validate-account.ts';

/** What {@link DetailsTab} needs. */
export interface DetailsTabProps {
  readonly account: Account;
  readonly onRemove: () => void;
}

/** The settings of an account, and the test of its mailbox. */
export function DetailsTab({ account, onRemove }: DetailsTabProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const form = useForm<AccountFormValues>({
    initialValues: accountToForm(account),
    validate: accountRules(t),
  });
  const isDirty = form.isDirty();
  const { resetDirty, setValues } = form;
  useEffect(() => {
    if (isDirty) return;
    const fresh = accountToForm(account);
    setValues(fresh);
    resetDirty(fresh);
  }, [account, isDirty, resetDirty, setValues]);

  const { submit, isRunning, error } = useSubmit(
    form,
    async (values) => {
      const updated = await client.accounts.update({ id: account.id, ...accountChange(values) });
      queries.setQueryData(orpc.accounts.get.queryKey({ input: { id: account.id } }), updated);
      const fresh = accountToForm(updated);
      setValues(fresh);
      resetDirty(fresh);
    },
    accountFieldOf,
  );
  const test = useMutation({
    mutationFn: () => client.accounts.testMailbox({ id: account.id }),
    onError: notify.failed,
  });
  const save = async (values: AccountFormValues): Promise<void> => {
    if (await submit(values)) notify.done(t('common.saved'));
  };
  const saveAndTest = async (values: AccountFormValues): Promise<void> => {
    test.reset();
    if (await submit(values)) test.mutate();
  };

  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      {error === null ? null : <ErrorNotice error={error} />}
      <AccountFields form={form} account={account} />
      {test.isPending ? <MailboxResult state="running" /> : null}
      {test.data === undefined ? null : <MailboxResult state="tested" {...test.data} />}
      <div className={styles['save']}>
        <Button type="submit" loading={isRunning} disabled={!isDirty}>
          {t('common.save')}
        </Button>
        {form.values.hasMailbox ? (
          <Button
            variant="default"
            loading={test.isPending}
            onClick={() => {
              form.onSubmit((values) => void saveAndTest(values))();
            }}
          >
            {t('accounts.form.test')}
          </Button>
        ) : null}
        {isDirty ? (
          <Button variant="default" onClick={form.reset}>
            {t('settings.discard')}
          </Button>
        ) : null}
        <Button variant="subtle" color="red" ml="auto" onClick={onRemove}>
          {t('accounts.remove')}
        </Button>
      </div>
    </form>
  );
}
