import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';

/** How many SMS accounts and devices may use. */
export function BudgetsTab(): ReactNode {
  const { t } = useText();
  return <p className="pd-soft">{t('common.loading')}</p>;
}
