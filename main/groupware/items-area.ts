import { AppError } from '../../shared/model/errors.ts';
import type { ItemDetail, ItemSummary } from '../../shared/model/item.ts';
import { parsePlace } from '../../shared/model/source-uri.ts';
import type { DataType } from '../../shared/model/words.ts';
import type { AreaService } from '../api/services.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { CollectionRow, ItemRow, ItemVersionRow } from '../store/sync-types.ts';
import type { Repositories, Store } from '../store/types.ts';
import type { Item } from './content/index.ts';
import { itemFieldsOf } from './fields/item-fields.ts';
import { readOrigins } from './origins.ts';
import { prepareItem } from './prepare-item.ts';
import type { Announcer, CollectionFinder, ItemWrite, ItemWriter } from './types.ts';

/** What {@link createItemsArea} needs. */
export interface ItemsAreaDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: Events;
  readonly finder: CollectionFinder;
  readonly writer: ItemWriter;
  readonly announcer: Announcer;
  /** IANA zone that local times mean where the account has none of its own. */
  readonly timeZone: () => string;
}

/** Makes the area of the API that shows what lies on the server, and brings it back. */
export function createItemsArea(deps: ItemsAreaDeps): AreaService<'items'> {
  const { store, clock, events, finder, writer, announcer } = deps;

  async function detail(row: ItemRow): Promise<ItemDetail> {
    const { dataType } = foundItem(await store.collections.get(row.collectionId), row.id);
    const origins = await readOrigins(store, [row.origin]);
    const { content } = row;
    return {
      ...summaryOf({ ...row, bytes: Buffer.byteLength(content) }, dataType, origins),
      ...readable(content),
    };
  }

  /** Makes one change in the name of the admin, and tells everybody. */
  async function write(
    id: string,
    plan: (row: ItemRow, tx: Repositories) => Promise<ItemWrite | undefined>,
  ): Promise<ItemRow> {
    const { row, tell } = await store.transaction(async (tx) => {
      const before = foundItem(await tx.items.get(id), id);
      const wanted = await plan(before, tx);
      if (wanted === undefined) return { row: before, tell: undefined };
      const by = { origin: 'admin', at: clock.now() };
      const [row = before] = await writer.write(tx, [wanted], by);
      if (row.revision === before.revision) return { row, tell: undefined };
      const tell = await announcer.announce(tx, { ...by, collectionIds: [row.collectionId] });
      return { row, tell };
    });
    if (tell !== undefined) {
      tell();
      events.emit({ kind: 'item', id });
    }
    return row;
  }

  async function zoneOf(tx: Repositories, collectionId: string): Promise<string> {
    const collection = await tx.collections.get(collectionId);
    const owner = collection?.accountId ?? null;
    const account = owner === null ? undefined : await tx.accounts.get(owner);
    return account?.timeZone ?? deps.timeZone();
  }

  return {
    async list({ accountId, dataType, folder = '', ...query }) {
      const found = await finder.find(accountId, dataType, parsePlace(folder));
      if (found === undefined) {
        if ((await store.accounts.get(accountId)) === undefined) {
          throw new AppError('UNKNOWN_ACCOUNT', { params: { account: accountId } });
        }
        throw new AppError('UNKNOWN_FOLDER', { params: { account: accountId, folder } });
      }
      const { text, withDeleted = false, offset = 0, limit = 10_000 } = query;
      const collectionIds = [found.collection.id];
      const page = { collectionIds, text, withDeleted, offset, limit };
      const { items, total } = await store.items.listSummaries(page);
      const origins = await readOrigins(
        store,
        items.map(({ origin }) => origin),
      );
      return { items: items.map((row) => summaryOf(row, dataType, origins)), total };
    },

    get: async ({ id }) => detail(foundItem(await store.items.get(id), id)),

    async history({ id }) {
      const row = foundItem(await store.items.get(id), id);
      const versions = await store.items.listVersions(id);
      const origins = await readOrigins(
        store,
        versions.map(({ origin }) => origin),
      );
      return {
        versions: versions.map((version) => ({
          version: version.version,
          reason: version.reason,
          at: version.at,
          origin: origins.get(version.origin) ?? unknownOrigin,
          title: version.title,
          isCurrent: version.revision === row.revision,
          ...readable(version.content),
        })),
      };
    },

    async restore({ id, version }) {
      const row = await write(id, async (before, tx) => {
        const wanted = chooseVersion(before, await tx.items.listVersions(id), version);
        const item = JSON.parse(wanted.content) as Item;
        const zone = await zoneOf(tx, before.collectionId);
        return { kind: 'update', row: before, item: prepareItem(item, zone), reason: 'restored' };
      });
      return detail(row);
    },

    async remove({ id }) {
      await write(id, (row) => Promise.resolve({ kind: 'delete', row }));
      return { done: true };
    },
  };
}

type Origins = Awaited<ReturnType<typeof readOrigins>>;

const unknownOrigin = { kind: 'server', deviceId: null, name: '' } as const;

function summaryOf(
  row: Omit<ItemSummary, 'dataType' | 'origin'> & { readonly origin: string },
  dataType: DataType,
  origins: Origins,
): ItemSummary {
  const { id, collectionId, kind, title, subtitle, revision, bytes } = row;
  return {
    id,
    collectionId,
    dataType,
    kind,
    title,
    subtitle,
    revision,
    origin: origins.get(row.origin) ?? unknownOrigin,
    bytes,
    createdAt: row.createdAt,
    modifiedAt: row.modifiedAt,
    deletedAt: row.deletedAt,
  };
}

function readable(content: string): Pick<ItemDetail, 'fields' | 'content'> {
  const item = JSON.parse(content) as Item;
  return { fields: itemFieldsOf(item), content: { ...item } };
}

/**
 * The version to bring back: the one that is named, else the last that the item was before the
 * current one. What lost a conflict is brought back only by its number.
 */
function chooseVersion(
  row: ItemRow,
  versions: readonly ItemVersionRow[],
  wanted: number | undefined,
): ItemVersionRow {
  const found = versions.find(({ version, revision, reason }) =>
    wanted === undefined
      ? revision !== null && revision < row.revision && reason !== 'deleted'
      : version === wanted,
  );
  if (found !== undefined) return found;
  const params = { kind: 'version', id: row.id, version: wanted ?? 0 };
  throw new AppError('NOT_FOUND', { params });
}

function foundItem<Value extends ItemRow | CollectionRow>(
  value: Value | undefined,
  id: string,
): Value {
  if (value === undefined) throw new AppError('NOT_FOUND', { params: { kind: 'item', id } });
  return value;
}
