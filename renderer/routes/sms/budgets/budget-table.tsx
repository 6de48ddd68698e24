import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Budget } from '../../../../shared/model/sms-account.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import { UsageBar } from '../usage-bar.tsx';

/** What {@link BudgetTable} needs. */
export interface BudgetTableProps {
  /** What the rows are, for assistive programs. */
  readonly label: string;
  /** What they are called: "Account". */
  readonly what: string;
  readonly budgets: readonly Budget[];
  readonly onEdit: (budget: Budget) => void;
  readonly onRemove: (budget: Budget) => void;
}

/** Budgets of single accounts or devices, with how much of them is used. */
export function BudgetTable(props: BudgetTableProps): ReactNode {
  const { t, format } = useText();
  return (
    <table className={styles['plain']}>
      <caption className="pd-spoken">{props.label}</caption>
      <thead>
        <tr>
          <th scope="col">{props.what}</th>
          <th scope="col">{t('budgetsPage.perMinute')}</th>
          <th scope="col">{t('budgetsPage.today')}</th>
          <th scope="col">{t('budgetsPage.month')}</th>
          <th scope="col">
            <span className="pd-spoken">{t('common.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.budgets.map((budget) => (
          <tr key={budget.id}>
            <td>{budget.name}</td>
            <td>
              {budget.perMinute === null ? (
                <span className="pd-soft">{t('budgetsPage.use.no-limit')}</span>
              ) : (
                format.number(budget.perMinute)
              )}
            </td>
            <td>
              <UsageBar
                used={budget.usedToday}
                limit={budget.perDay}
                label={t('budgetsPage.today')}
              />
            </td>
            <td>
              <UsageBar
                used={budget.usedThisMonth}
                limit={budget.perMonth}
                label={t('budgetsPage.month')}
              />
            </td>
            <td>
              <Group gap="xs" justify="flex-end" wrap="nowrap">
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`${t('common.edit')}: ${budget.name}`}
                  onClick={() => {
                    props.onEdit(budget);
                  }}
                >
                  {t('common.edit')}
                </Button>
                <Button
                  variant="subtle"
                  color="gray"
                  c="var(--pd-failed)"
                  size="compact-sm"
                  aria-label={`${t('common.remove')}: ${budget.name}`}
                  onClick={() => {
                    props.onRemove(budget);
                  }}
                >
                  {t('common.remove')}
                </Button>
              </Group>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
