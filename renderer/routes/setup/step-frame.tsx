import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import { setupSteps } from './setup-state.ts';
import type { SetupStep } from './setup-state.ts';
import styles from './setup.module.css';

/** What {@link StepFrame} shows. */
export interface StepFrameProps {
  readonly step: SetupStep;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One step on one screen: what is asked, in a sentence, then the controls. */
export function StepFrame({ step, title, text, children }: StepFrameProps): ReactNode {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // The page takes the focus when it opens; after that each step does, unless a field wants it.
    if (isFirst.current) isFirst.current = false;
    else if (document.activeElement === document.body) heading.current?.focus();
  }, [step]);
  return (
    <>
      <p className={styles['progress']}>
        {t('setup.progress', { step: setupSteps.indexOf(step) + 1, total: setupSteps.length })}
      </p>
      <h2 ref={heading} tabIndex={-1} className={styles['title']}>
        {title}
      </h2>
      <p className={styles['text']}>{text}</p>
      {children}
    </>
  );
}
