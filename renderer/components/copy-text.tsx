import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.tsx';
import { notifyDone } from './notify.ts';
import styles from './copy-text.module.css';

/** What {@link CopyText} shows. */
export interface CopyTextProps {
  readonly value: string;
  /** What it is, for the button's name and the notice: "Token". */
  readonly what: string;
  /** Shown in place of the value. */
  readonly children?: ReactNode;
  /** False for a value that reads as prose. */
  readonly isMono?: boolean;
}

/** A value with a button that copies it and says so. */
export function CopyText({ value, what, children, isMono = true }: CopyTextProps): ReactNode {
  const { t } = useText();
  return (
    <span className={styles['copy']}>
      <span className={`${styles['value'] ?? ''} ${isMono ? 'pd-mono' : ''}`}>
        {children ?? value}
      </span>
      <Tooltip label={t('common.copy')}>
        <ActionIcon
          size="sm"
          aria-label={`${t('common.copy')}: ${what}`}
          onClick={() => {
            void navigator.clipboard.writeText(value).then(() => {
              notifyDone(t('common.copied', { what }));
            });
          }}
        >
          <IconCopy size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
