import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import type { DataColumn } from './columns.ts';
import styles from './data-table.module.css';

/** The part of TanStack's column that a header needs. */
interface Sorter {
  getIsSorted: () => false | 'asc' | 'desc';
  toggleSorting: (desc?: boolean) => void;
}

interface HeaderCellProps<Row> {
  readonly column: DataColumn<Row>;
  readonly sorter: Sorter | undefined;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

/** The head of a column; a press sorts by it, and again the other way round. */
export function HeaderCell<Row>({ column, sorter }: HeaderCellProps<Row>): ReactNode {
  const { t } = useText();
  const sorted = sorter?.getIsSorted() ?? false;
  const align = column.align ?? 'start';
  if (column.sortValue === undefined || sorter === undefined) {
    return (
      <div role="columnheader" className={styles['cell']} data-align={align}>
        {column.header}
      </div>
    );
  }
  return (
    <div
      role="columnheader"
      className={styles['cell']}
      data-align={align}
      aria-sort={sorted === false ? 'none' : ariaSort[sorted]}
    >
      <button
        type="button"
        className={styles['sort']}
        title={t('common.sortBy', { column: column.header })}
        onClick={() => {
          sorter.toggleSorting(sorted === 'asc');
        }}
      >
        {column.header}
        {sorted === 'asc' ? <IconArrowUp size={12} aria-hidden /> : null}
        {sorted === 'desc' ? <IconArrowDown size={12} aria-hidden /> : null}
      </button>
    </div>
  );
}
