import { AppError } from '../../shared/model/errors.ts';

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
  for (const id of ids) {
    try {
      await work(id);
      done += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      skipped += 1;
    }
  }
  return { done, skipped };
}
