import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import styles from './devices.module.css';

/** The word that stands beside everything that a virtual phone answers for. */
export function VirtualTag(): ReactNode {
  const { t } = useText();
  return <span className={styles['tag']}>{t('common.virtual')}</span>;
}
