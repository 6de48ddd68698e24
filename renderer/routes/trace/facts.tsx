import type { ReactNode } from 'react';
import styles from './trace.module.css';

/** Name and value of one fact. */
export type Fact = readonly [name: string, value: ReactNode];

/** Facts as a list of names and values. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
