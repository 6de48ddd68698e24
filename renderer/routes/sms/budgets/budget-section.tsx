import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Budget, BudgetScope } from '../../../../shared/model/sms-account.ts';
import { Section } from '../../../components/section.tsx';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import type { OpenedBudget } from './budget-dialog.tsx';
import { budgetLimits } from './budget-form.ts';
import { BudgetTable } from './budget-table.tsx';

/** What {@link BudgetSection} needs. */
export interface BudgetSectionProps {
  readonly scope: BudgetScope;
  readonly budgets: readonly Budget[];
  readonly onOpen: (opened: OpenedBudget) => void;
  readonly onRemove: (budget: Budget) => void;
}

/** The budgets of accounts or of devices: the rule for all, and those that have their own. */
export function BudgetSection(props: BudgetSectionProps): ReactNode {
  const { scope, onOpen, onRemove } = props;
  const { t, list, format } = useText();
  const own = props.budgets.filter((budget) => budget.scope === scope && budget.id !== null);
  const rule = props.budgets.find((budget) => budget.scope === scope && budget.id === null) ?? null;
  const taken = own.map(({ id }) => id ?? '');
  const limits = budgetLimits.flatMap((name) => {
    const limit = rule?.[name] ?? null;
    return limit === null ? [] : [t(`budgetsPage.${name}.words`, { limit: format.number(limit) })];
  });
  return (
    <Section title={t(`budgetsPage.${scope}.title`)} text={t(`budgetsPage.${scope}.text`)}>
      <p className={styles['note']}>
        <strong>{t(`budgetsPage.${scope}.all`)}</strong>
        <span>{limits.length === 0 ? t('budgetsPage.use.no-limit') : list(limits)}</span>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${t('common.edit')}: ${t(`budgetsPage.${scope}.all`)}`}
          onClick={() => {
            onOpen({ scope, isForAll: true, budget: rule, taken });
          }}
        >
          {t(rule === null ? 'budgetsPage.set' : 'common.edit')}
        </Button>
        {rule === null ? null : (
          <Button
            variant="subtle"
            color="gray"
            c="var(--pd-failed)"
            size="compact-sm"
            aria-label={`${t('common.remove')}: ${t(`budgetsPage.${scope}.all`)}`}
            onClick={() => {
              onRemove(rule);
            }}
          >
            {t('common.remove')}
          </Button>
        )}
      </p>
      {own.length === 0 ? (
        <p className="pd-soft">{t(`budgetsPage.${scope}.none`)}</p>
      ) : (
        <BudgetTable
          label={t(`budgetsPage.${scope}.title`)}
          what={t(`budgetsPage.${scope}.one`)}
          budgets={own}
          onEdit={(budget) => {
            onOpen({ scope, isForAll: false, budget, taken });
          }}
          onRemove={onRemove}
        />
      )}
      <Button
        mt="sm"
        variant="default"
        onClick={() => {
          onOpen({ scope, isForAll: false, budget: null, taken });
        }}
      >
        {t(`budgetsPage.${scope}.add`)}
      </Button>
    </Section>
  );
}
