import type { ReactNode } from 'react';
import type { StateMark as State } from '../../shared/model/words.ts';
import { useText } from '../i18n/provider.tsx';
import { StateShape } from './state-mark.tsx';
import styles from './filter-chips.module.css';

/** One chip: a value of a filter, and how many rows it would show. */
export interface FilterChip {
  /** Empty for "all". */
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly state?: State | undefined;
}

/** What {@link FilterChips} shows. */
export interface FilterChipsProps {
  /** What is filtered, for assistive programs: "State". */
  readonly label: string;
  readonly chips: readonly FilterChip[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A row of chips of which one is chosen; choosing the chosen one again shows all. */
export function FilterChips({ label, chips, value, onChange }: FilterChipsProps): ReactNode {
  const { format } = useText();
  return (
    <div className={styles['chips']} role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className={styles['chip']}
          aria-pressed={chip.value === value}
          onClick={() => {
            onChange(chip.value === value ? '' : chip.value);
          }}
        >
          {chip.state === undefined ? null : <StateShape state={chip.state} />}
          <span>{chip.label}</span>
          {chip.count === undefined ? null : (
            <span className={styles['count']}>{format.number(chip.count)}</span>
          )}
        </button>
      ))}
    </div>
  );
}
