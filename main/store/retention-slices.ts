import { nextTurn } from '../platform/turns.ts';

/** How long one slice should take; the event loop runs between slices. In milliseconds. */
const SLICE_MS = 8;
const FIRST_SLICE = 100;
const LARGEST_SLICE = 2_000;

/** Removes at most `limit` rows and tells how many were looked at and how many went. */
export type Slice = (limit: number) => Promise<{ seen: number; removed: number }>;

/** Works through everything, a slice at a time; resolves to how many rows went. */
export async function inSlices(slice: Slice): Promise<number> {
  let total = 0;
  let size = FIRST_SLICE;
  for (;;) {
    const start = performance.now();
    const { seen, removed } = await slice(size);
    const took = performance.now() - start;
    total += removed;
    if (seen === 0) return total;
    if (took > SLICE_MS) size = Math.max(10, Math.floor(size / 2));
    else if (took < SLICE_MS / 2) size = Math.min(LARGEST_SLICE, size * 2);
    await nextTurn();
  }
}

/** A table whose oldest rows go. */
export interface Oldest<Row extends { id: string; at: number }> {
  readonly before: number;
  read(after: string, limit: number): Promise<Row[]>;
  isOver(row: Row): boolean;
  remove(ids: readonly string[]): Promise<unknown>;
}

/** Ids sort by creation, so the first row that is young enough ends the search. */
export function oldestFirst<Row extends { id: string; at: number }>(table: Oldest<Row>): Slice {
  let after = '';
  return async (limit) => {
    const rows = await table.read(after, limit);
    const young = rows.findIndex((row) => row.at >= table.before);
    const old = young < 0 ? rows : rows.slice(0, young);
    after = old.at(-1)?.id ?? after;
    const ids = old.filter((row) => table.isOver(row)).map((row) => row.id);
    if (ids.length > 0) await table.remove(ids);
    return { seen: old.length, removed: ids.length };
  };
}
