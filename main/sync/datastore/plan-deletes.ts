import type { Repositories } from '../../store/types.ts';
import type { DeleteGuard, Deletion, Holding } from './delete-guard.ts';
import type { KnownItem, KnownItems } from './known-items.ts';
import { onlyStatus, type PlannedChange } from './planned-change.ts';
import { isFull, type DatastoreScope } from './scope.ts';
import type { ClientChange } from './types.ts';

/** Deletions of a message: a plan for each in order, and what is carried out or held together. */
export interface PlannedDeletes {
  readonly plans: readonly PlannedChange[];
  readonly carriedOut: ReadonlyMap<string, readonly Deletion[]>;
  readonly holdings: readonly Holding[];
}

/** Plans the Deletes of a message (OMA DS protocol 1.2 §"Delete"). */
export async function planDeletes(
  scope: DatastoreScope,
  from: Repositories,
  changes: readonly ClientChange[],
  known: KnownItems,
  guard: DeleteGuard,
): Promise<PlannedDeletes> {
  const plans: PlannedChange[] = [];
  const wanted = new Map<string, { deletion: Deletion; at: number }[]>();
  for (const change of changes) {
    const planned = planOne(scope, change, known.get(change.luid));
    if ('map' in planned) {
      const { collectionId } = planned.row;
      const list = wanted.get(collectionId) ?? [];
      list.push({ deletion: planned, at: plans.length });
      wanted.set(collectionId, list);
      plans.push(onlyStatus(200));
    } else {
      plans.push(planned);
    }
  }

  const carriedOut = new Map<string, readonly Deletion[]>();
  const holdings: Holding[] = [];
  for (const [collectionId, list] of wanted) {
    const deletions = list.map(({ deletion }) => deletion);
    const holding = await guard.judge(from, collectionId, deletions);
    if (holding === undefined) carriedOut.set(collectionId, deletions);
    else holdings.push(holding);
    for (const { deletion, at } of list) plans[at] = carryOut(deletion, holding !== undefined);
  }
  return { plans, carriedOut, holdings };
}

/** What becomes of one; a deletion that is left to the guard, or a plan. */
function planOne(
  scope: DatastoreScope,
  change: ClientChange,
  known: KnownItem | undefined,
): Deletion | PlannedChange {
  // Who sends everything that there is has nothing to delete.
  if (isFull(scope.mode)) return onlyStatus(403);
  if (known === undefined) return onlyStatus(211);
  const { map, row } = known;
  if (map.state === 'held') return onlyStatus(200);
  if (row === undefined || row.deletedAt !== null) {
    return { ...onlyStatus(200), unlink: map.itemId };
  }
  if (change.softDelete) {
    // The client only made room: it has not got the item any more until that changes.
    const link = { luid: null, item: row, seen: row.revision, state: 'declined' } as const;
    return { ...onlyStatus(200), link };
  }
  const again = { luid: null, item: row, seen: 0, state: 'adding' } as const;
  const part = scope.target.parts.find(({ collection }) => collection.id === row.collectionId);
  if (part?.access !== 'write') {
    scope.notices.readOnly();
    return { ...onlyStatus(403), link: again };
  }
  // Somebody else has changed what this client deletes: the change wins, and comes back to it.
  if (row.revision > map.revision) {
    return { ...onlyStatus(200), link: again, isConflict: true };
  }
  return { row, map };
}

function carryOut({ row, map }: Deletion, isHeld: boolean): PlannedChange {
  if (isHeld) {
    const link = { luid: map.luid, item: row, seen: map.revision, state: 'held' } as const;
    return { ...onlyStatus(200), link, counted: 'held' };
  }
  return {
    status: 200,
    writes: [{ kind: 'delete', row }],
    unlink: row.id,
    counted: 'deleted',
  };
}
