import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import styles from './data-table.module.css';

interface BulkBarProps {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** Actions for the selected rows, and how many those are. */
export function BulkBar({ count, onClear, children }: BulkBarProps): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['bulk']} role="toolbar" aria-label={t('common.actions')}>
      <strong role="status">{t('common.selected', { count })}</strong>
      {children}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onClear}>
        {t('common.clearSelection')}
      </Button>
    </div>
  );
}
