import { createApply } from './apply-changes.ts';
import { summarize } from './counters.ts';
import { createOutgoing } from './outgoing.ts';
import { deleteUnmatched, liftHolds } from './finish-comparing.ts';
import { isFull, sendsToClient, type DatastoreScope } from './scope.ts';
import type { OpenDatastore } from './types.ts';

/** How a datastore was opened. */
export interface Opening {
  readonly status: 200 | 508;
  readonly last: string | undefined;
  readonly next: string;
  /** An admin had asked for a comparison before the session began. */
  readonly isResyncWanted: boolean;
}

/** A datastore within a session. */
export function createDatastore(scope: DatastoreScope, opening: Opening): OpenDatastore {
  const { deps, party, target, mode, request } = scope;
  const { store, clock } = deps;
  const apply = createApply(scope);
  const outgoing = createOutgoing(scope);
  /** Every change up to this revision is in what was listed. */
  let listedUpTo: number | undefined;

  /** Up to where the next session need not look again. */
  function nextRevision(): number {
    // With a filter the client has a part of what there is; without one it is to get the rest.
    if (scope.filter !== undefined) return 0;
    if (mode === 'refresh-from-client') return scope.isReplacedByClient ? (listedUpTo ?? 0) : 0;
    const isAllSent = sendsToClient(mode) && outgoing.isComplete;
    if (isAllSent && listedUpTo !== undefined) return listedUpTo;
    // Of what was left over after a comparison nothing but the missing map row tells.
    return isFull(mode) ? 0 : scope.since;
  }

  return {
    last: opening.last,
    next: opening.next,
    mode,
    apply,
    async clientIsDone() {
      if (listedUpTo !== undefined) return;
      listedUpTo = await store.items.lastRevision();
      if (mode === 'refresh-from-client' && scope.isReplacedByClient) await deleteUnmatched(scope);
      if (isFull(mode)) {
        // What the client has not named in a whole comparison it does not have.
        await store.sync.removeMapsBefore(party.client.id, target.key, scope.round);
      }
      if (sendsToClient(mode)) await outgoing.open();
    },
    get numberOfChanges() {
      return sendsToClient(mode) ? outgoing.count : 0;
    },
    nextChanges: (limit) => (sendsToClient(mode) ? outgoing.next(limit) : Promise.resolve([])),
    markSent: (itemIds) => outgoing.markSent(itemIds),
    settle: (outcomes) => outgoing.settle(outcomes),
    map: (pairs) => outgoing.map(pairs),
    async complete() {
      const unsettled = await outgoing.unsettled();
      const lifted = await store.transaction(async (tx) => {
        const state = await tx.sync.getState(party.client.id, target.key);
        // The admin has reset the client meanwhile, or it has begun another session.
        if (state === undefined || state.openAnchor !== request.next) return [];
        if (state.round !== scope.round) return [];
        if (unsettled.length > 0) await tx.sync.putMaps(unsettled);
        const isAnswered = opening.isResyncWanted && isFull(mode);
        await tx.sync.putState({
          ...state,
          deviceUri: request.deviceUri,
          clientAnchor: request.next,
          serverAnchor: opening.next,
          revision: nextRevision(),
          openMode: null,
          openAnchor: null,
          openSince: null,
          isResyncWanted: state.isResyncWanted && !isAnswered,
          completedAt: clock.now(),
        });
        return isFull(mode) ? await liftHolds(scope, tx) : [];
      });
      for (const { id, itemIds } of lifted) {
        scope.notices.holdLifted(itemIds.length);
        deps.events.emit({ kind: 'hold', id });
      }
    },
    // What the client was told and has told is stored; its anchors are those of the last session.
    abandon: () => Promise.resolve(),
    summary: () => summarize(scope.counters, { target, request, mode, status: opening.status }),
  };
}
