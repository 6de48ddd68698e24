import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What {@link EmptyState} shows. */
export interface EmptyStateProps {
  /** What is so: "No device yet". */
  readonly title: string;
  /** What it means, or what will change it. */
  readonly text?: string | undefined;
  /** The next action, as a button or a link. There always is one. */
  readonly action: ReactNode;
}

/** A list without entries: it says so and offers the next action. */
export function EmptyState({ title, text, action }: EmptyStateProps): ReactNode {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {text === undefined ? null : <p className={styles['text']}>{text}</p>}
      <div className={styles['action']}>{action}</div>
    </div>
  );
}
