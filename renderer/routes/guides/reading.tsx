import type { ReactNode } from 'react';
import type { Guide } from '../../../shared/model/guide.ts';
import { useText } from '../../i18n/provider.tsx';
import { Block } from './block.tsx';
import styles from './guides.module.css';

/** A guide to read on the screen, and to print from it. */
export function Reading({ guide }: { readonly guide: Guide }): ReactNode {
  const { t } = useText();
  return (
    <article className={styles['reading']} lang={guide.language}>
      <header>
        <h2 className={styles['title']}>{guide.title}</h2>
        <p className={styles['summary']}>{guide.summary}</p>
        {guide.deviceName === null ? null : (
          <p className="pd-soft">{t('guides.for-device', { name: guide.deviceName })}</p>
        )}
      </header>
      {guide.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </article>
  );
}
