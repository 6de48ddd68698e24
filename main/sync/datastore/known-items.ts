import type { Item } from '../../groupware/content/index.ts';
import type { ItemMapRow, ItemRow } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import type { DecodedChange } from './decode-changes.ts';
import type { SeenVersion } from './device-time.ts';
import type { DatastoreScope } from './scope.ts';

/** An item that the client has an id of. */
export interface KnownItem {
  readonly map: ItemMapRow;
  /** Undefined when it is gone for good. */
  readonly row: ItemRow | undefined;
  /** The version that the client has; undefined when nobody knows any more. */
  readonly seen: SeenVersion | undefined;
}

/** What is known of the items that a message speaks of, by the client's ids. */
export type KnownItems = ReadonlyMap<string, KnownItem>;

/** Reads it, in three queries at most. */
export async function readKnown(
  scope: DatastoreScope,
  from: Repositories,
  changes: readonly DecodedChange[],
): Promise<KnownItems> {
  const luids = new Set<string>();
  for (const { change } of changes) {
    luids.add(change.luid);
    if (change.of !== undefined) luids.add(change.of);
  }
  const { client } = scope.party;
  const maps = await from.sync.mapsByLuid(client.id, scope.target.key, [...luids]);
  if (maps.size === 0) return new Map();
  const rows = await from.items.getMany([...maps.values()].map(({ itemId }) => itemId));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const older = [...maps.values()].filter(
    (map) => isFirm(map) && map.revision !== byId.get(map.itemId)?.revision,
  );
  const versions = await from.items.versionsAt(older);
  const known = new Map<string, KnownItem>();
  for (const [luid, map] of maps) {
    const row = byId.get(map.itemId);
    const version = versions.get(map.itemId);
    let seen: SeenVersion | undefined;
    if (isFirm(map) && row !== undefined && row.revision === map.revision) {
      seen = { item: readContent(row), at: row.modifiedAt };
    } else if (version !== undefined) {
      seen = { item: JSON.parse(version.content) as Item, at: version.at };
    }
    known.set(luid, { map, row, seen });
  }
  return known;
}

/** Whether the map tells what the client has: it does not where the client has turned it down. */
function isFirm({ revision, state }: ItemMapRow): boolean {
  return revision > 0 && state !== 'declined';
}

/** The inner form of a stored item. */
export function readContent({ content }: Pick<ItemRow, 'content'>): Item {
  return JSON.parse(content) as Item;
}
