import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import { usePreferences } from '../../preferences/preferences.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnPicker } from './column-picker.tsx';
import { defaultTrack, leastWidth } from './columns.ts';
import styles from './data-table.module.css';
import { HeaderCell } from './header-cell.tsx';
import { keyMove } from './key-move.ts';
import { useDataTable } from './use-data-table.ts';
import type { DataTableModel } from './use-data-table.ts';

/** Heights of a row in pixels, as the density says. */
export const rowHeights = { compact: 32, comfortable: 40 } as const;

/** Rows below the view when more are asked for. */
const rowsAhead = 200;

/** What {@link DataTable} shows. */
export interface DataTableProps<Row> extends DataTableModel<Row> {
  /** What the rows are, for assistive programs: "Devices". */
  readonly label: string;
  /** How a person calls a row: "Ada’s E71". */
  readonly rowName: (row: Row) => string;
  /** Row whose panel is open. */
  readonly openId?: string | null | undefined;
  /** Opens a row's panel, or closes it with null. Without it rows do not open. */
  readonly onOpen?: ((id: string | null) => void) | undefined;
  /** Buttons for the selected rows. With it, rows can be selected. */
  readonly bulkActions?: ((ids: readonly string[], clear: () => void) => ReactNode) | undefined;
  /** Stands in place of the rows when there are none; an EmptyState. */
  readonly empty: ReactNode;
  readonly isLoading?: boolean | undefined;
  /** Said at the foot of the table, left of the number of rows. */
  readonly foot?: ReactNode;
  /** Called when the last rows come into view, where more of them can be read. */
  readonly onEnd?: (() => void) | undefined;
}

/**
 * A table for many rows: sorted by its headers, with columns of choice, only the rows in view in the
 * page, and the keyboard all the way (arrows or j and k, Enter, Escape, Space, Home, End).
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactNode {
  const { columns, rowId, rowName, openId, onOpen, onEnd, bulkActions } = props;
  const { t } = useText();
  const grid = useDataTable(props);
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [activeId, setActiveId] = useState<string | null>(null);
  const rowHeight = usePreferences((preferences) => rowHeights[preferences.density]);
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);

  const rows = grid.getRowModel().rows;
  const shownColumns = columns.filter(
    (column) => grid.getColumn(column.id)?.getIsVisible() ?? true,
  );
  const tracks = [
    ...(bulkActions === undefined ? [] : ['36px']),
    ...shownColumns.map((column) => column.width ?? defaultTrack),
  ];
  const template = tracks.join(' ');
  const minWidth = leastWidth(tracks);
  const indexById = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows]);
  const activeIndex = activeId === null ? -1 : (indexById.get(activeId) ?? -1);
  const selectedIds = Object.keys(grid.state.rowSelection).filter((id) => indexById.has(id));

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const openIndex = openId === null || openId === undefined ? -1 : (indexById.get(openId) ?? -1);
  useEffect(() => {
    if (openIndex >= 0) virtualizer.scrollToIndex(openIndex, { align: 'auto' });
  }, [virtualizer, openIndex]);

  const lastInView = virtualizer.getVirtualItems().at(-1)?.index ?? -1;
  const isNearEnd = lastInView >= 0 && lastInView >= rows.length - rowsAhead;
  useEffect(() => {
    if (isNearEnd) onEnd?.();
  }, [isNearEnd, rows.length, onEnd]);

  const clear = (): void => {
    grid.resetRowSelection(true);
  };
  const moveTo = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    setActiveId(row.id);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    if (openId !== null && openId !== undefined) onOpen?.(row.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const move = keyMove(event, { singleKeys });
    const present = activeIndex >= 0 ? activeIndex : openIndex;
    const last = rows.length - 1;
    if (move === null) return;
    event.preventDefault();
    const active = rows[present];
    if (move === 'down') moveTo(Math.min(last, present + 1));
    else if (move === 'up') moveTo(Math.max(0, present - 1));
    else if (move === 'page-down') moveTo(Math.min(last, present + page));
    else if (move === 'page-up') moveTo(Math.max(0, present - page));
    else if (move === 'first') moveTo(0);
    else if (move === 'last') moveTo(last);
    else if (move === 'open' && active !== undefined) onOpen?.(active.id);
    else if (move === 'close') {
      if (openId !== null && openId !== undefined) onOpen?.(null);
      else clear();
    } else if (bulkActions !== undefined) {
      if (move === 'select') active?.toggleSelected();
      if (move === 'select-all') grid.toggleAllRowsSelected(true);
    }
  };

  const isEmpty = rows.length === 0;
  return (
    <div className={styles['table']}>
      <div
        ref={scroller}
        className={styles['scroller']}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={shownColumns.length + (bulkActions === undefined ? 0 : 1)}
        aria-multiselectable={bulkActions === undefined ? undefined : true}
        aria-busy={props.isLoading === true}
        aria-activedescendant={activeIndex >= 0 ? `${prefix}-${activeId ?? ''}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles['head']} style={{ minWidth }}>
          <div
            role="row"
            aria-rowindex={1}
            className={styles['row']}
            style={{ gridTemplateColumns: template }}
          >
            {bulkActions === undefined ? null : (
              <div role="columnheader" className={styles['cell']}>
                <Checkbox
                  aria-label={t('common.selectAll')}
                  checked={!isEmpty && selectedIds.length === rows.length}
                  indeterminate={selectedIds.length > 0 && selectedIds.length < rows.length}
                  onChange={(event) => {
                    grid.toggleAllRowsSelected(event.currentTarget.checked);
                  }}
                />
              </div>
            )}
            {shownColumns.map((column) => (
              <HeaderCell key={column.id} column={column} sorter={grid.getColumn(column.id)} />
            ))}
          </div>
        </div>
        {isEmpty ? null : (
          <div
            role="rowgroup"
            className={styles['body']}
            style={{ height: virtualizer.getTotalSize(), minWidth }}
          >
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              const id = rowId(row.original);
              return (
                // The grid itself has the focus and the keys (aria-activedescendant).
                <div
                  key={row.id}
                  id={`${prefix}-${row.id}`}
                  role="row"
                  aria-rowindex={item.index + 2}
                  aria-selected={bulkActions === undefined ? undefined : row.getIsSelected()}
                  className={styles['row']}
                  data-active={item.index === activeIndex}
                  data-open={id === openId}
                  data-opens={onOpen !== undefined}
                  style={{
                    gridTemplateColumns: template,
                    height: rowHeight,
                    transform: `translateY(${String(item.start)}px)`,
                  }}
                  onClick={() => {
                    setActiveId(row.id);
                    onOpen?.(row.id);
                  }}
                >
                  {bulkActions === undefined ? null : (
                    <div role="gridcell" className={styles['cell']}>
                      <Checkbox
                        aria-label={t('common.selectRow', { name: rowName(row.original) })}
                        checked={row.getIsSelected()}
                        tabIndex={-1}
                        onClick={(event) => {
                          event.stopPropagation();
                        }}
                        onChange={(event) => {
                          row.toggleSelected(event.currentTarget.checked);
                        }}
                      />
                    </div>
                  )}
                  {shownColumns.map((column) => (
                    <div
                      key={column.id}
                      role="gridcell"
                      className={styles['cell']}
                      data-align={column.align ?? 'start'}
                    >
                      {column.cell(row.original)}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        )}
      </div>
      {isEmpty && props.isLoading !== true ? (
        <div className={styles['empty']}>{props.empty}</div>
      ) : null}
      <div className={styles['foot']}>
        {selectedIds.length > 0 && bulkActions !== undefined ? (
          <BulkBar count={selectedIds.length} onClear={clear}>
            {bulkActions(selectedIds, clear)}
          </BulkBar>
        ) : (
          <>
            <span>{props.foot}</span>
            <span className={styles['count']}>{t('common.rowCount', { count: rows.length })}</span>
            <ColumnPicker name={props.name} columns={columns} grid={grid} />
          </>
        )}
      </div>
    </div>
  );
}
