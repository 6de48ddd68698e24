import { clientType } from '../../shared/catalogue/client-types.ts';
import type { Device } from '../../shared/model/device.ts';
import { invalidField } from '../../shared/model/errors.ts';
import type { LogParams } from '../../shared/model/log-entry.ts';
import type { AreaService } from '../api/services.ts';
import type { LogKey } from '../../shared/i18n/en/log.ts';
import type { DeviceRow, Repositories } from '../store/types.ts';
import { createDeviceClients } from './device-clients.ts';
import { foundDevice, noSuchDevice } from './device-errors.ts';
import { removeDeviceSecrets } from './device-secrets.ts';
import { createDeviceView } from './device-view.ts';
import type { DevicePairing, DirectoryDeps } from './directory-deps.ts';
import { refuseDuplicate } from './duplicate-field.ts';
import { changedFolders, foldersOfNewDevice, foldersOfOtherClient } from './folders.ts';
import { forMany, slices } from './many.ts';
import { normaliseNumber } from './phone-number.ts';
import { knownZone } from './time-zone.ts';

type Change = Parameters<AreaService<'devices'>['update']>[0];

/** Up to this many changed devices are told one by one. */
const FEW = 20;

/** Makes the area of the API that keeps devices. */
export function createDevices(deps: DirectoryDeps): AreaService<'devices'> {
  const { store, clock, ids, events, log, push } = deps;
  const view = createDeviceView(deps);

  async function find(id: string): Promise<DeviceRow> {
    return foundDevice(await store.devices.get(id), id);
  }

  async function show(row: DeviceRow): Promise<Device> {
    const [device] = await view.show([row]);
    return foundDevice(device, row.id);
  }

  function write(row: DeviceRow, key: LogKey, params: LogParams = {}): void {
    log.write({
      level: 'info',
      area: 'system',
      key,
      params: { device: row.name, ...params },
      accountId: row.accountId,
      deviceId: row.id,
    });
  }

  /** One by one for a few; for many, readers are told once to look at everything again. */
  function announce(kind: 'device' | 'account', ids: Iterable<string>): void {
    const changed = new Set(ids);
    if (changed.size > FEW) events.emit({ kind, id: null });
    else for (const id of changed) events.emit({ kind, id });
  }

  async function setPaused(many: readonly string[], isPaused: boolean): Promise<DeviceRow[]> {
    const all: DeviceRow[] = [];
    const changed: string[] = [];
    for await (const slice of slices(many)) {
      const rows = await store.transaction((tx) => pauseIn(tx, slice, isPaused, clock.now()));
      for (const { row, isChanged } of rows) {
        all.push(row);
        if (!isChanged) continue;
        write(row, isPaused ? 'device.paused' : 'device.resumed');
        changed.push(row.id);
      }
    }
    announce('device', changed);
    return all;
  }

  async function remove(many: readonly string[]): Promise<number> {
    const removed: DeviceRow[] = [];
    for await (const slice of slices(many)) {
      const rows = await store.transaction((tx) => removeIn(tx, slice, deps.pairing, clock.now()));
      for (const { row, address, cleared } of rows) {
        removed.push(row);
        cleared();
        write(row, 'device.removed', { account: address });
      }
    }
    announce(
      'device',
      removed.map((row) => row.id),
    );
    announce(
      'account',
      removed.map((row) => row.accountId),
    );
    return removed.length;
  }

  return {
    async create(input) {
      const { isPossible } = clientType(input.clientType).push;
      const now = clock.now();
      const row: DeviceRow = {
        id: ids.next(),
        accountId: input.accountId,
        name: input.name,
        clientType: input.clientType,
        number: toNumber(input.number),
        pushEnabled: isPossible && (input.pushEnabled ?? true),
        pausedBy: null,
        quietHours: knownHours(input.quietHours ?? null),
        mergeWindowMs: input.mergeWindowMs ?? null,
        hourlyCap: input.hourlyCap ?? null,
        logMessages: input.logMessages ?? false,
        folders: foldersOfNewDevice(input.clientType, input.folders ?? [], ids),
        createdAt: now,
        updatedAt: now,
      };
      const { account, greeted } = await store
        .transaction(async (tx) => {
          const owner = await tx.accounts.get(input.accountId);
          if (owner === undefined) throw invalidField('accountId', 'unknown');
          await tx.devices.insert(row);
          return { account: owner, greeted: await deps.pairing.greet(tx, row) };
        })
        .catch(refuseDuplicate);
      write(row, 'device.created', { account: account.address });
      greeted();
      announce('device', [row.id]);
      announce('account', [row.accountId]);
      return await show(row);
    },

    async list(input) {
      const text = input?.text?.trim().toLowerCase() ?? '';
      const all = await view.show(await store.devices.list(input?.accountId));
      const devices = all.filter(
        (device) =>
          (input?.state === undefined || device.state === input.state) &&
          `${device.name}\n${device.accountAddress}\n${device.number ?? ''}`
            .toLowerCase()
            .includes(text),
      );
      return { devices: devices.slice(0, input?.limit ?? devices.length), total: devices.length };
    },

    get: async ({ id }) => await show(await find(id)),

    async update(input) {
      const number = input.number === undefined ? undefined : toNumber(input.number);
      const row = await store
        .transaction(async (tx) => {
          const before = foundDevice(await tx.devices.get(input.id), input.id);
          const after = changedDevice(before, input, given(number, before.number), deps);
          await tx.devices.update(after);
          return after;
        })
        .catch(refuseDuplicate);
      const names = Object.keys(input).filter((name) => name !== 'id');
      write(row, 'device.updated', { names });
      announce('device', [row.id]);
      return await show(row);
    },

    async remove({ id }) {
      if ((await remove([id])) === 0) throw noSuchDevice(id);
      return { done: true };
    },

    ...createDeviceClients({ ...deps, show: (rows) => view.show(rows), write }),

    alertNow: ({ id, folderIds }) => push.alertNow({ id, folderIds }),
    async setPaused({ id, paused }) {
      const [row] = await setPaused([id], paused);
      return await show(foundDevice(row, id));
    },
    alertNowMany: ({ ids: many }) => forMany(many, (id) => push.alertNow({ id })),
    async setPausedMany({ ids: many, paused }) {
      const done = (await setPaused(many, paused)).length;
      return { done, skipped: new Set(many).size - done };
    },
    async removeMany({ ids: many }) {
      const done = await remove(many);
      return { done, skipped: new Set(many).size - done };
    },
  };
}

/** Null and the empty text are no number. */
function toNumber(text: string | null | undefined): string | null {
  return text === null || text === undefined || text === '' ? null : normaliseNumber(text);
}

/** Pauses or resumes those that there are. */
async function pauseIn(
  tx: Repositories,
  ids: readonly string[],
  isPaused: boolean,
  now: number,
): Promise<{ row: DeviceRow; isChanged: boolean }[]> {
  const rows: { row: DeviceRow; isChanged: boolean }[] = [];
  for (const id of ids) {
    const before = await tx.devices.get(id);
    if (before === undefined) continue;
    // The admin's pause takes the place of the device's own, which the device could end by itself.
    const isChanged = isPaused ? before.pausedBy !== 'admin' : before.pausedBy !== null;
    const row: DeviceRow = isChanged
      ? { ...before, pausedBy: isPaused ? 'admin' : null, updatedAt: now }
      : before;
    if (isChanged) await tx.devices.update(row);
    rows.push({ row, isChanged });
  }
  return rows;
}

/** Removes those that there are. What they have synchronised stays. */
async function removeIn(
  tx: Repositories,
  ids: readonly string[],
  pairing: DevicePairing,
  now: number,
): Promise<{ row: DeviceRow; address: string; cleared: () => void }[]> {
  const removed: { row: DeviceRow; address: string; cleared: () => void }[] = [];
  for (const id of ids) {
    const row = await tx.devices.get(id);
    if (row === undefined) continue;
    const account = await tx.accounts.get(row.accountId);
    // Its client keeps all that it has synchronised, and waits for another device.
    const cleared = await pairing.clear(tx, row);
    await tx.devices.remove(id);
    await removeDeviceSecrets(tx, id, now);
    removed.push({ row, address: account?.address ?? '', cleared });
  }
  return removed;
}

function changedDevice(
  before: DeviceRow,
  input: Change,
  number: string | null,
  { clock, ids }: Pick<DirectoryDeps, 'clock' | 'ids'>,
): DeviceRow {
  const type = input.clientType ?? before.clientType;
  const folders =
    type === before.clientType
      ? before.folders
      : foldersOfOtherClient(before.clientType, type, before.folders, ids);
  const removed = input.removeFolderIds ?? [];
  return {
    ...before,
    name: input.name ?? before.name,
    clientType: type,
    number,
    pushEnabled: clientType(type).push.isPossible && (input.pushEnabled ?? before.pushEnabled),
    quietHours: knownHours(given(input.quietHours, before.quietHours)),
    mergeWindowMs: given(input.mergeWindowMs, before.mergeWindowMs),
    hourlyCap: given(input.hourlyCap, before.hourlyCap),
    logMessages: input.logMessages ?? before.logMessages,
    folders: changedFolders(type, folders, input.folders ?? [], removed, ids),
    updatedAt: clock.now(),
  };
}

/** Null is a value of its own ("follow the engine"); only what was left out stays as it was. */
function given<Value>(value: Value | undefined, before: Value): Value {
  return value === undefined ? before : value;
}

function knownHours(hours: DeviceRow['quietHours']): DeviceRow['quietHours'] {
  if (hours !== null) knownZone('quietHours.timeZone', hours.timeZone);
  return hours;
}
