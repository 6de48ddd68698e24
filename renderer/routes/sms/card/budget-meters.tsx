import type { ReactNode } from 'react';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from './card.module.css';
import { budgetViews } from './card-view.ts';
import type { BudgetView } from './card-view.ts';

const texts: Readonly<
  Record<
    BudgetView['level'],
    'gatewaysPage.budget.of' | 'gatewaysPage.budget.near' | 'gatewaysPage.budget.full'
  >
> = {
  calm: 'gatewaysPage.budget.of',
  near: 'gatewaysPage.budget.near',
  full: 'gatewaysPage.budget.full',
};

/** How much of its limits a gateway has used: a plain bar and the figures for each. */
export function BudgetMeters({ gateway }: { readonly gateway: Gateway }): ReactNode {
  const { t } = useText();
  const budgets = budgetViews(gateway);
  if (budgets.length === 0) return null;
  return (
    <div className={styles['budgets']}>
      {budgets.map(({ period, used, limit, percent, level }) => {
        const name = t(`gatewaysPage.budget.${period}`);
        const text = t(texts[level], { used, limit, percent });
        return (
          <div key={period} className={styles['budget']}>
            <span className="pd-soft">{name}</span>
            <span
              className={styles['meter']}
              role="meter"
              aria-label={name}
              aria-valuemin={0}
              aria-valuemax={limit}
              aria-valuenow={Math.min(used, limit)}
              aria-valuetext={text}
            >
              <span
                className={styles['meter-used']}
                data-level={level}
                style={{ width: `${String(percent)}%` }}
              />
            </span>
            <span>{text}</span>
          </div>
        );
      })}
    </div>
  );
}
