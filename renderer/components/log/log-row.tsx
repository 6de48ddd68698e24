import { memo } from 'react';
import type { ReactNode } from 'react';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type { LogLevel, StateMark } from '../../../shared/model/words.ts';
import { useText } from '../../i18n/provider.tsx';
import { hrefOf, placeOf } from '../../routing/places.ts';
import { StateShape } from '../state-mark.tsx';
import { LogSentence } from './log-sentence.tsx';
import styles from './log-view.module.css';

/** Mark of each level: only what is urgent has a shape that catches the eye. */
const marks: Readonly<Record<LogLevel, StateMark | null>> = {
  debug: null,
  info: null,
  warn: 'attention',
  error: 'failed',
};

/** What {@link LogRow} shows. */
export interface LogRowProps {
  readonly entry: LogEntry;
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isCompact: boolean;
  readonly hasTrace: boolean;
  readonly onPress: (entry: LogEntry, extend: boolean) => void;
}

/** One line of the log. */
export const LogRow = memo(function LogRow(props: LogRowProps): ReactNode {
  const { t, format } = useText();
  const { entry } = props;
  const mark = marks[entry.level];
  const clock = format.clock(entry.at);
  return (
    // The log itself has the focus and the keys (aria-activedescendant).
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 1}
      aria-selected={props.isSelected}
      className={styles['row']}
      data-level={entry.level}
      data-active={props.isActive}
      style={{ transform: `translateY(${String(props.top)}px)` }}
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) return;
        props.onPress(entry, event.shiftKey);
      }}
    >
      <span role="gridcell" className={styles['time']}>
        {props.isCompact ? clock.slice(0, 8) : clock}
      </span>
      <span role="gridcell" className={styles['level']}>
        {mark === null ? (
          <span className={styles['dot']} aria-hidden />
        ) : (
          <StateShape state={mark} />
        )}
        <span className="pd-spoken">{t(`logLevels.${entry.level}`)}</span>
      </span>
      <span role="gridcell" className={styles['sentence']}>
        <LogSentence entry={entry} linkClass={styles['part']} />
      </span>
      {props.hasTrace ? (
        <span role="gridcell" className={styles['trace']}>
          {entry.traceId === null ? null : (
            <a
              href={hrefOf(placeOf('trace', entry.traceId))}
              className={styles['traceLink']}
              tabIndex={-1}
              aria-label={t('logView.showTraceOf')}
            >
              <span aria-hidden>⟶</span> {t('logView.showTrace')}
            </a>
          )}
        </span>
      ) : null}
    </div>
  );
});
