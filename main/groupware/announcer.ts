import { formatSourceUri } from '../../shared/model/source-uri.ts';
import type { Place } from '../../shared/model/source-uri.ts';
import type { Stop } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { CollectionRow, OriginRef } from '../store/sync-types.ts';
import type { ChangeRow, NewChange, Repositories } from '../store/types.ts';
import { logAnnounced } from './announcement-log.ts';
import type { CachedFinder } from './collections/finder.ts';
import { deviceIdOf, readOrigins } from './origins.ts';
import type { Announcer } from './types.ts';

/** What {@link createAnnouncer} needs. */
export interface AnnouncerDeps {
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly finder: Pick<CachedFinder, 'collectionWithin' | 'viewWithin'>;
  /** Called after the commit with what there is to plan, as the journal does with what it is told. */
  readonly onAppended: (changes: readonly ChangeRow[]) => void;
}

/** Devices and clients of which it is kept what the log calls them. */
const keptNames = 10_000;

/** Makes what tells the push engine that collections have changed. */
export function createAnnouncer(deps: AnnouncerDeps): Announcer & { readonly stop: Stop } {
  const { ids, events, finder } = deps;
  let known: ReadonlyMap<string, string> | undefined;
  let age = 0;
  const names = new Map<OriginRef, string>();

  const stop = events.subscribe(({ kind }) => {
    if (kind === 'device' || kind === 'pending') names.clear();
    if (kind !== 'account') return;
    known = undefined;
    age += 1;
  });

  /** What the log calls somebody; a session announces with every message. */
  async function nameWithin(tx: Repositories, origin: OriginRef): Promise<string> {
    const told = names.get(origin);
    if (told !== undefined) return told;
    const name = (await readOrigins(tx, [origin])).get(origin)?.name ?? '';
    if (names.size >= keptNames) names.clear();
    names.set(origin, name);
    return name;
  }

  /** Addresses of all accounts: a corporate collection concerns every one of them. */
  async function addressesWithin(tx: Repositories): Promise<ReadonlyMap<string, string>> {
    if (known !== undefined) return known;
    const before = age;
    const rows = await tx.accounts.list();
    const addresses = new Map(rows.map(({ id, address }) => [id, address]));
    if (before === age) known = addresses;
    return addresses;
  }

  /** By which place each account that sees the collection reaches it. */
  async function placesOf(
    tx: Repositories,
    collection: CollectionRow,
    accountIds: Iterable<string>,
  ): Promise<Map<string, Place>> {
    const { name, accountId: owner, shares } = collection;
    const places = new Map<string, Place>();
    if (owner === null) {
      for (const accountId of accountIds) places.set(accountId, { kind: 'corporate', name });
      return places;
    }
    places.set(owner, { kind: 'own', name });
    for (const { accountId } of shares) {
      const view = await finder.viewWithin(tx, accountId);
      const access = view?.byId(collection.id);
      if (access !== undefined) places.set(accountId, access.place);
    }
    return places;
  }

  return {
    async announce(tx, { collectionIds, origin, at }) {
      const addresses = await addressesWithin(tx);
      const rows: NewChange[] = [];
      for (const id of new Set(collectionIds)) {
        const collection = await finder.collectionWithin(tx, id);
        if (collection === undefined) continue;
        const { dataType } = collection;
        for (const [accountId, place] of await placesOf(tx, collection, addresses.keys())) {
          rows.push({
            traceId: ids.next(),
            accountId,
            dataType,
            folder: formatSourceUri({ dataType, place }),
            origin: journalOrigin(origin),
            source: isFromSession(origin) ? 'session' : 'console',
            at,
          });
        }
      }
      if (rows.length === 0) return () => undefined;
      const numbers = await tx.changes.append(rows);
      const who = await nameWithin(tx, origin);
      return () => {
        logAnnounced(deps.log, rows, addresses, who);
        deps.onAppended(rows.map((row, index) => ({ ...row, id: numbers[index] ?? 0 })));
      };
    },
    stop,
  };
}

/** A device goes by its id, so that it is not alerted of what it did itself. */
function journalOrigin(origin: OriginRef): string | null {
  return deviceIdOf(origin) ?? (isFromSession(origin) ? origin : null);
}

function isFromSession(origin: OriginRef): boolean {
  return origin !== 'admin' && origin !== 'server';
}
