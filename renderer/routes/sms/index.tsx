import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import { Page } from '../../shell/page.tsx';

/** The page of this area. */
export function SmsPage(): ReactNode {
  const { t } = useText();
  return <Page title={t('nav.sms')}>{null}</Page>;
}
