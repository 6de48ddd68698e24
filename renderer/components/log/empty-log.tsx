import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import { EmptyState } from '../empty-state.tsx';
import styles from './log-view.module.css';

interface EmptyLogProps {
  readonly onClearFilters: (() => void) | undefined;
  readonly onShowOlder: () => void;
}

/** A log without lines: nothing was written yet, nothing matches, or the view was cleared. */
export function EmptyLog({ onClearFilters, onShowOlder }: EmptyLogProps): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['empty']}>
      <EmptyState
        title={t(onClearFilters === undefined ? 'logView.empty' : 'logView.emptyFiltered')}
        text={t('logView.emptyHint')}
        action={
          <>
            {onClearFilters === undefined ? null : (
              <Button variant="default" onClick={onClearFilters}>
                {t('common.clearFilters')}
              </Button>
            )}
            <Button variant="default" onClick={onShowOlder}>
              {t('logView.showOlder')}
            </Button>
          </>
        }
      />
    </div>
  );
}
