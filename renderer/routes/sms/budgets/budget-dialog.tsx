import { Button, Group, Modal, NumberInput, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Budget, BudgetScope } from '../../../../shared/model/sms-account.ts';
import { client, orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { useText } from '../../../i18n/provider.tsx';
import { budgetLimits, budgetToForm, formToBudget, hasLimit } from './budget-form.ts';
import type { BudgetValues } from './budget-form.ts';

/** Greatest limits, as the services take them. */
const most = { perMinute: 1_000_000, perDay: 100_000_000, perMonth: 1_000_000_000 } as const;

/** Which budget is open in the dialog. */
export interface OpenedBudget {
  readonly scope: BudgetScope;
  /** True for the rule for all that have none of their own. */
  readonly isForAll: boolean;
  /** Null: a new one. */
  readonly budget: Budget | null;
  /** Accounts or devices that have one already. */
  readonly taken: readonly string[];
}

interface BudgetFormProps {
  readonly opened: OpenedBudget;
  readonly onClose: () => void;
}

function useTargets(scope: BudgetScope): readonly { value: string; label: string }[] {
  const accounts = useQuery(orpc.accounts.list.queryOptions({})).data?.accounts ?? [];
  const devices = useQuery(orpc.devices.list.queryOptions({})).data?.devices ?? [];
  return scope === 'account'
    ? accounts.map(({ id, address }) => ({ value: id, label: address }))
    : devices.map(({ id, name }) => ({ value: id, label: name }));
}

function BudgetForm({ opened, onClose }: BudgetFormProps): ReactNode {
  const { scope, isForAll, budget, taken } = opened;
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const targets = useTargets(scope);
  const form = useForm<BudgetValues>({
    initialValues: budgetToForm(budget),
    validate: (values) => ({
      ...(isForAll || values.id !== '' ? {} : { id: t('fieldErrors.required') }),
      ...(hasLimit(values) ? {} : { perMonth: t('budgetsPage.no-limit-set') }),
    }),
  });
  const { submit, isRunning, error } = useSubmit(form, async (values) => {
    await client.budgets.set(formToBudget(scope, values, isForAll));
    void queries.invalidateQueries({ queryKey: orpc.budgets.key() });
    notify.done(t('common.saved'));
    onClose();
  });
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack gap="sm">
        {error === null ? null : <ErrorNotice error={error} />}
        {isForAll ? (
          <p className="pd-soft">{t(`budgetsPage.${scope}.all-text`)}</p>
        ) : budget !== null ? null : (
          <Select
            label={t(`budgetsPage.${scope}.one`)}
            searchable
            openOnFocus={false}
            limit={200}
            data={targets.filter(({ value }) => !taken.includes(value))}
            {...form.getInputProps('id')}
            value={form.values.id === '' ? null : form.values.id}
          />
        )}
        {budgetLimits.map((name) => (
          <NumberInput
            key={name}
            label={t(`budgetsPage.${name}`)}
            placeholder={t('budgetsPage.use.no-limit')}
            min={1}
            max={most[name]}
            allowDecimal={false}
            {...form.getInputProps(name)}
          />
        ))}
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

/** What {@link BudgetDialog} needs. */
export interface BudgetDialogProps {
  /** Null while the dialog is closed. */
  readonly opened: OpenedBudget | null;
  readonly onClose: () => void;
}

/** The dialog in which limits are set. */
export function BudgetDialog({ opened, onClose }: BudgetDialogProps): ReactNode {
  const { t } = useText();
  const title =
    opened === null
      ? ''
      : opened.isForAll
        ? t(`budgetsPage.${opened.scope}.all`)
        : (opened.budget?.name ?? t(`budgetsPage.${opened.scope}.add`));
  return (
    <Modal
      opened={opened !== null}
      onClose={onClose}
      title={title}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {opened === null ? null : (
        <BudgetForm
          key={`${opened.scope} ${opened.budget?.id ?? ''}`}
          opened={opened}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
