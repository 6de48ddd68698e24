import type { ItemContent, ItemMapRow, OutgoingItem } from '../../store/sync-types.ts';
import { startTimeSlice } from '../session/time-slice.ts';
import { encodeFitting, largestObject } from './fitting.ts';
import { createLongestGuid, guidOf, storeMaps } from './guids.ts';
import { readContent } from './known-items.ts';
import { createQueue } from './outgoing-queue.ts';
import { collectionIds, type DatastoreScope } from './scope.ts';
import { DEVICE_FULL, isDecline, isGone, isSuccess } from './statuses.ts';
import type { ServerChange, ServerChangeOutcome } from './types.ts';

/** The server's changes on their way to the client. */
export interface Outgoing {
  readonly count: number;
  /** Reads what there is to be sent. */
  open(): Promise<void>;
  next(limit: number): Promise<ServerChange[]>;
  markSent(itemIds: readonly string[]): Promise<void>;
  settle(outcomes: readonly ServerChangeOutcome[]): Promise<void>;
  map(pairs: readonly { guid: string; luid: string }[]): Promise<readonly boolean[]>;
  /** Map rows of what the client has not confirmed: to be said again in the next session. */
  unsettled(): Promise<readonly ItemMapRow[]>;
  /** Whether everything that was to be sent is sent, or marked so that it will be. */
  readonly isComplete: boolean;
}

/** A change that was given out and has no status yet. */
interface UnderWay {
  readonly change: ServerChange['kind'];
  readonly luid: string | null;
  /** Of the item as it was written. */
  readonly revision: number;
  isMarked: boolean;
}

/** Makes the outgoing side of one session. */
export function createOutgoing(scope: DatastoreScope): Outgoing {
  const { deps, party, target, round, counters, notices } = scope;
  const { store } = deps;
  const queue = createQueue(scope);
  const longestGuid = createLongestGuid(party, { deviceUri: scope.request.deviceUri, target });
  const underWay = new Map<string, UnderWay>();
  /** GUIDs of this session that are not the items' ids. */
  const short = new Map<string, string>();
  let isDeviceFull = false;
  let hasLeftOut = false;

  function rowOf(
    itemId: string,
    { luid, revision }: Pick<UnderWay, 'luid' | 'revision'>,
    state: ItemMapRow['state'],
  ): ItemMapRow {
    const datastore = target.key;
    return { clientId: party.client.id, datastore, itemId, luid, revision, round, state };
  }

  function writeItem(outgoing: OutgoingItem, row: ItemContent): ServerChange | undefined {
    const item = readContent(row);
    const wanted = scope.content.outgoing(item.kind);
    if (wanted === undefined) throw new Error(`the client takes no ${item.kind}`);
    const profile = scope.content.profile(wanted.type);
    const fitting = encodeFitting(item, wanted.type, profile, largestObject(party));
    if (fitting.profile !== profile) notices.photoLeftOut(row.id);
    const luid = outgoing.luid ?? undefined;
    const guid = takeGuid(row.id, luid);
    if (guid === undefined) return undefined;
    const kind = luid === undefined ? 'add' : 'replace';
    const { mediaType } = wanted;
    return { kind, itemId: row.id, guid, luid, type: mediaType, data: fitting.data };
  }

  /** Undefined when another item on its way has it: then this one waits for the next session. */
  function takeGuid(itemId: string, luid: string | undefined): string | undefined {
    if (luid !== undefined) return itemId;
    const guid = guidOf(itemId, longestGuid());
    if (guid === itemId) return guid;
    if ((short.get(guid) ?? itemId) !== itemId) return undefined;
    short.set(guid, itemId);
    return guid;
  }

  /** One that cannot be written for this client stays here until it changes. */
  function decline({ luid }: OutgoingItem, row: ItemContent, error: unknown): ItemMapRow {
    notices.itemDeclined(row.id, error instanceof Error ? error.message : '');
    counters.fromServer.failed += 1;
    return rowOf(row.id, { luid, revision: row.revision }, 'declined');
  }

  /** The change as it is sent, or what the map says where it cannot be; neither when it waits. */
  function write(
    outgoing: OutgoingItem,
    row: ItemContent | undefined,
  ): { readonly change?: ServerChange; readonly declined?: ItemMapRow } {
    const { itemId, luid } = outgoing;
    if (outgoing.change === 'delete') {
      if (luid === null) return {};
      underWay.set(itemId, { change: 'delete', luid, revision: 0, isMarked: false });
      const data = new Uint8Array(0);
      return { change: { kind: 'delete', itemId, guid: itemId, luid, type: '', data } };
    }
    try {
      // What was deleted since it was listed is said in the next session.
      const isThere = row !== undefined && row.deletedAt === null;
      const waits = !isThere || (luid === null && isDeviceFull);
      const change = waits ? undefined : writeItem(outgoing, row);
      if (row === undefined || change === undefined) {
        hasLeftOut = true;
        return {};
      }
      const { revision } = row;
      underWay.set(itemId, { change: change.kind, luid, revision, isMarked: false });
      return { change };
    } catch (error) {
      return row === undefined ? {} : { declined: decline(outgoing, row, error) };
    }
  }

  /** What the map says after a status; undefined where it says the right thing already. */
  function afterStatus(
    itemId: string,
    way: UnderWay,
    status: number,
  ): ItemMapRow | 'gone' | undefined {
    const { change } = way;
    if (change === 'delete') {
      if (isSuccess(status) || isGone(status)) return 'gone';
      return rowOf(itemId, way, 'deleting');
    }
    if (change === 'add') {
      // The Map completes it, and until that has come it is sent again under the same GUID.
      if (!isDecline(status)) return undefined;
      return rowOf(itemId, { luid: null, revision: way.revision }, 'declined');
    }
    if (isSuccess(status)) return rowOf(itemId, way, 'ok');
    if (isGone(status)) return rowOf(itemId, { luid: null, revision: 0 }, 'adding');
    if (isDecline(status)) return rowOf(itemId, way, 'declined');
    // Left under way: it goes into the next session with the revision that the client has seen.
    return undefined;
  }

  function count(change: ServerChange['kind'], status: number): void {
    const isDone = isSuccess(status) || (change === 'delete' && isGone(status));
    if (!isDone) counters.fromServer.failed += 1;
    else if (change === 'add') counters.fromServer.added += 1;
    else if (change === 'replace') counters.fromServer.changed += 1;
    else counters.fromServer.deleted += 1;
  }

  return {
    get count() {
      return queue.count;
    },
    get isComplete() {
      const isAllMarked = [...underWay.values()].every(
        (way) => way.change !== 'add' || way.isMarked,
      );
      return queue.isEmpty && !hasLeftOut && isAllMarked;
    },
    open: () => queue.open(),
    async next(limit) {
      const slice = startTimeSlice(deps.clock);
      const changes: ServerChange[] = [];
      const declined: ItemMapRow[] = [];
      // Some may come to nothing; an empty answer means that there are no more.
      while (changes.length === 0) {
        const taken = await queue.take(limit);
        if (taken.length === 0) break;
        const ids = taken.flatMap(({ itemId, change }) => (change === 'delete' ? [] : [itemId]));
        const rows = new Map((await store.items.listContents(ids)).map((row) => [row.id, row]));
        for (const outgoing of taken) {
          const written = write(outgoing, rows.get(outgoing.itemId));
          if (written.change !== undefined) changes.push(written.change);
          if (written.declined !== undefined) declined.push(written.declined);
          await slice.breathe();
        }
      }
      if (declined.length > 0) await store.sync.putMaps(declined);
      return changes;
    },
    async markSent(itemIds) {
      const rows: ItemMapRow[] = [];
      for (const itemId of itemIds) {
        const way = underWay.get(itemId);
        if (way === undefined) continue;
        way.isMarked = true;
        if (way.change === 'add') rows.push(rowOf(itemId, { ...way, luid: null }, 'adding'));
      }
      if (rows.length > 0) await store.sync.putMaps(rows);
    },
    async settle(outcomes) {
      const rows: ItemMapRow[] = [];
      const gone: string[] = [];
      for (const { itemId, status } of outcomes) {
        const way = underWay.get(itemId);
        if (way === undefined) continue;
        count(way.change, status);
        if (status === DEVICE_FULL) {
          isDeviceFull = true;
          notices.deviceFull();
        }
        if (isDecline(status)) notices.itemDeclined(itemId, String(status));
        const next = afterStatus(itemId, way, status);
        if (next === 'gone') gone.push(itemId);
        else if (next !== undefined) rows.push(next);
        const isOpen = way.change === 'replace' && next === undefined;
        if (!isOpen) underWay.delete(itemId);
      }
      if (rows.length === 0 && gone.length === 0) return;
      await store.transaction(async (tx) => {
        if (gone.length > 0) await tx.sync.removeMaps(party.client.id, target.key, gone);
        if (rows.length > 0) await tx.sync.putMaps(rows);
      });
    },
    map(pairs) {
      const place = {
        clientId: party.client.id,
        datastore: target.key,
        collectionIds: collectionIds(scope),
      };
      return store.transaction((tx) => storeMaps(tx, place, pairs, short));
    },
    async unsettled() {
      const open = [...underWay].filter(([, { change }]) => change !== 'add');
      if (open.length === 0) return [];
      const ids = open.map(([itemId]) => itemId);
      const maps = await store.sync.mapsByItem(party.client.id, target.key, ids);
      return open.flatMap(([itemId, { change }]) => {
        const map = maps.get(itemId);
        if (map === undefined) return [];
        return [
          { ...map, state: change === 'delete' ? ('deleting' as const) : ('changing' as const) },
        ];
      });
    },
  };
}
