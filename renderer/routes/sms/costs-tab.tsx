import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';

/** What SMS cost. */
export function CostsTab(): ReactNode {
  const { t } = useText();
  return <p className="pd-soft">{t('common.loading')}</p>;
}
