import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import { Page } from '../../shell/page.tsx';

/** One change's way to the phones. */
export function TracePage(): ReactNode {
  const { t } = useText();
  return <Page title={t('trace.title')}>{null}</Page>;
}
