import { Button, Group, Modal, Radio, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { KeywordRule } from '../../../../shared/model/incoming.ts';
import { client, orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useText } from '../../../i18n/provider.tsx';

const actions = ['account', 'mail', 'discard'] as const satisfies KeywordRule['action'][];

interface RuleValues {
  readonly keyword: string;
  readonly action: KeywordRule['action'];
  readonly accountId: string;
  readonly mailTo: string;
  readonly active: boolean;
}

interface RuleFormProps {
  /** Null: a new one. */
  readonly rule: KeywordRule | null;
  readonly onClose: () => void;
}

function RuleForm({ rule, onClose }: RuleFormProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const accounts = useQuery(orpc.accounts.list.queryOptions({})).data?.accounts ?? [];
  const required = t('fieldErrors.required');
  const form = useForm<RuleValues>({
    initialValues: {
      keyword: rule?.keyword ?? '',
      action: rule?.action ?? 'mail',
      accountId: rule?.accountId ?? '',
      mailTo: rule?.mailTo ?? '',
      active: rule?.active ?? true,
    },
    validate: {
      keyword: (value) =>
        value.trim() === ''
          ? required
          : /\s/u.test(value.trim())
            ? t('incomingPage.rule.one-word')
            : null,
      accountId: (value, { action }) => (action === 'account' && value === '' ? required : null),
      mailTo: (value, { action }) => (action === 'mail' && value.trim() === '' ? required : null),
    },
  });
  const { submit, isRunning, error } = useSubmit(form, async (values) => {
    const { keyword, action, accountId, mailTo, active } = values;
    const input = {
      keyword: keyword.trim(),
      action,
      active,
      accountId: action === 'account' ? accountId : null,
      mailTo: action === 'mail' ? mailTo.trim() : '',
    };
    if (rule === null) await client.incoming.createRule(input);
    else await client.incoming.updateRule({ id: rule.id, ...input });
    void queries.invalidateQueries({ queryKey: orpc.incoming.key() });
    notify.done(t('common.saved'));
    onClose();
  });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack gap="sm">
        {error === null ? null : <ErrorNotice error={error} />}
        <TextInput
          label={t('incomingPage.rule.keyword')}
          description={t('incomingPage.rule.keyword-hint')}
          maxLength={40}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('keyword')}
        />
        <Radio.Group label={t('incomingPage.rule.action')} {...form.getInputProps('action')}>
          <Stack gap={6} mt={6}>
            {actions.map((action) => (
              <Radio
                key={action}
                size="xs"
                value={action}
                label={t(`incomingPage.rule.action.${action}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.action === 'account' ? (
          <Select
            label={t('incomingPage.rule.account')}
            searchable
            openOnFocus={false}
            limit={200}
            data={accounts.map(({ id, address }) => ({ value: id, label: address }))}
            {...form.getInputProps('accountId')}
            value={form.values.accountId === '' ? null : form.values.accountId}
          />
        ) : null}
        {form.values.action === 'mail' ? (
          <TextInput
            label={t('incomingPage.rule.mail-to')}
            type="email"
            spellCheck={false}
            maxLength={320}
            {...form.getInputProps('mailTo')}
          />
        ) : null}
        <Switch
          label={t('incomingPage.rule.active')}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isRunning}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  );
}

/** What {@link RuleDialog} needs. */
export interface RuleDialogProps {
  /** Null for a new one, undefined while the dialog is closed. */
  readonly rule: KeywordRule | null | undefined;
  readonly onClose: () => void;
}

/** The dialog of one keyword and what is done with its SMS. */
export function RuleDialog({ rule, onClose }: RuleDialogProps): ReactNode {
  const { t } = useText();
  return (
    <Modal
      opened={rule !== undefined}
      onClose={onClose}
      title={
        rule === null || rule === undefined
          ? t('incomingPage.rule.add')
          : t('incomingPage.rule.edit', { keyword: rule.keyword })
      }
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {rule === undefined ? null : (
        <RuleForm key={rule?.id ?? 'new'} rule={rule} onClose={onClose} />
      )}
    </Modal>
  );
}
