import type { KeyboardEvent } from 'react';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { usePreferences } from '../../preferences/preferences.ts';
import { keyMove } from '../table/key-move.ts';
import type { Follow } from './use-follow.ts';
import type { Hold } from './use-hold.ts';
import type { LineSelection } from './use-lines.ts';

interface LogKeysOptions {
  readonly lines: readonly LogEntry[];
  readonly selection: LineSelection;
  readonly follow: Follow;
  readonly hold: Hold;
  readonly onOpen: (line: LogEntry, extend: boolean) => void;
  readonly onMove: (line: LogEntry) => void;
  readonly onClose: () => void;
  readonly onCopy: (lines: readonly LogEntry[]) => void;
}

/** The keys of a log: moving, selecting, opening, pausing, copying. */
export function useLogKeys(
  options: LogKeysOptions,
): (event: KeyboardEvent<HTMLDivElement>) => void {
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  const { lines, selection, follow, hold } = options;

  const moveTo = (wanted: number, extend: boolean): void => {
    const index = Math.max(0, Math.min(lines.length - 1, wanted));
    const line = lines[index];
    if (line === undefined) return;
    if (index < lines.length - 1) hold.hold();
    selection.choose(line.id, extend);
    if (!extend) options.onMove(line);
    follow.reveal(index);
  };

  return (event) => {
    if (event.target !== event.currentTarget) return;
    const at = lines.findIndex((line) => line.id === selection.activeId);
    const active = lines[at];
    if ((event.ctrlKey || event.metaKey) && event.key === 'c') {
      const isPlain = window.getSelection()?.isCollapsed !== false;
      const chosen = selection.selected.length > 0 ? selection.selected : active ? [active] : [];
      if (isPlain) options.onCopy(chosen);
      return;
    }
    const move = keyMove(event, { singleKeys });
    if (move === null || move === 'select-all') return;
    event.preventDefault();
    const present = at < 0 ? lines.length : at;
    const extend = event.shiftKey;
    if (move === 'down') moveTo(present + 1, extend);
    else if (move === 'up') moveTo(present - 1, extend);
    else if (move === 'page-down') moveTo(present + follow.pageLines(), extend);
    else if (move === 'page-up') moveTo(present - follow.pageLines(), extend);
    else if (move === 'first') moveTo(0, extend);
    else if (move === 'last') hold.toLatest();
    else if (move === 'select') hold.toggle();
    else if (move === 'close') options.onClose();
    else if (active !== undefined) options.onOpen(active, false);
  };
}
