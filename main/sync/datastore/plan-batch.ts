import type { Repositories } from '../../store/types.ts';
import { startTimeSlice } from '../session/time-slice.ts';
import type { DecodedChange } from './decode-changes.ts';
import type { DeleteGuard, Deletion, Holding } from './delete-guard.ts';
import { readKnown } from './known-items.ts';
import type { KnownItem } from './known-items.ts';
import { planCopy } from './plan-copy.ts';
import { planDeletes } from './plan-deletes.ts';
import { planKnown } from './plan-known.ts';
import { onlyStatus, type PlannedChange } from './planned-change.ts';
import { planStrangers } from './plan-strangers.ts';
import type { Stranger } from './plan-strangers.ts';
import { isFull, type DatastoreScope } from './scope.ts';
import { statusOfError } from './statuses.ts';

/** What becomes of the changes of one message. */
export interface Plan {
  /** One for each change, in order. */
  readonly changes: readonly PlannedChange[];
  readonly carriedOut: ReadonlyMap<string, readonly Deletion[]>;
  readonly holdings: readonly Holding[];
}

/**
 * Plans changes of which no two have the same LUID. Reads, computes and lets others have their turn,
 * and changes nothing.
 */
export async function planBatch(
  scope: DatastoreScope,
  from: Repositories,
  batch: readonly DecodedChange[],
  guard: DeleteGuard,
): Promise<Plan> {
  const slice = startTimeSlice(scope.deps.clock);
  const known = await readKnown(scope, from, batch);
  const changes: PlannedChange[] = batch.map(({ refusal }) => onlyStatus(refusal ?? 200));
  const strangers: (Stranger & { readonly at: number })[] = [];
  const deletes: number[] = [];

  async function planOne(plan: () => Promise<PlannedChange>): Promise<PlannedChange> {
    try {
      return await plan();
    } catch (error) {
      const status = statusOfError(error);
      if (status === 510) scope.notices.fault(error);
      else scope.notices.itemRefused(error);
      return onlyStatus(status);
    }
  }

  for (const [at, decoded] of batch.entries()) {
    const { change, content, refusal } = decoded;
    if (refusal !== undefined) continue;
    if (change.kind === 'delete') {
      deletes.push(at);
    } else if (change.kind === 'copy') {
      changes[at] = await planOne(() => planCopy(scope, from, decoded, known));
    } else if (content !== undefined) {
      const item = known.get(change.luid);
      if (item !== undefined && isBound(scope, item)) {
        changes[at] = await planOne(() => planKnown(scope, from, change, content, item));
      } else {
        strangers.push({ change, content, at });
      }
    }
    await slice.breathe();
  }

  const paired = await planStrangers(scope, from, strangers, known, { planOne, slice });
  strangers.forEach(({ at }, index) => {
    changes[at] = paired[index] ?? onlyStatus(510);
  });
  const gone = deletes.flatMap((at) => batch[at]?.change ?? []);
  const { plans, carriedOut, holdings } = await planDeletes(scope, from, gone, known, guard);
  deletes.forEach((at, index) => {
    changes[at] = plans[index] ?? onlyStatus(510);
  });
  return { changes, carriedOut, holdings };
}

/** Whether the map says for certain which item this is. */
function isBound(scope: DatastoreScope, { map }: KnownItem): boolean {
  // The client deleted that one; what it now calls so is another.
  if (map.state === 'held') return false;
  return !isFull(scope.mode) || map.round === scope.round;
}
