import { AppError } from '../../shared/model/errors.ts';
import type { Hold } from '../../shared/model/session.ts';
import { formatSourceUri } from '../../shared/model/source-uri.ts';
import type { AreaService } from '../api/services.ts';
import type { Announcer, CollectionFinder, ItemWriter } from '../groupware/types.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { HoldRow, ItemMapRow } from '../store/sync-types.ts';
import type { Repositories, Store } from '../store/types.ts';
import { clientName } from './registry/client-name.ts';

/** Titles that are shown of what is to be deleted. */
const TITLES = 5;
/** Items in one transaction. */
const AT_ONCE = 300;

/** What {@link createHolds} needs. */
export interface HoldsDeps {
  readonly store: Store;
  readonly finder: CollectionFinder;
  readonly writer: ItemWriter;
  readonly announcer: Announcer;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: LogWriter;
  /** Wakes a device to fetch what was kept; one that cannot be woken gets it whenever it comes. */
  readonly alertDevice: (deviceId: string) => Promise<void>;
}

/** Makes the area `holds`: mass deletions that wait for an admin. */
export function createHolds(deps: HoldsDeps): AreaService<'holds'> {
  const { store, finder, events } = deps;

  async function uriOf(hold: HoldRow): Promise<Pick<Hold, 'dataType' | 'collectionUri'>> {
    const visible = await finder.visible(hold.accountId);
    const found = visible.find(({ collection }) => collection.id === hold.collectionId);
    const row = found?.collection ?? (await store.collections.get(hold.collectionId));
    const dataType = row?.dataType ?? 'contacts';
    const place = found?.place ?? { kind: 'own', name: row?.name ?? '' };
    return { dataType, collectionUri: formatSourceUri({ dataType, place }) };
  }

  async function show(hold: HoldRow): Promise<Hold> {
    const client = await store.sync.getClient(hold.clientId);
    const deviceId = client?.deviceId ?? null;
    const device = deviceId === null ? undefined : await store.devices.get(deviceId);
    const account = await store.accounts.get(hold.accountId);
    const first = await store.items.getMany(hold.itemIds.slice(0, TITLES));
    return {
      id: hold.id,
      accountId: hold.accountId,
      accountAddress: account?.address ?? '',
      deviceId,
      deviceName: device?.name ?? (client === undefined ? '' : clientName(client)),
      sessionId: hold.sessionId,
      collectionId: hold.collectionId,
      ...(await uriOf(hold)),
      count: hold.itemIds.length,
      total: hold.total,
      titles: first.map(({ title }) => title),
      at: hold.at,
    };
  }

  /** What of a hold still waits: the client may have sent some of it again. */
  async function waiting(tx: Repositories, hold: HoldRow, ids: readonly string[]) {
    const maps = await tx.sync.mapsByItem(hold.clientId, hold.datastore, ids);
    return [...maps.values()].filter(({ state }) => state === 'held');
  }

  async function deleteAll(hold: HoldRow): Promise<number> {
    let count = 0;
    for (const ids of slices(hold.itemIds)) {
      const afterCommit = await store.transaction(async (tx) => {
        const held = (await waiting(tx, hold, ids)).map(({ itemId }) => itemId);
        const rows = (await tx.items.getMany(held)).filter(({ deletedAt }) => deletedAt === null);
        const at = deps.clock.now();
        const by = { origin: 'admin', at };
        const writes = rows.map((row) => ({ kind: 'delete', row }) as const);
        if (writes.length > 0) await deps.writer.write(tx, writes, by);
        await tx.sync.removeMaps(hold.clientId, hold.datastore, held);
        count += rows.length;
        if (rows.length === 0) return () => undefined;
        return await deps.announcer.announce(tx, { collectionIds: [hold.collectionId], ...by });
      });
      afterCommit();
    }
    return count;
  }

  async function keepAll(hold: HoldRow): Promise<number> {
    let count = 0;
    for (const ids of slices(hold.itemIds)) {
      await store.transaction(async (tx) => {
        const held = await waiting(tx, hold, ids);
        // As an Add that was not mapped yet it goes out with the next session, whatever its revision.
        const again = held.map((map): ItemMapRow => {
          return { ...map, luid: null, revision: 0, state: 'adding' };
        });
        await tx.sync.putMaps(again);
        count += again.length;
      });
    }
    return count;
  }

  return {
    async list() {
      const rows = await store.sync.listHolds();
      return { holds: await Promise.all(rows.map(show)) };
    },

    async decide({ id, decision }) {
      const hold = await store.sync.getHold(id);
      if (hold === undefined) throw new AppError('NOT_FOUND', { params: { what: 'hold', id } });
      const shown = await show(hold);
      const count = decision === 'delete' ? await deleteAll(hold) : await keepAll(hold);
      await store.sync.removeHold(id);
      deps.log.write({
        level: 'info',
        area: 'sync',
        key: decision === 'delete' ? 'sync.hold-deleted' : 'sync.hold-kept',
        params: { client: shown.deviceName, folder: shown.collectionUri, count },
        accountId: shown.accountId,
        deviceId: shown.deviceId,
      });
      events.emit({ kind: 'hold', id });
      if (decision === 'delete') events.emit({ kind: 'item', id: null });
      else if (shown.deviceId !== null && count > 0) await alertIfPossible(shown.deviceId);
      return { done: true };
    },
  };

  /** What was decided is done: a device that cannot be alerted gets its items when it comes by itself. */
  async function alertIfPossible(deviceId: string): Promise<void> {
    try {
      await deps.alertDevice(deviceId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

function* slices(ids: readonly string[]): Iterable<readonly string[]> {
  for (let start = 0; start < ids.length; start += AT_ONCE) yield ids.slice(start, start + AT_ONCE);
}
