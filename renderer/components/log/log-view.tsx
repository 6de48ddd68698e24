import { Button } from '@mantine/core';
import { IconArrowDown, IconCopy } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { LogEntry, LogFilter } from '../../../shared/model/log-entry.ts';
import type { LogLevel } from '../../../shared/model/words.ts';
import { useText } from '../../i18n/provider.tsx';
import { usePreferences } from '../../preferences/preferences.ts';
import { EmptyState } from '../empty-state.tsx';
import { ErrorNotice } from '../error-notice.tsx';
import { notifyDone } from '../notify.ts';
import { keyMove } from '../table/key-move.ts';
import { LogDetails } from './log-details.tsx';
import { LogLines } from './log-lines.tsx';
import { LogToolbar } from './log-toolbar.tsx';
import { logText } from './log-values.ts';
import styles from './log-view.module.css';
import { SpokenSummary } from './spoken-summary.tsx';
import { useFollow } from './use-follow.ts';
import { useLineSelection } from './use-lines.ts';
import { useLogStream } from './use-log-stream.ts';

/** What {@link LogView} shows. */
export interface LogViewProps {
  /** Conditions that hold: the device of a panel, the trace of a page, what the URL says. */
  readonly filter: LogFilter;
  /** True inside a panel: shorter times, no trace column. */
  readonly isCompact?: boolean | undefined;
  /** Controls that change the filter, at the start of the bar; they get the counts of shown lines. */
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
  const tools = useText();
  const { t } = tools;
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  const [view, stream] = useLogStream(filter);
  const follow = useFollow(stream, view);
  const selection = useLineSelection(view.lines);
  const [detailsOf, setDetailsOf] = useState<LogEntry | null>(null);
  const { choose } = selection;

  useEffect(() => {
    setDetailsOf(null);
  }, [stream]);
  const onPress = useCallback(
    (entry: LogEntry, extend: boolean) => {
      choose(entry.id, extend);
      if (!extend) setDetailsOf((before) => (before?.id === entry.id ? null : entry));
    },
    [choose],
  );

  const copySelection = (): void => {
    const active = view.lines.find((line) => line.id === selection.activeId);
    const lines = selection.selected.length > 0 ? selection.selected : active ? [active] : [];
    if (lines.length === 0) return;
    const text = lines
      .map((line) => `${new Date(line.at).toISOString()} ${logText(line, tools)}`)
      .join('\n');
    void navigator.clipboard.writeText(text).then(() => {
      notifyDone(t('common.copied', { what: t('logView.line') }));
    });
  };
  const moveTo = (index: number, extend: boolean): void => {
    const line = view.lines[Math.max(0, Math.min(view.lines.length - 1, index))];
    if (line === undefined) return;
    if (index < view.lines.length - 1) follow.hold();
    choose(line.id, extend);
    if (detailsOf !== null && !extend) setDetailsOf(line);
    follow.reveal(Math.max(0, Math.min(view.lines.length - 1, index)));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'c') {
      if (window.getSelection()?.isCollapsed !== false) copySelection();
      return;
    }
    const move = keyMove(event, { singleKeys });
    if (move === null || move === 'select-all') return;
    event.preventDefault();
    const at = view.lines.findIndex((line) => line.id === selection.activeId);
    const present = at < 0 ? view.lines.length : at;
    const page = follow.pageLines();
    if (move === 'down') moveTo(present + 1, event.shiftKey);
    else if (move === 'up') moveTo(present - 1, event.shiftKey);
    else if (move === 'page-down') moveTo(present + page, event.shiftKey);
    else if (move === 'page-up') moveTo(present - page, event.shiftKey);
    else if (move === 'first') moveTo(0, event.shiftKey);
    else if (move === 'last') follow.toLatest();
    else if (move === 'select') follow.toggle();
    else if (move === 'open') {
      const active = view.lines[at];
      if (active !== undefined) onPress(active, false);
    } else {
      setDetailsOf(null);
      selection.clear();
    }
  };

  const isFiltered = onClearFilters !== undefined;
  return (
    <div className={styles['view']} data-compact={isCompact === true}>
      <LogToolbar
        filter={filter}
        filters={filters?.(view.counts)}
        state={view.state}
        isHeld={follow.isHeld}
        isCompact={isCompact === true}
        onToggle={follow.toggle}
        onClear={() => {
          stream.clear();
          selection.clear();
          setDetailsOf(null);
        }}
      />
      {view.state === 'failed' ? <ErrorNotice error={view.error} /> : null}
      <div className={styles['lines']}>
        <LogLines
          view={view}
          follow={follow}
          selection={selection}
          isCompact={isCompact === true}
          hasTrace={filter.traceId === undefined}
          onPress={onPress}
          onKeyDown={onKeyDown}
        />
        {view.lines.length === 0 && view.state === 'live' ? (
          <div className={styles['empty']}>
            <EmptyState
              title={t(isFiltered ? 'logView.emptyFiltered' : 'logView.empty')}
              text={t('logView.emptyHint')}
              action={
                isFiltered ? (
                  <Button variant="default" onClick={onClearFilters}>
                    {t('common.clearFilters')}
                  </Button>
                ) : (
                  <Button variant="default" onClick={() => void stream.loadOlder()}>
                    {t('logView.showOlder')}
                  </Button>
                )
              }
            />
          </div>
        ) : null}
        {follow.isHeld && view.waiting > 0 ? (
          <Button
            className={styles['jump'] ?? ''}
            size="compact-sm"
            leftSection={<IconArrowDown size={14} aria-hidden />}
            onClick={follow.toLatest}
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
            onClick={copySelection}
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
      <SpokenSummary
        newestId={view.lines.at(-1)?.id ?? 0}
        count={view.lines.length + view.waiting}
      />
    </div>
  );
}
