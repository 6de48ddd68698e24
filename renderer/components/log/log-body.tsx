import { Button } from '@mantine/core';
import { IconArrowDown, IconCopy } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { useText } from '../../i18n/provider.tsx';
import { ErrorNotice } from '../error-notice.tsx';
import { notifyDone } from '../notify.ts';
import { EmptyLog } from './empty-log.tsx';
import { LogDetails } from './log-details.tsx';
import { LogLines } from './log-lines.tsx';
import type { LogStream } from './log-stream.ts';
import { logText } from './log-values.ts';
import styles from './log-view.module.css';
import { SpokenSummary } from './spoken-summary.tsx';
import { useFollow } from './use-follow.ts';
import type { Hold } from './use-hold.ts';
import { useLineSelection } from './use-lines.ts';
import { useLogKeys } from './use-log-keys.ts';
import { useLogView } from './use-log-stream.ts';

interface LogBodyProps {
  readonly stream: LogStream;
  readonly hold: Hold;
  readonly isCompact: boolean;
  readonly hasTrace: boolean;
  readonly onClearFilters: (() => void) | undefined;
}

/** The lines, what is said in their place when there are none, and the structure of the opened one. */
export function LogBody(props: LogBodyProps): ReactNode {
  const { stream, hold } = props;
  const tools = useText();
  const { t } = tools;
  const view = useLogView(stream);
  const selection = useLineSelection(view.lines);
  const follow = useFollow({ stream, lines: view.lines, hold, keptId: selection.activeId });
  const [detailsOf, setDetailsOf] = useState<LogEntry | null>(null);
  const { choose, clear } = selection;

  useEffect(() => {
    setDetailsOf(null);
    clear();
  }, [stream, clear]);
  const onPress = useCallback(
    (entry: LogEntry, extend: boolean) => {
      choose(entry.id, extend);
      if (!extend) setDetailsOf((before) => (before?.id === entry.id ? null : entry));
    },
    [choose],
  );
  const copyLines = (lines: readonly LogEntry[]): void => {
    if (lines.length === 0) return;
    const text = lines
      .map((line) => `${new Date(line.at).toISOString()} ${logText(line, tools)}`)
      .join('\n');
    void navigator.clipboard.writeText(text).then(() => {
      notifyDone(t('common.copied', { what: t('logView.line') }));
    });
  };
  const onKeyDown = useLogKeys({
    lines: view.lines,
    selection,
    follow,
    hold,
    onOpen: onPress,
    onMove: (line) => {
      setDetailsOf((before) => (before === null ? null : line));
    },
    onClose: () => {
      setDetailsOf(null);
      clear();
    },
    onCopy: copyLines,
  });

  return (
    <>
      {view.state === 'failed' ? <ErrorNotice error={view.error} /> : null}
      <div className={styles['lines']}>
        <LogLines
          view={view}
          follow={follow}
          isHeld={hold.isHeld}
          selection={selection}
          isCompact={props.isCompact}
          hasTrace={props.hasTrace}
          onPress={onPress}
          onKeyDown={onKeyDown}
        />
        {view.lines.length === 0 && view.state === 'live' ? (
          <EmptyLog
            onClearFilters={props.onClearFilters}
            onShowOlder={() => void stream.loadOlder()}
          />
        ) : null}
        {hold.isHeld && view.waiting > 0 ? (
          <Button
            className={styles['jump'] ?? ''}
            size="compact-sm"
            leftSection={<IconArrowDown size={14} aria-hidden />}
            onClick={hold.toLatest}
          >
            {t('logView.newLines', { count: view.waiting })}
          </Button>
        ) : null}
        {selection.selected.length > 0 ? (
          <Button
            className={styles['copy'] ?? ''}
            size="compact-sm"
            variant="default"
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() => {
              copyLines(selection.selected);
            }}
          >
            {t('logView.copyLines', { count: selection.selected.length })}
          </Button>
        ) : null}
      </div>
      {detailsOf === null ? null : (
        <LogDetails
          entry={detailsOf}
          onClose={() => {
            setDetailsOf(null);
          }}
        />
      )}
      <SpokenSummary stream={stream} />
    </>
  );
}
