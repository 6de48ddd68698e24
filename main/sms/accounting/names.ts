import type { CostGroup } from '../../../shared/model/sms-account.ts';
import type { Repositories } from '../../store/types.ts';

/** Where names of those who use SMS are looked up. */
export type NamesStore = Pick<
  Repositories,
  'accounts' | 'devices' | 'gateways' | 'smsUsers' | 'usage'
>;

/**
 * Names of gateways, accounts, devices or SMS users by their ids, those that are gone included as far
 * as they are remembered.
 */
export async function namesOf(
  store: NamesStore,
  by: Exclude<CostGroup, 'month'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(await store.usage.removedNames(ids));
  for (const [id, name] of await present(store, by)) names.set(id, name);
  return names;
}

async function present(
  store: NamesStore,
  by: Exclude<CostGroup, 'month'>,
): Promise<[id: string, name: string][]> {
  switch (by) {
    case 'gateway':
      return (await store.gateways.list()).map(({ id, name }) => [id, name]);
    case 'account':
      return (await store.accounts.list()).map(({ id, address }) => [id, address]);
    case 'device':
      return (await store.devices.list()).map(({ id, name }) => [id, name]);
    case 'user':
      return (await store.smsUsers.list()).map(({ id, name }) => [id, name]);
  }
}
