import type { Stop } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { CollectionRow } from '../../store/sync-types.ts';
import type { Repositories } from '../../store/types.ts';
import type { CollectionFinder } from '../types.ts';
import { readView } from './account-view.ts';
import type { AccountView } from './account-view.ts';
import { ensureMain } from './main-collections.ts';
import type { MainDeps } from './main-collections.ts';

/** A finder that keeps what it has found until something changes. */
export interface CachedFinder extends CollectionFinder {
  /**
   * What an account sees, within a transaction: from memory, or else read by `tx` (and then not kept,
   * as the transaction may come to nothing). Undefined where there is no such account.
   */
  viewWithin(tx: Repositories, accountId: string): Promise<AccountView | undefined>;
  /** A collection by its id, in the same way. */
  collectionWithin(tx: Repositories, id: string): Promise<CollectionRow | undefined>;
  stop: Stop;
}

/** Accounts of which it is kept what they see; an office has fewer. */
const keptAccounts = 2_000;

/** Makes the finder. */
export function createFinder(deps: MainDeps & { readonly events: Events }): CachedFinder {
  const { store, events } = deps;
  const kept = new Map<string, Promise<AccountView | undefined>>();
  const ready = new Map<string, AccountView>();
  const rows = new Map<string, CollectionRow>();

  function forget(): void {
    kept.clear();
    ready.clear();
    rows.clear();
  }

  const stop = events.subscribe(({ kind }) => {
    if (kind === 'collection' || kind === 'account') forget();
  });

  function keep(accountId: string, view: AccountView): void {
    ready.set(accountId, view);
    for (const { collection } of view.all) rows.set(collection.id, collection);
  }

  async function load(accountId: string): Promise<AccountView | undefined> {
    const view = await readView(store, accountId);
    if (view === undefined) return undefined;
    const known = view.all.map(({ collection }) => collection);
    return (await ensureMain(deps, accountId, known)) ? readView(store, accountId) : view;
  }

  function view(accountId: string): Promise<AccountView | undefined> {
    const known = kept.get(accountId);
    if (known !== undefined) return known;
    const loading = load(accountId);
    if (kept.size >= keptAccounts) forget();
    kept.set(accountId, loading);
    loading.then(
      (loaded) => {
        if (kept.get(accountId) !== loading) return;
        // An account that is not there may come, and nobody asks for it often.
        if (loaded === undefined) kept.delete(accountId);
        else keep(accountId, loaded);
      },
      () => {
        if (kept.get(accountId) === loading) kept.delete(accountId);
      },
    );
    return loading;
  }

  return {
    async find(accountId, dataType, place) {
      return (await view(accountId))?.find(dataType, place);
    },
    async visible(accountId) {
      return (await view(accountId))?.all ?? [];
    },
    viewWithin: (tx, accountId) =>
      ready.has(accountId) ? Promise.resolve(ready.get(accountId)) : readView(tx, accountId),
    collectionWithin: async (tx, id) => rows.get(id) ?? (await tx.collections.get(id)),
    stop,
  };
}
