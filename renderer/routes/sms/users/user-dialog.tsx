import {
  Button,
  Group,
  Modal,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SmsUser } from '../../../../shared/model/sms-account.ts';
import { client, orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import { emptyUser, formToUser, userToForm } from './user-form.ts';
import type { UserValues } from './user-form.ts';

interface UserFormProps {
  /** Null: a new one. */
  readonly user: SmsUser | null;
  readonly onClose: () => void;
}

function UserForm({ user, onClose }: UserFormProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const gateways = useQuery(orpc.gateways.list.queryOptions({})).data?.gateways ?? [];
  const isNew = user === null;
  const form = useForm<UserValues>({
    initialValues: isNew ? emptyUser : userToForm(user),
    validate: {
      name: (value) => (value.trim() === '' ? t('fieldErrors.required') : null),
      password: (value) => (isNew && value === '' ? t('fieldErrors.required') : null),
    },
  });
  const { submit, isRunning, error } = useSubmit(form, async (values) => {
    const input = formToUser(values);
    if (isNew) await client.smsUsers.create({ ...input, password: values.password });
    else await client.smsUsers.update({ id: user.id, ...input });
    void queries.invalidateQueries({ queryKey: orpc.smsUsers.key() });
    notify.done(isNew ? t('smsUsersPage.created', { name: input.name }) : t('common.saved'));
    onClose();
  });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack gap="sm">
        {error === null ? null : <ErrorNotice error={error} />}
        <TextInput
          label={t('smsUsersPage.field.name')}
          description={t('smsUsersPage.field.name-hint')}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <PasswordInput
          label={t('smsUsersPage.field.password')}
          description={isNew ? undefined : t('smsUsersPage.field.password-set')}
          maxLength={256}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <div className={styles['pair']}>
          <NumberInput
            label={t('smsUsersPage.field.limit')}
            description={t('smsUsersPage.field.limit-hint')}
            min={0}
            max={100_000_000}
            allowDecimal={false}
            {...form.getInputProps('monthlyLimit')}
          />
          <TextInput
            type="date"
            label={t('smsUsersPage.field.expires')}
            description={t('smsUsersPage.field.expires-hint')}
            {...form.getInputProps('expires')}
          />
        </div>
        <Select
          label={t('smsUsersPage.field.gateway')}
          allowDeselect={false}
          data={[
            { value: '', label: t('sendSms.gateway-any') },
            ...gateways.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps('gatewayId')}
        />
        <Switch
          label={t('smsUsersPage.field.active')}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isRunning}>
          {t(isNew ? 'smsUsersPage.create' : 'common.save')}
        </Button>
      </Group>
    </form>
  );
}

/** What {@link UserDialog} needs. */
export interface UserDialogProps {
  /** Null for a new one, undefined while the dialog is closed. */
  readonly user: SmsUser | null | undefined;
  readonly onClose: () => void;
}

/** The dialog of one who may hand in SMS. */
export function UserDialog({ user, onClose }: UserDialogProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={user !== undefined}
      onClose={onClose}
      title={
        user === null || user === undefined
          ? t('smsUsersPage.add')
          : t('smsUsersPage.edit', { name: user.name })
      }
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {user === undefined ? null : (
        <UserForm key={user?.id ?? 'new'} user={user} onClose={onClose} />
      )}
    </Modal>
  );
}
