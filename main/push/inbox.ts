import type { ChangeRow } from '../store/types.ts';

/** Changes in memory that need not be read from the journal again. */
export interface Inbox {
  /** These were written to the journal just now, in this order. */
  put(changes: readonly ChangeRow[]): void;
  /** There may be changes in the journal that were not put here. */
  miss(): void;
  /**
   * Takes all changes behind journal number `after`; null when they have to be read from the journal,
   * after which {@link restart} is to be called first.
   */
  take(after: number): readonly ChangeRow[] | null;
  /** The journal is read to its end from here on, and what is put meanwhile counts again. */
  restart(): void;
}

/**
 * Makes an inbox for so many changes. It spares the single change, which is on its way to a phone, a
 * query; a flood is read from the journal, where it takes no memory.
 */
export function createInbox(capacity: number): Inbox {
  let rows: ChangeRow[] = [];
  let isComplete = false;

  function miss(): void {
    isComplete = false;
    rows = [];
  }

  return {
    put(changes) {
      if (!isComplete) return;
      if (rows.length + changes.length > capacity) miss();
      else rows.push(...changes);
    },
    miss,
    take(after) {
      if (!isComplete) return null;
      // What was put while the journal was read has been read with it, or is yet to come.
      const taken = rows.filter(({ id }) => id > after);
      rows = [];
      if (taken.every(({ id }, index) => id === after + 1 + index)) return taken;
      miss();
      return null;
    },
    restart() {
      isComplete = true;
      rows = [];
    },
  };
}
