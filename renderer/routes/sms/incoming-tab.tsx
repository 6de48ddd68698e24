import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';

/** The SMS that phones send. */
export function IncomingTab(): ReactNode {
  const { t } = useText();
  return <p className="pd-soft">{t('common.loading')}</p>;
}
