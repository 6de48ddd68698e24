import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.tsx';
import styles from './phone-screen.module.css';

/** The head of a page on a phone: the way back to its home screen, and what is shown. */
export function PhoneBar({
  title,
  onBack,
}: {
  readonly title: string;
  readonly onBack: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['bar-line']}>
      <button type="button" aria-label={t('phones.list.back')} onClick={onBack}>
        <IconChevronLeft size={16} stroke={1.6} aria-hidden />
      </button>
      <h3>{title}</h3>
    </div>
  );
}
