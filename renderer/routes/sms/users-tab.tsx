import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';

/** Who may hand in SMS. */
export function UsersTab(): ReactNode {
  const { t } = useText();
  return <p className="pd-soft">{t('common.loading')}</p>;
}
