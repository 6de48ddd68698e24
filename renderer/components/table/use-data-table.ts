import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { ColumnDef, ReactTable, RowSelectionState, Updater } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useText } from '../../i18n/provider.tsx';
import { usePreferences } from '../../preferences/preferences.ts';
import { useUrlState } from '../../routing/use-url-state.ts';
import { compareValues, readSort, writeSort } from './columns.ts';
import type { DataColumn } from './columns.ts';

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
});

/** TanStack's table with the features that a {@link DataTable} uses. */
export type Grid<Row extends object> = ReactTable<typeof features, Row>;

function resolve<Value>(updater: Updater<Value>, before: Value): Value {
  return typeof updater === 'function' ? (updater as (value: Value) => Value)(before) : updater;
}

/** What {@link useDataTable} needs. */
export interface DataTableModel<Row> {
  /** Name under which the shown columns are remembered. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** Order of a table whose URL names none. */
  readonly defaultSort?: string | undefined;
}

/** Sorting (in the URL), shown columns (remembered) and selection of a table. */
export function useDataTable<Row extends object>(model: DataTableModel<Row>): Grid<Row> {
  const { language } = useText();
  const [url, setUrl] = useUrlState();
  const shown = usePreferences((preferences) => preferences.columns[model.name]);
  const setPreferences = usePreferences((preferences) => preferences.set);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});

  const definitions = useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
    return model.columns.map((column): ColumnDef<typeof features, Row> => {
      const sortValue = column.sortValue;
      return {
        id: column.id,
        accessorFn: (row) => sortValue?.(row) ?? null,
        enableSorting: sortValue !== undefined,
        enableHiding: column.canHide ?? true,
        sortDescFirst: false,
        sortFn: (left, right) =>
          compareValues(
            sortValue?.(left.original) ?? null,
            sortValue?.(right.original) ?? null,
            collator,
          ),
      };
    });
  }, [model.columns, language]);

  const sortText = url['sort'] ?? model.defaultSort;
  const sorting = useMemo(() => {
    const sort = readSort(sortText);
    const isKnown = model.columns.some((column) => column.id === sort?.id);
    return sort === null || !isKnown ? [] : [{ id: sort.id, desc: sort.desc }];
  }, [sortText, model.columns]);
  const columnVisibility = useMemo(
    () =>
      Object.fromEntries(
        model.columns.map((column) => [
          column.id,
          column.canHide === false ||
            (shown === undefined ? column.isHidden !== true : shown.includes(column.id)),
        ]),
      ),
    [model.columns, shown],
  );
  const data = useMemo(() => [...model.rows], [model.rows]);

  return useTable<typeof features, Row>({
    features,
    columns: definitions,
    data,
    getRowId: model.rowId,
    state: { sorting, columnVisibility, rowSelection },
    enableMultiSort: false,
    onSortingChange: (updater) => {
      setUrl({ sort: writeSort(resolve(updater, sorting)[0] ?? null) });
    },
    onColumnVisibilityChange: (updater) => {
      const next = resolve(updater, columnVisibility);
      setPreferences({
        columns: {
          ...usePreferences.getState().columns,
          [model.name]: model.columns
            .filter((column) => next[column.id] !== false)
            .map((column) => column.id),
        },
      });
    },
    onRowSelectionChange: (updater) => {
      setRowSelection((before) => resolve(updater, before));
    },
  });
}
