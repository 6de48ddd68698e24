import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { useText } from '../../i18n/provider.tsx';
import { mostLines } from './log-buffer.ts';
import { LogRow } from './log-row.tsx';
import type { LogView } from './log-stream.ts';
import styles from './log-view.module.css';
import { lineHeight } from './use-follow.ts';
import type { Follow } from './use-follow.ts';
import type { LineSelection } from './use-lines.ts';

interface LogLinesProps {
  readonly view: LogView;
  readonly follow: Follow;
  readonly isHeld: boolean;
  readonly selection: LineSelection;
  readonly isCompact: boolean;
  /** Whether each line leads to its trace. */
  readonly hasTrace: boolean;
  readonly onPress: (entry: LogEntry, extend: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
}

/** The lines themselves; only those in view are in the page. */
export function LogLines(props: LogLinesProps): ReactNode {
  const { t, format } = useText();
  const prefix = useId();
  const { view, follow, selection } = props;
  const { first, end } = follow.window;
  const shown = view.lines.slice(first, end);
  // A line that leaves at one end lends its place in the page to one that comes at the other.
  const slots = 2 ** Math.ceil(Math.log2(Math.max(64, shown.length)));
  const isActiveShown = shown.some((line) => line.id === selection.activeId);
  const note = view.isLoadingOlder
    ? t('logView.loadingOlder')
    : view.isBeginning
      ? t('logView.beginning')
      : view.isTrimmed
        ? t('logView.trimmed', { count: format.number(mostLines) })
        : null;
  return (
    <div className={styles['log']} role="log" aria-live="off" aria-label={t('logView.label')}>
      {note !== null && props.isHeld ? <p className={styles['note']}>{note}</p> : null}
      <div
        ref={follow.scroller}
        className={styles['scroller']}
        role="grid"
        aria-label={t('logView.label')}
        aria-rowcount={view.lines.length}
        aria-multiselectable
        aria-busy={view.state === 'loading'}
        aria-activedescendant={
          isActiveShown ? `${prefix}-${String(selection.activeId)}` : undefined
        }
        tabIndex={0}
        onScroll={follow.onScroll}
        onKeyDown={props.onKeyDown}
      >
        <div
          role="rowgroup"
          className={styles['body']}
          style={{ height: view.lines.length * lineHeight }}
        >
          {shown.map((entry, place) => (
            <LogRow
              key={(first + place) % slots}
              id={`${prefix}-${String(entry.id)}`}
              entry={entry}
              index={first + place}
              top={(first + place) * lineHeight}
              isActive={entry.id === selection.activeId}
              isSelected={selection.isSelected(entry.id)}
              isCompact={props.isCompact}
              hasTrace={props.hasTrace}
              onPress={props.onPress}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
