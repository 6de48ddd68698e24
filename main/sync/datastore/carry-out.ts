import type { ItemWrite } from '../../groupware/types.ts';
import type { ItemMapRow, ItemRow } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import type { Plan } from './plan-batch.ts';
import type { PlannedChange } from './planned-change.ts';
import type { DatastoreScope } from './scope.ts';

/** What a transaction has left to be done when it is committed. */
export type AfterCommit = () => void;

/** Somebody has changed what the plan was made from: it has to be made anew. */
export class StalePlanError extends Error {
  override readonly name = 'StalePlanError';
}

/**
 * Carries a plan out within a transaction: items, map, holds and the announcement to other devices.
 *
 * @throws StalePlanError when an item that it changes is not any more what the plan was made from
 */
export async function carryOutPlan(
  scope: DatastoreScope,
  tx: Repositories,
  plan: Plan,
  plannedAt: number,
): Promise<AfterCommit> {
  const { deps, origin, party, target } = scope;
  const writes = [
    ...plan.changes.flatMap((change) => change.writes),
    ...plan.holdings.flatMap((holding) => holding.writes),
  ];
  await verify(tx, writes, plannedAt);
  const at = deps.clock.now();
  const rows = writes.length === 0 ? [] : await deps.writer.write(tx, writes, { origin, at });

  const unlinked = plan.changes.flatMap(({ unlink }) => unlink ?? []);
  if (unlinked.length > 0) await tx.sync.removeMaps(party.client.id, target.key, unlinked);
  const maps = [
    ...linksOf(scope, plan.changes, rows),
    ...plan.holdings.flatMap((holding) => holding.maps),
  ];
  if (maps.length > 0) await tx.sync.putMaps(maps);
  for (const { hold, isKnown } of plan.holdings) {
    if (isKnown) await tx.sync.removeHold(hold.id);
    await tx.sync.insertHold(hold);
  }

  const changed = new Set<string>();
  writes.forEach((write, index) => {
    const row = rows[index];
    if (row !== undefined && write.kind !== 'keep-loser') changed.add(row.collectionId);
  });
  if (changed.size === 0) return () => undefined;
  return await deps.announcer.announce(tx, { collectionIds: [...changed], origin, at });
}

/** Where nothing at all has changed since, one number tells it; else the items themselves do. */
async function verify(
  tx: Repositories,
  writes: readonly ItemWrite[],
  plannedAt: number,
): Promise<void> {
  const used = new Map<string, ItemRow>();
  for (const write of writes) if (write.kind !== 'create') used.set(write.row.id, write.row);
  if (used.size === 0 || (await tx.items.lastRevision()) === plannedAt) return;
  const rows = await tx.items.getMany([...used.keys()]);
  const isFresh =
    rows.length === used.size &&
    rows.every((row) => {
      const before = used.get(row.id);
      return before?.revision === row.revision && before.version === row.version;
    });
  if (!isFresh) throw new StalePlanError();
}

function linksOf(
  { party, target, round }: DatastoreScope,
  changes: readonly PlannedChange[],
  rows: readonly ItemRow[],
): ItemMapRow[] {
  const maps: ItemMapRow[] = [];
  let next = 0;
  for (const { writes, link } of changes) {
    next += writes.length;
    if (link === undefined) continue;
    const row = link.item === 'written' ? rows[next - 1] : link.item;
    if (row === undefined) continue;
    maps.push({
      clientId: party.client.id,
      datastore: target.key,
      itemId: row.id,
      luid: link.luid,
      revision: link.seen === 'whole' ? row.revision : link.seen,
      round,
      state: link.state,
    });
  }
  return maps;
}
