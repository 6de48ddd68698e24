import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../shared/model/errors.ts';

/** How many are worked on before everything else gets its turn. */
const SLICE = 50;

/** Cuts what was asked for into pieces and lets the process do other things between them. */
export async function* slices(ids: readonly string[]): AsyncGenerator<readonly string[]> {
  const wanted = [...new Set(ids)];
  for (let start = 0; start < wanted.length; start += SLICE) {
    if (start > 0) await nextTurn();
    yield wanted.slice(start, start + SLICE);
  }
}

/**
 * Does the same for many, one after the other. One for which it cannot be done is counted and the
 * rest goes on; a fault of the product ends it.
 */
export async function forMany(
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
): Promise<{ done: number; skipped: number }> {
  let done = 0;
  let skipped = 0;
  for await (const slice of slices(ids)) {
    for (const id of slice) {
      try {
        await work(id);
        done += 1;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        skipped += 1;
      }
    }
  }
  return { done, skipped };
}
