import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';

/** By which rules messages find their way out. */
export function RoutesTab(): ReactNode {
  const { t } = useText();
  return <p className="pd-soft">{t('common.loading')}</p>;
}
