import { nextTurn } from '../../platform/turns.ts';
import type { Repositories } from '../../store/types.ts';
import { sqliteCode } from '../../store/store-errors.ts';
import { carryOutPlan, StalePlanError } from './carry-out.ts';
import type { AfterCommit } from './carry-out.ts';
import type { Counters } from './counters.ts';
import { decodeChanges } from './decode-changes.ts';
import type { DecodedChange } from './decode-changes.ts';
import { createDeleteGuard } from './delete-guard.ts';
import type { DeleteGuard } from './delete-guard.ts';
import { datastoreLimits } from './limits.ts';
import { planBatch, type Plan } from './plan-batch.ts';
import { collectionIds, takesFromClient, type DatastoreScope } from './scope.ts';
import type { ClientChange } from './types.ts';

/** Applies the client's changes. */
export type ApplyChanges = (changes: readonly ClientChange[]) => Promise<readonly number[]>;

/** Makes what applies the changes of one session; it counts what that session deletes. */
export function createApply(scope: DatastoreScope): ApplyChanges {
  const guard = createDeleteGuard(scope);
  return async (changes) => {
    if (!takesFromClient(scope.mode)) {
      scope.counters.fromClient.failed += changes.length;
      return changes.map(() => 403);
    }
    const decoded = await decodeChanges(scope, changes);
    const statuses: number[] = [];
    await scope.locks.hold(collectionIds(scope), async () => {
      for (const batch of batchesOf(decoded)) {
        if (statuses.length > 0) await nextTurn();
        statuses.push(...(await applyBatch(scope, batch, guard)));
      }
    });
    return statuses;
  };
}

/**
 * Cuts what a message brought, so that no transaction holds the others up for long and none has one
 * LUID twice: what comes first has to be done first.
 */
function* batchesOf(decoded: readonly DecodedChange[]): Iterable<DecodedChange[]> {
  let batch: DecodedChange[] = [];
  let luids = new Set<string>();
  for (const one of decoded) {
    const { luid } = one.change;
    const isAgain = luid !== '' && luids.has(luid);
    if (isAgain || batch.length >= datastoreLimits.changesAtOnce) {
      yield batch;
      batch = [];
      luids = new Set();
    }
    batch.push(one);
    luids.add(luid);
  }
  if (batch.length > 0) yield batch;
}

async function applyBatch(
  scope: DatastoreScope,
  batch: readonly DecodedChange[],
  guard: DeleteGuard,
): Promise<number[]> {
  try {
    const { plan, afterCommit } = await planAndCarryOut(scope, batch, guard);
    afterCommit();
    note(scope, plan, guard);
    return plan.changes.map(({ status }) => status);
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_FULL') throw error;
    // The transaction has taken everything back: the client has to say it again.
    scope.notices.storageFull();
    scope.counters.fromClient.failed += batch.length;
    return batch.map(({ refusal }) => refusal ?? 420);
  }
}

interface Done {
  readonly plan: Plan;
  readonly afterCommit: AfterCommit;
}

async function planAndCarryOut(
  scope: DatastoreScope,
  batch: readonly DecodedChange[],
  guard: DeleteGuard,
): Promise<Done> {
  const { store } = scope.deps;
  for (let attempt = 0; attempt < datastoreLimits.plans; attempt += 1) {
    const plannedAt = await store.items.lastRevision();
    const plan = await planBatch(scope, store, batch, guard);
    try {
      if (isNothing(plan)) return { plan, afterCommit: () => undefined };
      const afterCommit = await store.transaction((tx) => carryOutPlan(scope, tx, plan, plannedAt));
      return { plan, afterCommit };
    } catch (error) {
      if (!(error instanceof StalePlanError)) throw error;
    }
  }
  // Somebody keeps changing these very items: nobody can while a transaction lasts.
  return await store.transaction((tx: Repositories) => planWithin(scope, tx, batch, guard));
}

async function planWithin(
  scope: DatastoreScope,
  tx: Repositories,
  batch: readonly DecodedChange[],
  guard: DeleteGuard,
): Promise<Done> {
  const plannedAt = await tx.items.lastRevision();
  const plan = await planBatch(scope, tx, batch, guard);
  return { plan, afterCommit: await carryOutPlan(scope, tx, plan, plannedAt) };
}

function isNothing({ changes, holdings }: Plan): boolean {
  const isSaid = changes.some(
    ({ writes, link, unlink }) => writes.length > 0 || link !== undefined || unlink !== undefined,
  );
  return !isSaid && holdings.length === 0;
}

/** Counts what was committed. */
function note(scope: DatastoreScope, plan: Plan, guard: DeleteGuard): void {
  const { counters, deps } = scope;
  for (const change of plan.changes) countChange(counters, change);
  if (plan.changes.some(({ counted }) => counted !== undefined && counted !== 'held')) {
    deps.events.emit({ kind: 'item', id: null });
  }
  for (const [collectionId, deletions] of plan.carriedOut) {
    guard.carriedOut(collectionId, deletions);
  }
  for (const { hold, writes } of plan.holdings) {
    guard.held(hold.collectionId, hold);
    counters.fromClient.deleted -= writes.length;
    counters.held += writes.length;
    deps.events.emit({ kind: 'hold', id: hold.id });
  }
}

function countChange(counters: Counters, change: Plan['changes'][number]): void {
  const { status, counted, isMatch, isConflict } = change;
  if (status >= 400 && status !== 418 && status !== 419) counters.fromClient.failed += 1;
  else if (counted === 'held') counters.held += 1;
  else if (counted !== undefined) counters.fromClient[counted] += 1;
  if (isMatch === true) counters.matched += 1;
  if (isConflict === true) counters.conflicts += 1;
}
