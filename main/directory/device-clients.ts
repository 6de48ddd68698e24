import type { LogKey } from '../../shared/i18n/en/log.ts';
import type { Device, Folder } from '../../shared/model/device.ts';
import { invalidField } from '../../shared/model/errors.ts';
import type { LogParams } from '../../shared/model/log-entry.ts';
import { isSamePlace, parsePlace, placeOfFolder } from '../../shared/model/source-uri.ts';
import type { Place } from '../../shared/model/source-uri.ts';
import type { AreaService } from '../api/services.ts';
import type { CollectionRow } from '../store/sync-types.ts';
import type { DeviceRow, Repositories } from '../store/types.ts';
import { foundDevice } from './device-errors.ts';
import type { DirectoryDeps } from './directory-deps.ts';

/** What {@link createDeviceClients} needs. */
export interface DeviceClientsDeps extends DirectoryDeps {
  show(rows: readonly DeviceRow[]): Promise<Device[]>;
  write(row: DeviceRow, key: LogKey, params?: LogParams): void;
}

/** The part of the API's area of devices that is about the clients they are paired with. */
export function createDeviceClients({
  store,
  events,
  pairing,
  show,
  write,
}: DeviceClientsDeps): Pick<
  AreaService<'devices'>,
  'resync' | 'reset' | 'swapClients' | 'clearClient'
> {
  async function showOne(row: DeviceRow): Promise<Device> {
    return foundDevice((await show([row]))[0], row.id);
  }

  return {
    async resync({ id, folderId }) {
      const { row, names } = await store.transaction(async (tx) => {
        const row = foundDevice(await tx.devices.get(id), id);
        const folder = row.folders.find((one) => one.id === folderId);
        if (folderId !== undefined && folder === undefined)
          throw invalidField('folderId', 'unknown');
        await wantResync(tx, row, folder);
        const folders = folder === undefined ? row.folders : [folder];
        return { row, names: folders.map(({ name }) => name) };
      });
      write(row, 'device.resync', { folders: names });
      events.emit({ kind: 'device', id });
      return await showOne(row);
    },

    async reset({ id }) {
      const row = await store.transaction(async (tx) => {
        const row = foundDevice(await tx.devices.get(id), id);
        const client = await tx.sync.clientOfDevice(id);
        if (client !== undefined) await tx.sync.resetClient(client.id);
        return row;
      });
      write(row, 'device.reset');
      events.emit({ kind: 'device', id });
      return await showOne(row);
    },

    async swapClients({ id, otherId }) {
      if (id === otherId) throw invalidField('otherId', 'invalid');
      const { rows, swapped } = await store.transaction(async (tx) => {
        const row = foundDevice(await tx.devices.get(id), id);
        const other = foundDevice(await tx.devices.get(otherId), otherId);
        // A client signs in with its account's password: another account's data is not for it.
        if (other.accountId !== row.accountId) throw invalidField('otherId', 'unknown');
        return { rows: [row, other], swapped: await pairing.swap(tx, row, other) };
      });
      swapped();
      return { devices: await show(rows) };
    },

    async clearClient({ id }) {
      const { row, cleared } = await store.transaction(async (tx) => {
        const row = foundDevice(await tx.devices.get(id), id);
        return { row, cleared: await pairing.clear(tx, row) };
      });
      cleared();
      return await showOne(row);
    },
  };
}

/** Marks what the device's client has of the folder, or all that it has. */
async function wantResync(
  tx: Repositories,
  device: DeviceRow,
  folder: Folder | undefined,
): Promise<void> {
  const client = await tx.sync.clientOfDevice(device.id);
  // A client that has never been here compares everything at its first session anyway.
  if (client === undefined) return;
  for (const state of await tx.sync.listStates(client.id)) {
    if (folder !== undefined && !(await isOfFolder(tx, state.datastore, device, folder))) continue;
    await tx.sync.putState({ ...state, isResyncWanted: true });
  }
}

/** Whether one of a datastore's collections is the one that the folder stands for. */
async function isOfFolder(
  tx: Repositories,
  datastore: string,
  { accountId }: DeviceRow,
  folder: Folder,
): Promise<boolean> {
  for (const id of datastore.split('+')) {
    const collection = await tx.collections.get(id);
    if (collection?.dataType !== folder.dataType) continue;
    if (isSamePlace(placeOfCollection(collection, accountId), placeOfFolder(folder))) return true;
  }
  return false;
}

/** Where an account finds a collection. */
function placeOfCollection({ accountId, name }: CollectionRow, viewer: string): Place {
  if (accountId === viewer) return parsePlace(name);
  return { kind: accountId === null ? 'corporate' : 'shared', name };
}
