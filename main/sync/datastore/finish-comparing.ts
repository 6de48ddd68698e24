import { nextTurn } from '../../platform/turns.ts';
import type { HoldRow } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import { datastoreLimits } from './limits.ts';
import { collectionIds, type DatastoreScope } from './scope.ts';

/**
 * Deletes what the client does not have, because it asked to replace what is here (Alert 203). Their
 * history stays, so that they can be restored.
 */
export async function deleteUnmatched(scope: DatastoreScope): Promise<void> {
  const { party, target, round, origin, deps, counters } = scope;
  const writable = target.parts
    .filter(({ access }) => access === 'write')
    .map(({ collection }) => collection.id);
  const limit = datastoreLimits.deletesAtOnce;
  let afterItemId: string | null = null;
  let deleted = 0;
  for (;;) {
    const page = await deps.store.sync.listOutgoing({
      kind: 'missing',
      clientId: party.client.id,
      datastore: target.key,
      collectionIds: writable,
      revision: 0,
      round,
      afterItemId,
      limit,
    });
    const ids = page.map(({ itemId }) => itemId);
    const last = ids.at(-1);
    if (last !== undefined) {
      const afterCommit = await scope.locks.hold(collectionIds(scope), () =>
        deps.store.transaction(async (tx) => {
          const rows = await tx.items.getMany(ids);
          const at = deps.clock.now();
          const writes = rows.map((row) => ({ kind: 'delete', row }) as const);
          await deps.writer.write(tx, writes, { origin, at });
          await tx.sync.removeMaps(party.client.id, target.key, ids);
          const changed = [...new Set(rows.map(({ collectionId }) => collectionId))];
          return await deps.announcer.announce(tx, { collectionIds: changed, origin, at });
        }),
      );
      afterCommit();
      deleted += ids.length;
      counters.fromClient.deleted += ids.length;
    }
    if (last === undefined || page.length < limit) break;
    afterItemId = last;
    await nextTurn();
  }
  if (deleted > 0) scope.notices.refreshed(deleted);
}

/** Deletions that waited for an admin wait no more once client and server were compared. */
export async function liftHolds(
  { party, target }: DatastoreScope,
  tx: Repositories,
): Promise<HoldRow[]> {
  const all = await tx.sync.listHolds();
  const lifted = all.filter(
    ({ clientId, datastore }) => clientId === party.client.id && datastore === target.key,
  );
  for (const { id } of lifted) await tx.sync.removeHold(id);
  return lifted;
}
