import { Button, Group, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useText } from '../../i18n/provider.tsx';
import { AccountFields } from './account-fields.tsx';
import { accountFieldOf, emptyAccountForm, newAccountInput } from './account-form.ts';
import type { AccountFormValues } from './account-form.ts';
import { MailboxResult } from './mailbox-result.tsx';
import { accountRules } from './validate-account.ts';

/** What {@link NewAccount} needs. */
export interface NewAccountProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onCreated: (account: Account) => void;
}

function NewAccountForm({ onClose, onCreated }: Omit<NewAccountProps, 'isOpen'>): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const form = useForm<AccountFormValues>({
    initialValues: emptyAccountForm,
    validate: accountRules(t),
  });
  const { submit, isRunning, error } = useSubmit(
    form,
    async (values) => {
      const account = await client.accounts.create(newAccountInput(values));
      notify.done(t('accounts.created.title', { address: account.address }));
      onCreated(account);
    },
    accountFieldOf,
  );
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      {error === null ? null : <ErrorNotice error={error} />}
      <AccountFields form={form} />
      {form.values.hasMailbox ? <MailboxResult state="after-saving" /> : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isRunning}>
          {t('accounts.form.create')}
        </Button>
      </Group>
    </form>
  );
}

/** The dialog that adds an account. */
export function NewAccount({ isOpen, onClose, onCreated }: NewAccountProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('accounts.form.new')}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NewAccountForm onClose={onClose} onCreated={onCreated} />
    </Modal>
  );
}
