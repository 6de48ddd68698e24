import type { ReactNode } from 'react';
import type { StateMark as State } from '../../shared/model/words.ts';
import { useText } from '../i18n/provider.tsx';
import styles from './state-mark.module.css';

const shapes: Readonly<Record<State, ReactNode>> = {
  working: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  waiting: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
    </>
  ),
  attention: <path d="M6 1.2 11.4 10.6H.6z" fill="currentColor" />,
  failed: <path d="M1.5 1.5h9v9h-9z" fill="currentColor" />,
  off: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  paused: <path d="M2 1.5h3v9H2zM7 1.5h3v9H7z" fill="currentColor" />,
};

/** Only the shape and the colour of a state; the word has to stand nearby. */
export function StateShape({ state }: { readonly state: State }): ReactNode {
  return (
    <svg
      className={`${styles['shape'] ?? ''} ${styles[state] ?? ''}`}
      viewBox="0 0 12 12"
      aria-hidden
    >
      {shapes[state]}
    </svg>
  );
}

/** What {@link StateMark} shows. */
export interface StateMarkProps {
  readonly state: State;
  /** Replaces the state's own word: "paused by device". */
  readonly word?: string | undefined;
}

/** A state as shape, word and colour: the same six everywhere. */
export function StateMark({ state, word }: StateMarkProps): ReactNode {
  const { t } = useText();
  return (
    <span className={styles['mark']} data-state={state}>
      <StateShape state={state} />
      <span className={styles['word']}>{word ?? t(`states.${state}`)}</span>
    </span>
  );
}
