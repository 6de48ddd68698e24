import { parseSourceUri } from '../../shared/model/source-uri.ts';
import type { DataType } from '../../shared/model/words.ts';
import { dataTypeSchema } from '../../shared/model/words.ts';
import type { Stop } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Store } from '../store/types.ts';

/** An account as a reporter of changes needs it. */
export interface KnownAccount {
  readonly id: string;
  readonly address: string;
}

/** Accounts and folder names in memory, so that a change needs no query before it is written. */
export interface AccountIndex {
  /** Resolves once what has changed since the last call is read; null when nothing has. */
  refresh(): Promise<void> | null;
  /** By e-mail address in any letter case, or by id. Call {@link refresh} first. */
  find(nameOrId: string): KnownAccount | undefined;
  /**
   * Data type of a data type's name in any letter case, of a device's folder by exact name, or of a
   * source URI (`events/shared/Team`).
   */
  folder(accountId: string, name: string): DataType | undefined | Promise<DataType | undefined>;
  /** Reads everything again before the next answer: what is in memory proved to be old. */
  forget(): void;
  stop: Stop;
}

/** Accounts whose folder names are kept; the names of others are read when they are asked for. */
const FOLDER_CACHE_SIZE = 2_000;

const dataTypes = new Map<string, DataType>(dataTypeSchema.options.map((name) => [name, name]));

/** Makes an index that follows the directory's events. */
export function createAccountIndex(store: Store, events: Events): AccountIndex {
  const byId = new Map<string, KnownAccount>();
  const byAddress = new Map<string, KnownAccount>();
  const folders = new Map<string, ReadonlyMap<string, DataType>>();
  const dirty = new Set<string>();
  let isStale = true;
  let reading: Promise<void> | null = null;

  const stop = events.subscribe(({ kind, id }) => {
    if (kind !== 'account' && kind !== 'device') return;
    folders.clear();
    if (kind === 'device') return;
    if (id === null) isStale = true;
    else dirty.add(id);
  });

  function keep(account: KnownAccount): void {
    byId.set(account.id, account);
    byAddress.set(account.address, account);
  }

  function drop(id: string): void {
    const account = byId.get(id);
    if (!account) return;
    byId.delete(id);
    if (byAddress.get(account.address) === account) byAddress.delete(account.address);
  }

  async function read(): Promise<void> {
    while (isStale || dirty.size > 0) {
      if (isStale) {
        // Marked as read before it is: an event that comes meanwhile counts.
        isStale = false;
        dirty.clear();
        try {
          const rows = await store.accounts.list();
          byId.clear();
          byAddress.clear();
          for (const { id, address } of rows) keep({ id, address });
        } catch (error) {
          isStale = true;
          throw error;
        }
        continue;
      }
      for (const id of [...dirty]) {
        dirty.delete(id);
        const row = await store.accounts.get(id);
        drop(id);
        if (row) keep({ id, address: row.address });
      }
    }
  }

  async function readFolder(accountId: string, name: string): Promise<DataType | undefined> {
    const names = new Map<string, DataType>();
    for (const device of await store.devices.list(accountId)) {
      for (const folder of device.folders) names.set(folder.name, folder.dataType);
    }
    if (folders.size >= FOLDER_CACHE_SIZE) folders.clear();
    folders.set(accountId, names);
    return meaning(names, name);
  }

  return {
    refresh() {
      if (!isStale && dirty.size === 0) return reading;
      reading ??= read().finally(() => {
        reading = null;
      });
      return reading;
    },
    find: (nameOrId) => byId.get(nameOrId) ?? byAddress.get(nameOrId.trim().toLowerCase()),
    folder(accountId, name) {
      const dataType = dataTypes.get(name.trim().toLowerCase());
      if (dataType !== undefined) return dataType;
      const names = folders.get(accountId);
      return names ? meaning(names, name) : readFolder(accountId, name);
    },
    forget() {
      isStale = true;
      folders.clear();
    },
    stop,
  };
}

/**
 * What a device calls so counts before the source URI that hosters tell. The names that clients use
 * as delivered mean nothing by themselves: a reporter that has one wrong is to hear of it.
 */
function meaning(names: ReadonlyMap<string, DataType>, name: string): DataType | undefined {
  const named = names.get(name);
  if (named !== undefined) return named;
  const head = name.split('/', 1)[0]?.toLowerCase() ?? '';
  const isHosters = dataTypes.has(head) || head === 'events';
  return isHosters ? parseSourceUri(name)?.dataType : undefined;
}
