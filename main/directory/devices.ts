import { clientType } from '../../shared/catalogue/client-types.ts';
import type { Device } from '../../shared/model/device.ts';
import { AppError, invalidField } from '../../shared/model/errors.ts';
import type { LogParams } from '../../shared/model/log-entry.ts';
import type { AreaService } from '../api/services.ts';
import type { LogKey } from '../../shared/i18n/en/log.ts';
import type { DeviceRow } from '../store/types.ts';
import { createDeviceView } from './device-view.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { duplicateField, refuseDuplicate } from './duplicate-field.ts';
import { catalogueFolders, changedFolders, foldersOfNewDevice } from './folders.ts';
import { foldersOfOtherClient } from './folders.ts';
import { forMany } from './many.ts';
import { normaliseNumber } from './phone-number.ts';

type Change = Parameters<AreaService<'devices'>['update']>[0];

/** Makes the area of the API that keeps devices. */
export function createDevices(deps: DirectoryDeps): AreaService<'devices'> {
  const { store, clock, ids, events, log, push } = deps;
  const view = createDeviceView(deps);

  async function find(id: string): Promise<DeviceRow> {
    const row = await store.devices.get(id);
    if (row === undefined) throw new AppError('NOT_FOUND', { params: { kind: 'device', id } });
    return row;
  }

  async function show(row: DeviceRow): Promise<Device> {
    const [device] = await view.show([row]);
    if (device === undefined) throw new AppError('NOT_FOUND', { params: { kind: 'device' } });
    return device;
  }

  /** Null and the empty text are no number; another device's number is refused. */
  async function freeNumber(text: string | null | undefined, own?: string): Promise<string | null> {
    if (text === null || text === undefined || text === '') return null;
    const number = normaliseNumber(text);
    const holder = await store.devices.getByNumber(number);
    if (holder !== undefined && holder.id !== own) throw duplicateField('number');
    return number;
  }

  function changed(row: DeviceRow, key: LogKey, params: LogParams = {}): void {
    log.write({
      level: 'info',
      area: 'system',
      key,
      params: { device: row.name, ...params },
      accountId: row.accountId,
      deviceId: row.id,
    });
    events.emit({ kind: 'device', id: row.id });
  }

  async function save(row: DeviceRow): Promise<void> {
    await store.devices.update(row).catch(refuseDuplicate('name'));
  }

  async function setPaused(id: string, isPaused: boolean): Promise<DeviceRow> {
    const before = await find(id);
    if ((before.pausedBy !== null) === isPaused) return before;
    const row: DeviceRow = {
      ...before,
      pausedBy: isPaused ? 'admin' : null,
      updatedAt: clock.now(),
    };
    await save(row);
    changed(row, isPaused ? 'device.paused' : 'device.resumed');
    return row;
  }

  async function remove(id: string): Promise<void> {
    const row = await find(id);
    const account = await store.accounts.get(row.accountId);
    await store.devices.remove(id);
    changed(row, 'device.removed', { account: account?.address ?? '' });
    events.emit({ kind: 'account', id: row.accountId });
  }

  return {
    async create(input) {
      const account = await store.accounts.get(input.accountId);
      if (account === undefined) throw invalidField('accountId', 'unknown');
      const { isPossible } = clientType(input.clientType).push;
      const now = clock.now();
      const row: DeviceRow = {
        id: ids.next(),
        accountId: input.accountId,
        name: input.name,
        clientType: input.clientType,
        number: await freeNumber(input.number),
        pushEnabled: isPossible && (input.pushEnabled ?? true),
        pausedBy: null,
        quietHours: knownZone(input.quietHours ?? null),
        mergeWindowMs: input.mergeWindowMs ?? null,
        hourlyCap: input.hourlyCap ?? null,
        folders:
          input.folders === undefined
            ? catalogueFolders(input.clientType, ids)
            : foldersOfNewDevice(input.clientType, input.folders, ids),
        createdAt: now,
        updatedAt: now,
      };
      await store.devices.insert(row).catch(refuseDuplicate('name'));
      changed(row, 'device.created', { account: account.address });
      events.emit({ kind: 'account', id: row.accountId });
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
      const before = await find(input.id);
      const row = changedDevice(
        before,
        input,
        input.number === undefined ? before.number : await freeNumber(input.number, before.id),
        deps,
      );
      await save(row);
      const names = Object.keys(input).filter((name) => name !== 'id');
      changed(row, 'device.updated', { names });
      return await show(row);
    },

    async remove({ id }) {
      await remove(id);
      return { done: true };
    },

    alertNow: ({ id, folderIds }) => push.alertNow({ id, folderIds }),
    setPaused: async ({ id, paused }) => await show(await setPaused(id, paused)),
    alertNowMany: ({ ids: many }) => forMany(many, (id) => push.alertNow({ id })),
    setPausedMany: ({ ids: many, paused }) => forMany(many, (id) => setPaused(id, paused)),
    removeMany: ({ ids: many }) => forMany(many, remove),
  };
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
    quietHours: knownZone(given(input.quietHours, before.quietHours)),
    mergeWindowMs: given(input.mergeWindowMs, before.mergeWindowMs),
    hourlyCap: given(input.hourlyCap, before.hourlyCap),
    folders: changedFolders(type, folders, input.folders ?? [], removed, ids),
    updatedAt: clock.now(),
  };
}

/** Null is a value of its own ("follow the engine"); only what was left out stays as it was. */
function given<Value>(value: Value | undefined, before: Value): Value {
  return value === undefined ? before : value;
}

function knownZone(hours: DeviceRow['quietHours']): DeviceRow['quietHours'] {
  if (hours === null) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: hours.timeZone });
    return hours;
  } catch {
    throw invalidField('quietHours.timeZone', 'unknown');
  }
}
