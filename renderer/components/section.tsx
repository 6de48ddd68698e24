import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './section.module.css';

/** What {@link Section} shows. */
export interface SectionProps {
  readonly title: string;
  /** A sentence below the title. */
  readonly text?: ReactNode;
  /** Anchor that a link can go to. */
  readonly id?: string;
  /** Beside the title: a state or a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page, told apart by a line and not by a box. */
export function Section({ title, text, id, aside, children }: SectionProps): ReactNode {
  const own = useId();
  const headingId = `${own}-heading`;
  return (
    <section className={styles['section']} aria-labelledby={headingId} id={id}>
      <div className={styles['line']}>
        <h2 id={headingId} className={styles['title']}>
          {title}
        </h2>
        {aside}
      </div>
      {text === undefined ? null : <p className={styles['text']}>{text}</p>}
      <div className={styles['body']}>{children}</div>
    </section>
  );
}
