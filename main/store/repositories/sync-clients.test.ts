import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/memory-store.ts';
import { accountRow, deviceRow } from '../testing/rows.ts';
import { clientRow, collectionRow, holdRow, mapRow, stateRow } from '../testing/sync-rows.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
  await store.accounts.insert(accountRow('anna'));
  await store.accounts.insert(accountRow('bob'));
  await store.collections.insert(collectionRow('contacts'));
  await store.devices.insert(deviceRow('nokia'));
  await store.devices.insert(deviceRow('other'));
});

afterEach(() => store.close());

const full = clientRow('phone', {
  deviceId: 'nokia',
  hardware: { manufacturer: 'Nokia', model: 'N78', softwareVersion: '' },
  deviceInfo: '{"man":"Nokia"}',
  nonce: 'bm9uY2U=',
  mismatchDeviceId: 'other',
  mismatchAt: 5,
});

describe('clients', () => {
  it('come back as they were stored, and as they were changed', async () => {
    await store.sync.insertClient(full);
    expect(await store.sync.getClient('phone')).toEqual(full);
    const after = { ...clientRow('phone'), isBlocked: true, isDismissed: true, lastSeenAt: 9 };
    await store.sync.updateClient(after);
    expect(await store.sync.getClient('phone')).toEqual(after);
    expect(await store.sync.getClient('none')).toBeUndefined();
  });

  it('are found by what they call themselves, to the letter, and by device', async () => {
    await store.sync.insertClient(full);
    await store.sync.insertClient(clientRow('bobs', { accountId: 'bob', syncId: 'IMEI:phone' }));
    const find = async (account: string, syncId: string) =>
      (await store.sync.findClient(account, syncId))?.id;
    expect(await find('anna', 'IMEI:phone')).toBe('phone');
    expect(await find('bob', 'IMEI:phone')).toBe('bobs');
    expect(await find('anna', 'imei:phone')).toBeUndefined();
    expect((await store.sync.clientOfDevice('nokia'))?.id).toBe('phone');
    expect(await store.sync.clientOfDevice('other')).toBeUndefined();
    expect((await store.sync.listClients()).map(({ id }) => id)).toEqual(['bobs', 'phone']);
    expect((await store.sync.listClients('anna')).map(({ id }) => id)).toEqual(['phone']);
  });

  it('are one for each name and for each device', async () => {
    await store.sync.insertClient(full);
    await expect(
      store.sync.insertClient(clientRow('twin', { syncId: full.syncId })),
    ).rejects.toMatchObject({ code: 'DUPLICATE', params: { field: 'syncId' } });
    await store.sync.insertClient(clientRow('second'));
    await expect(
      store.sync.updateClient(clientRow('second', { deviceId: 'nokia' })),
    ).rejects.toMatchObject({ code: 'DUPLICATE', params: { field: 'deviceId' } });
  });

  it('stay with all they know when their device is removed', async () => {
    await store.sync.insertClient(full);
    await store.sync.putState(stateRow());
    await store.sync.putMaps([mapRow('a')]);
    await store.devices.remove('nokia');
    await store.devices.remove('other');
    expect(await store.sync.getClient('phone')).toEqual({
      ...full,
      deviceId: null,
      mismatchDeviceId: null,
    });
    expect(await store.sync.getState('phone', 'contacts')).toEqual(stateRow());
    expect(await store.sync.countMaps('phone', 'contacts')).toBe(1);
  });

  it('that are reset keep who they are and nothing else', async () => {
    await store.sync.insertClient(full);
    await store.sync.insertClient(clientRow('second'));
    for (const clientId of ['phone', 'second']) {
      await store.sync.putState(stateRow({ clientId }));
      await store.sync.putMaps([mapRow('a', { clientId })]);
      await store.sync.insertHold(holdRow(`hold-${clientId}`, { clientId }));
    }
    await store.sync.resetClient('phone');
    expect(await store.sync.getClient('phone')).toEqual({
      ...full,
      hardware: null,
      deviceInfo: null,
      nonce: null,
    });
    expect(await store.sync.listStates('phone')).toEqual([]);
    expect(await store.sync.countMaps('phone', 'contacts')).toBe(0);
    expect((await store.sync.listHolds()).map(({ id }) => id)).toEqual(['hold-second']);
    expect(await store.sync.countMaps('second', 'contacts')).toBe(1);
  });
});

describe('states', () => {
  beforeEach(() => store.sync.insertClient(clientRow('phone')));

  it('come back as they were stored, and as they were replaced', async () => {
    expect(await store.sync.getState('phone', 'contacts')).toBeUndefined();
    const open = stateRow({
      clientAnchor: null,
      serverAnchor: null,
      openMode: 'slow',
      openAnchor: '21',
      openSince: 7,
      isResyncWanted: true,
      completedAt: null,
    });
    await store.sync.putState(open);
    expect(await store.sync.getState('phone', 'contacts')).toEqual(open);
    await store.sync.putState(stateRow({ deviceUri: 'card', round: 2 }));
    await store.sync.putState(stateRow({ datastore: 'notes' }));
    expect(await store.sync.listStates('phone')).toEqual([
      stateRow({ deviceUri: 'card', round: 2 }),
      stateRow({ datastore: 'notes' }),
    ]);
  });

  it('are none where only items were mapped', async () => {
    await store.sync.putMaps([mapRow('a')]);
    expect(await store.sync.getState('phone', 'contacts')).toBeUndefined();
    expect(await store.sync.listStates('phone')).toEqual([]);
    await store.sync.putState(stateRow());
    expect(await store.sync.countMaps('phone', 'contacts')).toBe(1);
  });

  it('belong to a client that there is', async () => {
    await expect(store.sync.putState(stateRow({ clientId: 'none' }))).rejects.toThrow(
      'FOREIGN KEY',
    );
  });
});

describe('holds', () => {
  it('come back as they were stored, until they are removed', async () => {
    await store.sync.insertClient(clientRow('phone'));
    await store.sync.insertHold(holdRow('1'));
    await store.sync.insertHold(holdRow('2', { itemIds: [] }));
    expect(await store.sync.getHold('1')).toEqual(holdRow('1'));
    await store.sync.removeHold('1');
    expect(await store.sync.getHold('1')).toBeUndefined();
    expect(await store.sync.listHolds()).toEqual([holdRow('2', { itemIds: [] })]);
  });
});
