import { NumberInput, PasswordInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { useText } from '../../i18n/provider.tsx';
import { usualPort } from './account-form.ts';
import type { AccountFormValues } from './account-form.ts';
import styles from './accounts.module.css';

/** What {@link AccountFields} needs. */
export interface AccountFieldsProps {
  readonly form: UseFormReturnType<AccountFormValues>;
  /** The account that is changed; absent for a new one. */
  readonly account?: Account;
  /** Says what the password is for where there has to be one. */
  readonly passwordHint?: string;
  /** Below the password: a button that makes one. */
  readonly passwordMaker?: ReactNode;
}

const securities = ['tls', 'starttls', 'none'] as const;

function MailboxFields({ form, account }: AccountFieldsProps): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['mailbox']}>
      <div className={styles['server']}>
        <TextInput
          label={t('accounts.form.host')}
          required
          placeholder="imap.example.org"
          spellCheck={false}
          {...form.getInputProps('host')}
        />
        <NumberInput
          label={t('accounts.form.port')}
          min={1}
          max={65_535}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('port')}
        />
      </div>
      <Select
        label={t('accounts.form.security')}
        allowDeselect={false}
        data={securities.map((value) => ({ value, label: t(`accounts.form.security.${value}`) }))}
        {...form.getInputProps('security')}
        onChange={(chosen) => {
          const security = securities.find((one) => one === chosen);
          if (security === undefined) return;
          const isUsual = Number(form.values.port) === usualPort(form.values.security);
          form.setFieldValue('security', security);
          if (isUsual) form.setFieldValue('port', usualPort(security));
        }}
      />
      <TextInput
        label={t('accounts.form.user')}
        placeholder={form.values.address}
        autoComplete="off"
        {...form.getInputProps('user')}
      />
      <PasswordInput
        label={t('accounts.form.mailbox-password')}
        description={
          account?.mailbox?.hasPassword === true ? t('accounts.form.password-set') : null
        }
        autoComplete="new-password"
        {...form.getInputProps('mailboxPassword')}
      />
      <TextInput label={t('accounts.form.folder')} {...form.getInputProps('folder')} />
      <Switch
        label={t('accounts.form.watch')}
        {...form.getInputProps('watch', { type: 'checkbox' })}
      />
    </div>
  );
}

/** The fields of an account; its mailbox is optional. */
export function AccountFields(props: AccountFieldsProps): ReactNode {
  const { form, account, passwordHint, passwordMaker } = props;
  const { t } = useText();
  const isSet = account?.hasPassword === true && !form.values.removesPassword;
  return (
    <Stack gap="md">
      <TextInput
        label={t('accounts.form.address')}
        description={t('accounts.form.address-hint')}
        placeholder="ada@example.org"
        type="email"
        required
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('address')}
      />
      <TextInput
        label={t('accounts.form.name')}
        description={t('accounts.form.name-hint')}
        autoComplete="off"
        {...form.getInputProps('displayName')}
      />
      <PasswordInput
        label={t('accounts.form.password')}
        description={
          passwordHint ?? t(isSet ? 'accounts.form.password-set' : 'accounts.form.password-hint')
        }
        required={passwordHint !== undefined}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      {passwordMaker}
      {account?.hasPassword === true ? (
        <Switch
          label={t('accounts.form.password-remove')}
          {...form.getInputProps('removesPassword', { type: 'checkbox' })}
        />
      ) : null}
      <Switch
        label={t('accounts.form.mailbox')}
        description={t('accounts.form.mailbox-hint')}
        {...form.getInputProps('hasMailbox', { type: 'checkbox' })}
      />
      {form.values.hasMailbox ? <MailboxFields form={form} {...(account && { account })} /> : null}
    </Stack>
  );
}
