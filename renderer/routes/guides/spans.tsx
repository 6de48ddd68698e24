import type { ReactNode } from 'react';
import type { GuideSpan } from '../../../shared/model/guide.ts';
import styles from './guides.module.css';

/** Runs of text: words, buttons as the screen has them, values to type. */
export function Spans({ spans }: { readonly spans: readonly GuideSpan[] }): ReactNode {
  return spans.map((span, index) => {
    switch (span.kind) {
      case 'text':
        return <span key={index}>{span.text}</span>;
      case 'control':
        return (
          <b key={index} className={styles['control']}>
            {span.text}
          </b>
        );
      case 'value':
        return (
          <code key={index} className={styles['value']}>
            {span.text}
          </code>
        );
      case 'strong':
        return <strong key={index}>{span.text}</strong>;
    }
  });
}
