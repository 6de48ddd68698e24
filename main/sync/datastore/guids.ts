import { createHash } from 'node:crypto';
import type { Repositories } from '../../store/types.ts';
import { storeOf } from './content-choice.ts';
import { datastoreLimits } from './limits.ts';
import type { DatastoreTarget } from './resolve-uri.ts';
import type { SyncParty } from './types.ts';

/** Octets that a GUID may have for a client; undefined when it takes any. */
function longestGuid(
  party: SyncParty,
  datastore: { readonly deviceUri: string; readonly target: DatastoreTarget },
): number | undefined {
  const { deviceInfo } = party;
  if (deviceInfo === undefined) return undefined;
  const { deviceUri, target } = datastore;
  const size = storeOf(deviceInfo, { deviceUri, dataType: target.dataType })?.maxGuidSize;
  return size === undefined || size < datastoreLimits.shortestGuid ? undefined : size;
}

/** The same, worked out again only when the client has told something else of itself. */
export function createLongestGuid(
  party: SyncParty,
  datastore: Parameters<typeof longestGuid>[1],
): () => number | undefined {
  let known = party.deviceInfo;
  let longest = longestGuid(party, datastore);
  return () => {
    if (party.deviceInfo !== known) {
      known = party.deviceInfo;
      longest = longestGuid(party, datastore);
    }
    return longest;
  };
}

/**
 * The id under which a client is sent an item (DevInf MaxGUIDSize): the item's own, or where that is
 * too long one made from it, so that it is the same in every session until the client has mapped it.
 */
export function guidOf(itemId: string, longest: number | undefined): string {
  if (longest === undefined || itemId.length <= longest) return itemId;
  const digest = createHash('sha256').update(itemId).digest();
  const number = BigInt(`0x${digest.subarray(0, 16).toString('hex')}`);
  return number.toString(36).padStart(25, '0').slice(-Math.min(longest, 25));
}

/** Where the map of a client's datastore lies. */
export interface MapPlace {
  readonly clientId: string;
  readonly datastore: string;
  readonly collectionIds: readonly string[];
}

/**
 * Stores what a client calls the items that it was sent (OMA DS protocol 1.2 §"Map"). False for a
 * GUID that nobody has sent it. `short` knows the items behind GUIDs of this session that are not
 * their ids.
 */
export async function storeMaps(
  tx: Repositories,
  place: MapPlace,
  pairs: readonly { readonly guid: string; readonly luid: string }[],
  short: ReadonlyMap<string, string>,
): Promise<boolean[]> {
  const { clientId, datastore } = place;
  const idOf = (guid: string): string => short.get(guid) ?? guid;
  const maps = new Map(
    await tx.sync.mapsByItem(
      clientId,
      datastore,
      pairs.map(({ guid }) => idOf(guid)),
    ),
  );
  const strange = pairs.filter(({ guid }) => !maps.has(idOf(guid)));
  const found = await findShort(tx, place, new Set(strange.map(({ guid }) => guid)));
  if (found.size > 0) {
    const more = await tx.sync.mapsByItem(clientId, datastore, [...found.values()]);
    for (const [itemId, map] of more) maps.set(itemId, map);
  }
  const itemOf = (guid: string): string => found.get(guid) ?? idOf(guid);

  const changed = pairs.flatMap(({ guid, luid }) => {
    const map = maps.get(itemOf(guid));
    if (map === undefined || luid === '' || (map.luid === luid && map.state === 'ok')) return [];
    return [{ ...map, luid, state: 'ok' as const }];
  });
  if (changed.length > 0) await tx.sync.putMaps(changed);
  return pairs.map(({ guid, luid }) => luid !== '' && maps.has(itemOf(guid)));
}

/** Items of an earlier session that were sent under GUIDs which are not their ids. */
async function findShort(
  tx: Repositories,
  { clientId, datastore, collectionIds }: MapPlace,
  guids: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const lengths = new Set([...guids].map(({ length }) => length));
  let afterItemId: string | null = null;
  while (found.size < guids.size) {
    // Above the highest revision there is nothing but what is on its way.
    const page = await tx.sync.listOutgoing({
      kind: 'changes',
      clientId,
      datastore,
      collectionIds,
      revision: Number.MAX_SAFE_INTEGER,
      round: 0,
      afterItemId,
      limit: datastoreLimits.outgoingPage,
    });
    for (const { itemId } of page) {
      for (const length of lengths) {
        const guid = guidOf(itemId, length);
        if (guid !== itemId && guids.has(guid)) found.set(guid, itemId);
      }
    }
    const last = page.at(-1);
    if (last === undefined || page.length < datastoreLimits.outgoingPage) break;
    afterItemId = last.itemId;
  }
  return found;
}
