import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { Collection, CollectionShare } from '../../../shared/model/collection.ts';
import { formatSourceUri } from '../../../shared/model/source-uri.ts';
import type { AreaService } from '../../api/services.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { CollectionRow } from '../../store/sync-types.ts';
import type { Repositories, Store } from '../../store/types.ts';
import type { CollectionFinder } from '../types.ts';
import { foundCollection, refuseTakenName } from './collection-errors.ts';

/** What {@link createCollectionsArea} needs. */
export interface CollectionsAreaDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly finder: CollectionFinder;
}

/** Makes the area of the API that keeps the folders on the server. */
export function createCollectionsArea(deps: CollectionsAreaDeps): AreaService<'collections'> {
  const { store, clock, ids, events, log, finder } = deps;

  async function show(rows: readonly CollectionRow[]): Promise<Collection[]> {
    const usage = await store.collections.usage(rows.map(({ id }) => id));
    const addresses = await addressesOf(rows);
    return rows.map((row) => {
      const { items = 0, bytes = 0, changedAt = null } = usage.get(row.id) ?? {};
      return {
        ...row,
        shares: [...row.shares],
        accountAddress: addresses.get(row.accountId ?? '') ?? '',
        uri: uriOf(row),
        itemCount: items,
        bytes,
        changedAt,
      };
    });
  }

  async function addressesOf(rows: readonly CollectionRow[]): Promise<Map<string, string>> {
    const owners = new Set(rows.flatMap(({ accountId }) => accountId ?? []));
    const [only] = owners;
    if (only === undefined) return new Map();
    const accounts =
      owners.size === 1 ? [await store.accounts.get(only)] : await store.accounts.list();
    return new Map(
      accounts.flatMap((account) => (account === undefined ? [] : [[account.id, account.address]])),
    );
  }

  async function changed(
    row: CollectionRow,
    key: 'collection.created' | 'collection.updated' | 'collection.removed',
  ): Promise<Collection> {
    events.emit({ kind: 'collection', id: row.id });
    const [collection] = await show([row]);
    if (collection === undefined) throw new AppError('INTERNAL');
    log.write({
      level: 'info',
      area: 'sync',
      ...(row.accountId === null
        ? { key: `${key}-corporate`, params: { folder: collection.uri } }
        : {
            key,
            params: { folder: collection.uri, account: collection.accountAddress },
            accountId: row.accountId,
          }),
    });
    return collection;
  }

  return {
    async list(input) {
      const accountId = input?.accountId;
      if (accountId === undefined)
        return { collections: await show(await store.collections.list()) };
      const visible = await finder.visible(accountId);
      return { collections: await show(visible.map(({ collection }) => collection)) };
    },

    async create({ accountId, dataType, name = '', corporateAccess }) {
      if (accountId !== null) {
        // Its main folders are there before anything is put beside them.
        const visible = await finder.visible(accountId);
        if (visible.length === 0) throw invalidField('accountId', 'unknown');
        if (corporateAccess !== undefined) throw invalidField('corporateAccess', 'invalid');
      }
      const row: CollectionRow = {
        id: ids.next(),
        accountId,
        dataType,
        name,
        corporateAccess: accountId === null ? (corporateAccess ?? 'read') : null,
        shares: [],
        createdAt: clock.now(),
      };
      await store.collections.insert(row).catch(refuseTakenName);
      return changed(row, 'collection.created');
    },

    async update({ id, ...input }) {
      const row = await store
        .transaction(async (tx) => {
          const before = foundCollection(await tx.collections.get(id), id);
          const row = changedRow(before, input);
          if (input.shares !== undefined) await checkShares(tx, row);
          await tx.collections.update(row);
          return row;
        })
        .catch(refuseTakenName);
      return changed(row, 'collection.updated');
    },

    async remove({ id }) {
      const row = foundCollection(await store.collections.get(id), id);
      // Devices come by their account's main folders whether they are there or not.
      if (row.accountId !== null && row.name === '') {
        throw new AppError('IN_USE', { params: { kind: 'collection', id } });
      }
      await store.collections.remove(id);
      await changed(row, 'collection.removed');
      return { done: true };
    },
  };
}

/** What a client of the owner writes. */
function uriOf({ accountId, dataType, name }: CollectionRow): string {
  return formatSourceUri({
    dataType,
    place: { kind: accountId === null ? 'corporate' : 'own', name },
  });
}

function changedRow(
  before: CollectionRow,
  input: {
    readonly name?: string | undefined;
    readonly corporateAccess?: 'read' | 'write' | undefined;
    readonly shares?: readonly CollectionShare[] | undefined;
  },
): CollectionRow {
  const isCorporate = before.accountId === null;
  if (input.name !== undefined && (input.name === '') !== (before.name === '')) {
    // A main folder has no name, and a named one cannot become it.
    throw invalidField('name', input.name === '' ? 'required' : 'invalid');
  }
  if (input.corporateAccess !== undefined && !isCorporate) {
    throw invalidField('corporateAccess', 'invalid');
  }
  if (input.shares !== undefined && input.shares.length > 0 && isCorporate) {
    throw invalidField('shares', 'invalid');
  }
  return {
    ...before,
    name: input.name ?? before.name,
    corporateAccess: input.corporateAccess ?? before.corporateAccess,
    shares: input.shares ?? before.shares,
  };
}

async function checkShares(
  tx: Repositories,
  { accountId: owner, shares }: CollectionRow,
): Promise<void> {
  const named = new Set<string>();
  for (const [index, { accountId }] of shares.entries()) {
    const path = `shares.${String(index)}.accountId`;
    if (accountId === owner) throw invalidField(path, 'invalid');
    if (named.has(accountId)) throw invalidField(path, 'duplicate');
    if ((await tx.accounts.get(accountId)) === undefined) throw invalidField(path, 'unknown');
    named.add(accountId);
  }
}
