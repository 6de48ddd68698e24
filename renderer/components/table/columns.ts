import type { ReactNode } from 'react';

/** A column of a {@link DataTable}. */
export interface DataColumn<Row> {
  /** Stable name, for the URL and for what is remembered. */
  readonly id: string;
  /** Finished text. */
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What to sort by; a column without it cannot be sorted. Null goes to the end. */
  readonly sortValue?: (row: Row) => string | number | null;
  /** A track of a CSS grid: `minmax(140px, 2fr)`. Default `minmax(100px, 1fr)`. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  /** False for the column that names the row: it always stays. */
  readonly canHide?: boolean;
  /** True for a column that is hidden until it is asked for. */
  readonly isHidden?: boolean;
}

/** Track of a column that does not say its own. */
export const defaultTrack = 'minmax(100px, 1fr)';

/** What a sort order in the URL means: `-name` is by name, the greatest first. */
export function readSort(
  value: string | undefined,
): { readonly id: string; readonly desc: boolean } | null {
  if (value === undefined || value === '' || value === '-') return null;
  return value.startsWith('-') ? { id: value.slice(1), desc: true } : { id: value, desc: false };
}

/** A sort order as it stands in the URL. */
export function writeSort(sort: { readonly id: string; readonly desc: boolean } | null): string {
  return sort === null ? '' : `${sort.desc ? '-' : ''}${sort.id}`;
}

/** Compares two values of {@link DataColumn.sortValue}: numbers as numbers, texts as people sort them. */
export function compareValues(
  left: string | number | null,
  right: string | number | null,
  collator: Intl.Collator,
): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

/** Space between two columns, and on both sides of a row together, in pixels; as in the style sheet. */
const gaps = { column: 12, row: 32 } as const;

/** Least width of a row with these tracks, in pixels: below it the table scrolls sideways. */
export function leastWidth(tracks: readonly string[]): number {
  const least = tracks.map((track) => Number(/(\d+)px/u.exec(track)?.[1] ?? 0));
  const between = Math.max(0, tracks.length - 1) * gaps.column;
  return least.reduce((sum, width) => sum + width, gaps.row + between);
}
