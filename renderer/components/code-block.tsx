import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.tsx';
import { notifyDone } from './notify.ts';
import styles from './code-block.module.css';

/** What {@link CodeBlock} shows. */
export interface CodeBlockProps {
  /** What it is, for the button's name and the notice: "UDP datagram". */
  readonly what: string;
  readonly text: string;
  /** False for what is only to be read. */
  readonly canCopy?: boolean;
}

/** Lines for another program, with a button that copies them. */
export function CodeBlock({ what, text, canCopy = true }: CodeBlockProps): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['block']}>
      <pre className={styles['text']}>{text}</pre>
      {canCopy ? (
        <Button
          className={styles['copy']}
          variant="default"
          size="compact-xs"
          aria-label={`${t('common.copy')}: ${what}`}
          leftSection={<IconCopy size={13} aria-hidden />}
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => {
              notifyDone(t('common.copied', { what }));
            });
          }}
        >
          {t('common.copy')}
        </Button>
      ) : null}
    </div>
  );
}
