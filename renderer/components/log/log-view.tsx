import type { ReactNode } from 'react';
import type { LogFilter } from '../../../shared/model/log-entry.ts';
import type { LogLevel } from '../../../shared/model/words.ts';
import { LogBody } from './log-body.tsx';
import { LogToolbar } from './log-toolbar.tsx';
import styles from './log-view.module.css';
import { useHold } from './use-hold.ts';
import { useLogStream } from './use-log-stream.ts';

/** What {@link LogView} shows. */
export interface LogViewProps {
  /** Conditions that hold: the device of a panel, the trace of a page, what the URL says. */
  readonly filter: LogFilter;
  /** True inside a panel: shorter times. */
  readonly isCompact?: boolean | undefined;
  /** Stands at the start of the bar: a heading, or filters, which get the counts of shown lines. */
  readonly filters?: ((counts: Readonly<Record<LogLevel, number>>) => ReactNode) | undefined;
  /** Takes the filters away; offered when they match nothing. */
  readonly onClearFilters?: (() => void) | undefined;
}

/**
 * The live log: follows the newest line, stops following when it is scrolled up, and reads older lines at
 * the top. Fills its parent. Keys: arrows or j and k, Shift to select, Enter for the structure of a line,
 * Space to pause, End for the latest, Ctrl C to copy.
 */
export function LogView({ filter, isCompact, filters, onClearFilters }: LogViewProps): ReactNode {
  const stream = useLogStream(filter);
  const hold = useHold(stream);
  return (
    <div className={styles['view']} data-compact={isCompact === true}>
      <LogToolbar stream={stream} filter={filter} filters={filters} hold={hold} />
      <LogBody
        stream={stream}
        hold={hold}
        isCompact={isCompact === true}
        hasTrace={filter.traceId === undefined}
        onClearFilters={onClearFilters}
      />
    </div>
  );
}
