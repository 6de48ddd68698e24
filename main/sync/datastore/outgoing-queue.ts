import type { Repositories } from '../../store/types.ts';
import type { ItemRow, OutgoingItem } from '../../store/sync-types.ts';
import { startTimeSlice } from '../session/time-slice.ts';
import type { ItemFilter } from './filter.ts';
import { readContent } from './known-items.ts';
import { datastoreLimits } from './limits.ts';
import { collectionIds, isFull, type DatastoreScope } from './scope.ts';

/** What a client has to be told, read page by page. */
export interface OutgoingQueue {
  /** How many there are; known once {@link OutgoingQueue.open} has been called. */
  readonly count: number;
  /** Whether everything that there was has been taken. */
  readonly isEmpty: boolean;
  open(): Promise<void>;
  /** The next ones, at most `limit`; none when there are no more. */
  take(limit: number): Promise<OutgoingItem[]>;
}

/** Makes the queue of one session: of all changes, or of what a filter lets through. */
export function createQueue(scope: DatastoreScope): OutgoingQueue {
  return scope.filter === undefined
    ? createPagedQueue(scope)
    : createFilteredQueue(scope, scope.filter);
}

type ListQuery = Parameters<Repositories['sync']['listOutgoing']>[0];

function queryOf(scope: DatastoreScope): ListQuery {
  return {
    kind: 'changes',
    clientId: scope.party.client.id,
    datastore: scope.target.key,
    collectionIds: collectionIds(scope),
    // Where everything is looked at, rows of earlier comparisons are gone by now.
    revision: isFull(scope.mode) || scope.filter !== undefined ? 0 : scope.since,
    round: scope.round,
    afterItemId: null,
    limit: datastoreLimits.outgoingPage,
  };
}

function createPagedQueue(scope: DatastoreScope): OutgoingQueue {
  const { sync } = scope.deps.store;
  const query = queryOf(scope);
  let page: OutgoingItem[] = [];
  let at = 0;
  let afterItemId: string | null = null;
  let isLast = false;
  let count = 0;

  async function nextPage(): Promise<void> {
    page = await sync.listOutgoing({ ...query, afterItemId });
    at = 0;
    afterItemId = page.at(-1)?.itemId ?? afterItemId;
    isLast = page.length < datastoreLimits.outgoingPage;
  }

  return {
    get count() {
      return count;
    },
    get isEmpty() {
      return isLast && at >= page.length;
    },
    async open() {
      await nextPage();
      count = isLast ? page.length : await sync.countOutgoing(query);
    },
    async take(limit) {
      if (at >= page.length && !isLast) await nextPage();
      const taken = page.slice(at, at + limit);
      at += taken.length;
      return taken;
    },
  };
}

/**
 * With a filter the items themselves have to be looked at, and all of them: one that was outside of
 * the range yesterday is inside today without having changed.
 */
function createFilteredQueue(scope: DatastoreScope, filter: ItemFilter): OutgoingQueue {
  const queue: OutgoingItem[] = [];
  let at = 0;
  let isOpen = false;
  return {
    get count() {
      return queue.length;
    },
    get isEmpty() {
      return isOpen && at >= queue.length;
    },
    async open() {
      const seen = await addChanges(scope, filter, queue);
      if (filter.isInclusive) await addOutside(scope, filter, queue, seen);
      isOpen = true;
    },
    take(limit) {
      const taken = queue.slice(at, at + limit);
      at += taken.length;
      return Promise.resolve(taken);
    },
  };
}

async function addChanges(
  scope: DatastoreScope,
  filter: ItemFilter,
  queue: OutgoingItem[],
): Promise<Set<string>> {
  const { store, clock } = scope.deps;
  const slice = startTimeSlice(clock);
  const seen = new Set<string>();
  const query = queryOf(scope);
  let afterItemId: string | null = null;
  for (;;) {
    const limit = datastoreLimits.filterPage;
    const page = await store.sync.listOutgoing({ ...query, afterItemId, limit });
    const rows = await store.items.getMany(page.map(({ itemId }) => itemId));
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const outgoing of page) {
      seen.add(outgoing.itemId);
      const row = byId.get(outgoing.itemId);
      if (row === undefined || outgoing.change === 'delete' || isInside(filter, row)) {
        queue.push(outgoing);
      } else if (filter.isInclusive && outgoing.change === 'replace') {
        queue.push({ ...outgoing, change: 'delete' });
      }
      await slice.breathe();
    }
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return seen;
    afterItemId = last.itemId;
  }
}

/** Items that the client has and that it does not want any more, though nobody has changed them. */
async function addOutside(
  scope: DatastoreScope,
  filter: ItemFilter,
  queue: OutgoingItem[],
  seen: ReadonlySet<string>,
): Promise<void> {
  const { store, clock } = scope.deps;
  const slice = startTimeSlice(clock);
  const limit = datastoreLimits.filterPage;
  for (let offset = 0; ; offset += limit) {
    const query = { collectionIds: collectionIds(scope), withDeleted: false, offset, limit };
    const { items } = await store.items.list(query);
    const outside: ItemRow[] = [];
    for (const row of items) {
      if (!seen.has(row.id) && !isInside(filter, row)) outside.push(row);
      await slice.breathe();
    }
    const { client } = scope.party;
    const ids = outside.map(({ id }) => id);
    const maps = await store.sync.mapsByItem(client.id, scope.target.key, ids);
    for (const { id: itemId, revision } of outside) {
      const luid = maps.get(itemId)?.luid ?? null;
      if (luid !== null) queue.push({ itemId, luid, revision, change: 'delete' });
    }
    if (items.length < limit) return;
  }
}

function isInside(filter: ItemFilter, row: ItemRow): boolean {
  return filter.accepts(readContent(row), row.modifiedAt);
}
