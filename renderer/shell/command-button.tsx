import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isMac } from '../api/bridge.ts';
import { useText } from '../i18n/provider.tsx';
import styles from './command-button.module.css';

/** Opens the command palette, and tells its key. */
export function CommandButton(): ReactNode {
  const { t } = useText();
  return (
    <button type="button" className={styles['button']} onClick={spotlight.open}>
      <IconSearch size={14} aria-hidden />
      <span className={styles['label']}>{t('nav.command')}</span>
      <kbd className={styles['key']}>{t(isMac() ? 'nav.commandKeyMac' : 'nav.commandKey')}</kbd>
    </button>
  );
}
