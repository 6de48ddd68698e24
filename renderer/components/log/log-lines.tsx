import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { useText } from '../../i18n/provider.tsx';
import { mostLines } from './log-buffer.ts';
import { LogRow } from './log-row.tsx';
import type { LogView } from './log-stream.ts';
import styles from './log-view.module.css';
import type { Follow } from './use-follow.ts';
import type { LineSelection } from './use-lines.ts';

interface LogLinesProps {
  readonly view: LogView;
  readonly follow: Follow;
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
  const isActiveShown = view.lines.some((line) => line.id === selection.activeId);
  const note = view.isLoadingOlder
    ? t('logView.loadingOlder')
    : view.isBeginning
      ? t('logView.beginning')
      : view.isTrimmed
        ? t('logView.trimmed', { count: format.number(mostLines) })
        : null;
  return (
    <div className={styles['log']} role="log" aria-live="off" aria-label={t('logView.label')}>
      {note !== null && follow.isHeld ? <p className={styles['note']}>{note}</p> : null}
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
          style={{ height: follow.virtualizer.getTotalSize() }}
        >
          {follow.virtualizer.getVirtualItems().map((item) => {
            const entry = view.lines[item.index];
            if (entry === undefined) return null;
            return (
              <LogRow
                key={entry.id}
                id={`${prefix}-${String(entry.id)}`}
                entry={entry}
                index={item.index}
                top={item.start}
                isActive={entry.id === selection.activeId}
                isSelected={selection.isSelected(entry.id)}
                isCompact={props.isCompact}
                hasTrace={props.hasTrace}
                onPress={props.onPress}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
