import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { budgetScopeSchema } from '../../../shared/model/sms-account.ts';
import type { Budget } from '../../../shared/model/sms-account.ts';
import { client, orpc } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { BudgetDialog } from './budgets/budget-dialog.tsx';
import type { OpenedBudget } from './budgets/budget-dialog.tsx';
import { BudgetSection } from './budgets/budget-section.tsx';
import styles from './service.module.css';

/** How many SMS accounts and devices may use, and how many they have used. */
export function BudgetsTab(): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<OpenedBudget | null>(null);
  const [removed, setRemoved] = useState<Budget | null>(null);
  const { data, error, refetch } = useQuery(orpc.budgets.list.queryOptions({}));
  if (data === undefined) {
    return error === null ? (
      <p className="pd-soft">{t('common.loading')}</p>
    ) : (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    );
  }
  const nameOf = ({ scope, id, name }: Budget): string =>
    id === null ? t(`budgetsPage.${scope}.all`) : name;
  const remove = async (): Promise<void> => {
    if (removed === null) return;
    await client.budgets.remove({ scope: removed.scope, id: removed.id });
    void queries.invalidateQueries({ queryKey: orpc.budgets.key() });
    notify.done(t('budgetsPage.removed', { name: nameOf(removed) }));
  };
  return (
    <div className={styles['flowing']}>
      <p className={styles['lead']}>{t('budgetsPage.intro')}</p>
      {budgetScopeSchema.options.map((scope) => (
        <BudgetSection
          key={scope}
          scope={scope}
          budgets={data.budgets}
          onOpen={setOpened}
          onRemove={setRemoved}
        />
      ))}
      <BudgetDialog
        opened={opened}
        onClose={() => {
          setOpened(null);
        }}
      />
      <ConfirmDialog
        isOpen={removed !== null}
        title={t('budgetsPage.remove.title', { name: removed === null ? '' : nameOf(removed) })}
        confirmLabel={t('common.remove')}
        onConfirm={remove}
        onClose={() => {
          setRemoved(null);
        }}
      >
        <p>{t(removed?.id === null ? 'budgetsPage.remove.all-text' : 'budgetsPage.remove.text')}</p>
      </ConfirmDialog>
    </div>
  );
}
