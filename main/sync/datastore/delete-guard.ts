import type { ItemWrite, PreparedItem } from '../../groupware/types.ts';
import type { HoldRow, ItemMapRow, ItemRow } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import { readContent } from './known-items.ts';
import type { DatastoreScope } from './scope.ts';

/** An item that the client wants to be gone. */
export interface Deletion {
  readonly row: ItemRow;
  readonly map: ItemMapRow;
}

/** What holding deletions takes, beside marking those of this message. */
export interface Holding {
  readonly hold: HoldRow;
  /** Whether the hold is in the store already. */
  readonly isKnown: boolean;
  /** Items that were deleted earlier in this session: they come back, until the admin decides. */
  readonly writes: readonly ItemWrite[];
  readonly maps: readonly ItemMapRow[];
}

/** Counts what a session deletes in each collection, and tells when it is too much. */
export interface DeleteGuard {
  /** Undefined where the deletions may be carried out. Changes nothing by itself. */
  judge(
    from: Repositories,
    collectionId: string,
    deletions: readonly Deletion[],
  ): Promise<Holding | undefined>;
  /** The deletions were carried out. */
  carriedOut(collectionId: string, deletions: readonly Deletion[]): void;
  /** They are held, and so are those before and behind them. */
  held(collectionId: string, hold: HoldRow): void;
}

/** Guards against a client that lost its data and takes that for the user's wish. */
export function createDeleteGuard(scope: DatastoreScope): DeleteGuard {
  const { deps, party, target } = scope;
  /** Map rows of what was deleted in this session, by collection. */
  const done = new Map<string, ItemMapRow[]>();
  const holds = new Map<string, HoldRow>();

  /** Of a session that broke: what it says again belongs to what it said before. */
  async function earlierHold(
    from: Repositories,
    collectionId: string,
  ): Promise<HoldRow | undefined> {
    if (!scope.isRepeat) return undefined;
    const all = await from.sync.listHolds();
    return all.find(
      (hold) =>
        hold.clientId === party.client.id &&
        hold.datastore === target.key &&
        hold.collectionId === collectionId,
    );
  }

  async function isTooMuch(
    from: Repositories,
    collectionId: string,
    count: number,
    carriedOut: number,
  ): Promise<number | undefined> {
    const { holdDeletesItems, holdDeletesPercent } = deps.settings();
    if (holdDeletesItems === 0 || count <= holdDeletesItems) return undefined;
    const total = (await from.items.countLive([collectionId])) + carriedOut;
    return count > (total * holdDeletesPercent) / 100 ? total : undefined;
  }

  return {
    async judge(from, collectionId, deletions) {
      const before = done.get(collectionId) ?? [];
      const known = holds.get(collectionId) ?? (await earlierHold(from, collectionId));
      const ids = deletions.map(({ row }) => row.id);
      if (known !== undefined) {
        const itemIds = [...new Set([...known.itemIds, ...ids])];
        return { hold: { ...known, itemIds }, isKnown: true, writes: [], maps: [] };
      }
      const count = before.length + deletions.length;
      const total = await isTooMuch(from, collectionId, count, before.length);
      if (total === undefined) return undefined;
      const rows = await from.items.getMany(before.map(({ itemId }) => itemId));
      const gone = rows.filter(({ deletedAt }) => deletedAt !== null);
      const maps = new Map(before.map((map) => [map.itemId, map]));
      return {
        hold: {
          id: deps.ids.next(),
          clientId: party.client.id,
          accountId: party.accountId,
          sessionId: party.sessionId,
          datastore: target.key,
          collectionId,
          itemIds: [...gone.map(({ id }) => id), ...ids],
          total,
          at: deps.clock.now(),
        },
        isKnown: false,
        writes: gone.map((row) => ({
          kind: 'update',
          row,
          item: preparedOf(row),
          reason: 'restored',
        })),
        maps: gone.flatMap(({ id }) => {
          const map = maps.get(id);
          return map === undefined ? [] : [{ ...map, state: 'held' as const }];
        }),
      };
    },
    carriedOut(collectionId, deletions) {
      if (deletions.length === 0) return;
      const before = done.get(collectionId) ?? [];
      done.set(collectionId, [...before, ...deletions.map(({ map }) => map)]);
    },
    held(collectionId, hold) {
      holds.set(collectionId, hold);
      done.delete(collectionId);
    },
  };
}

/** A stored item as it was prepared when it was stored. */
export function preparedOf(row: ItemRow): PreparedItem {
  const { content, title, subtitle, fingerprint, matchKeys, lookupKeys } = row;
  return {
    item: readContent(row),
    content,
    title,
    subtitle,
    fingerprint,
    matchKeys,
    lookupKeys,
  };
}
