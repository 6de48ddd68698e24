import { useCallback, useMemo, useState } from 'react';
import type { LogEntry } from '../../../shared/model/log-entry.ts';

/** The active line and the selected ones, by id, so that they stay what they are while lines come and go. */
export interface LineSelection {
  readonly activeId: number | null;
  /** First and last selected id. */
  readonly range: readonly [number, number] | null;
  readonly isSelected: (id: number) => boolean;
  readonly selected: readonly LogEntry[];
  /** Makes a line the active one; with `extend`, selects from the line before to it. */
  readonly choose: (id: number, extend: boolean) => void;
  readonly clear: () => void;
}

/** Which line is active and which are selected. */
export function useLineSelection(lines: readonly LogEntry[]): LineSelection {
  const [activeId, setActiveId] = useState<number | null>(null);
  const [anchorId, setAnchorId] = useState<number | null>(null);
  const range = useMemo<readonly [number, number] | null>(
    () =>
      activeId === null || anchorId === null || activeId === anchorId
        ? null
        : [Math.min(activeId, anchorId), Math.max(activeId, anchorId)],
    [activeId, anchorId],
  );
  const isSelected = useCallback(
    (id: number) => range !== null && id >= range[0] && id <= range[1],
    [range],
  );
  const selected = useMemo(
    () => (range === null ? [] : lines.filter((line) => isSelected(line.id))),
    [lines, range, isSelected],
  );
  const choose = useCallback((id: number, extend: boolean) => {
    setActiveId(id);
    if (!extend) setAnchorId(id);
  }, []);
  const clear = useCallback(() => {
    setActiveId(null);
    setAnchorId(null);
  }, []);
  return { activeId, range, isSelected, selected, choose, clear };
}
