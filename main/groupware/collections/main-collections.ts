import { dataTypeSchema } from '../../../shared/model/words.ts';
import type { DataType } from '../../../shared/model/words.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Store } from '../../store/types.ts';
import type { CollectionRow } from '../../store/sync-types.ts';

/** What {@link ensureMain} needs. */
export interface MainDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Makes the main collections of an account that are not there, one of each data type. Answers whether
 * any was made.
 */
export async function ensureMain(
  { store, clock, ids }: MainDeps,
  accountId: string,
  known: readonly CollectionRow[],
): Promise<boolean> {
  const missing = missingIn(accountId, known);
  if (missing.length === 0) return false;
  return store.transaction(async (tx) => {
    if ((await tx.accounts.get(accountId)) === undefined) return false;
    // Somebody else may have made them meanwhile.
    const wanted = missingIn(accountId, await tx.collections.listVisible(accountId));
    for (const dataType of wanted) {
      await tx.collections.insert({
        id: ids.next(),
        accountId,
        dataType,
        name: '',
        corporateAccess: null,
        shares: [],
        createdAt: clock.now(),
      });
    }
    return wanted.length > 0;
  });
}

function missingIn(accountId: string, rows: readonly CollectionRow[]): DataType[] {
  const there = new Set(
    rows.filter((row) => row.accountId === accountId && row.name === '').map((row) => row.dataType),
  );
  return dataTypeSchema.options.filter((dataType) => !there.has(dataType));
}
