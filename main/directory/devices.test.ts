import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import { createDirectoryRig } from './testing/directory-rig.ts';
import type { DirectoryRig } from './testing/directory-rig.ts';

let rig: DirectoryRig;
let accountId: string;

beforeEach(async () => {
  rig = await createDirectoryRig();
  accountId = (await rig.accounts.create({ address: 'anna@example.org', displayName: 'Anna' })).id;
  rig.events.length = 0;
  rig.lines.length = 0;
});

afterEach(() => rig.store.close());

type NewDevice = Parameters<DirectoryRig['devices']['create']>[0];

let count = 0;
function create(input: Partial<NewDevice> = {}): Promise<Device> {
  count += 1;
  return rig.devices.create({
    accountId,
    name: `Phone ${count}`,
    clientType: 'nokia',
    pushEnabled: true,
    ...input,
  });
}

const refusal = (path: string, code: string, errorCode = 'INVALID_INPUT') =>
  expect.objectContaining({
    code: errorCode,
    fields: [expect.objectContaining({ path, code })],
  });

describe('a new device', () => {
  it('gets the folders of its client type with their usual ticks', async () => {
    const device = await create({ number: '+48 600 100 200' });
    expect(device).toMatchObject({
      accountAddress: 'anna@example.org',
      number: '+48600100200',
      channel: 'sms',
      state: 'working',
      reason: 'never-alerted',
    });
    expect(device.folders.map(({ name, syncType, enabled }) => [name, syncType, enabled])).toEqual([
      ['Contacts', 'two-way', true],
      ['Calendar', 'two-way', true],
      ['Notes', 'two-way', false],
      ['Inbox', 'two-way', false],
    ]);
    expect(await rig.devices.get({ id: device.id })).toEqual(device);
  });

  it('may say otherwise for some of its folders', async () => {
    const { folders } = await create({
      folders: [
        { dataType: 'contacts', name: 'Kontakte', enabled: false },
        { dataType: 'inbox', enabled: true, syncType: 'refresh-from-server' },
        { dataType: 'calendar', name: 'Work' },
        { dataType: 'calendar', name: 'Home' },
      ],
    });
    expect(folders.map(({ name, enabled, syncType }) => [name, enabled, syncType])).toEqual([
      ['Kontakte', false, 'two-way'],
      ['Work', true, 'two-way'],
      ['Notes', false, 'two-way'],
      ['Inbox', true, 'refresh-from-server'],
      ['Home', true, 'two-way'],
    ]);
  });

  it.each([
    ['not offered', [{ dataType: 'briefcase' as const }], 'folders.0.dataType', 'not-offered'],
    ['without a data type', [{ name: 'Mine' }], 'folders.0.dataType', 'required'],
    [
      'of a name that another has',
      [{ dataType: 'inbox' as const, name: 'Contacts' }],
      'folders.0.name',
      'duplicate',
    ],
  ])('is refused with a folder %s', async (_what, folders, path, code) => {
    await expect(create({ folders })).rejects.toThrow(refusal(path, code));
    expect(await rig.store.devices.count()).toBe(0);
  });

  it('takes folder names that differ in letter case alone, as phones do', async () => {
    const device = await create({ folders: [{ dataType: 'inbox', name: 'contacts' }] });
    expect(device.folders.map(({ name }) => name)).toContain('contacts');
  });

  it('has no push where its client type cannot be alerted, and says why', async () => {
    expect(await create({ clientType: 'sony-ericsson', number: '+48600100200' })).toMatchObject({
      pushEnabled: false,
      state: 'off',
      reason: 'push-not-possible',
    });
  });

  it('is refused a name or a number that is taken, beside the field', async () => {
    await create({ name: 'Phone', number: '+48600100200' });
    await expect(create({ name: 'Phone' })).rejects.toThrow(
      refusal('name', 'duplicate', 'DUPLICATE'),
    );
    await expect(create({ number: '0048 600 100 200' })).rejects.toThrow(
      refusal('number', 'duplicate', 'DUPLICATE'),
    );
  });

  it('may have the name of a device of another account', async () => {
    const other = await rig.accounts.create({ address: 'bob@example.org', displayName: '' });
    await create({ name: 'Phone' });
    expect(await create({ accountId: other.id, name: 'Phone' })).toMatchObject({ name: 'Phone' });
  });

  it('is refused for an account that is not there', async () => {
    await expect(create({ accountId: 'nobody' })).rejects.toThrow(refusal('accountId', 'unknown'));
  });

  it('is refused quiet hours in a zone that nobody knows', async () => {
    const quietHours = { from: '22:00', to: '06:00', timeZone: 'Europe/Atlantis' };
    await expect(create({ quietHours })).rejects.toThrow(refusal('quietHours.timeZone', 'unknown'));
  });

  it('is told in the log and to the readers', async () => {
    const device = await create({ name: 'Nokia' });
    expect(rig.lines).toEqual([
      expect.objectContaining({
        key: 'device.created',
        params: { device: 'Nokia', account: 'anna@example.org' },
        accountId,
        deviceId: device.id,
      }),
    ]);
    expect(rig.events).toEqual([
      { kind: 'device', id: device.id },
      { kind: 'account', id: accountId },
    ]);
  });

  it('is virtual while a simulator answers for its number', async () => {
    rig.surroundings.hasSimulator = true;
    expect((await create({ number: '+48600100200' })).isVirtual).toBe(true);
    expect((await create()).isVirtual).toBe(false);
  });
});

describe('a change to a device', () => {
  it('leaves alone what it does not name', async () => {
    const before = await create({ number: '+48600100200', hourlyCap: 3 });
    await rig.clock.advance(1_000);
    const after = await rig.devices.update({ id: before.id, name: 'New name' });
    expect(after).toEqual({ ...before, name: 'New name', updatedAt: before.updatedAt + 1_000 });
  });

  it('ticks one folder, adds one and takes one away', async () => {
    const before = await create();
    const [contacts, calendar, notes] = before.folders;
    const { folders } = await rig.devices.update({
      id: before.id,
      folders: [
        { id: notes?.id, enabled: true },
        { dataType: 'calendar', name: 'Home' },
      ],
      removeFolderIds: [contacts?.id ?? ''],
    });
    expect(folders.map(({ name, enabled }) => [name, enabled])).toEqual([
      ['Calendar', true],
      ['Notes', true],
      ['Inbox', false],
      ['Home', true],
    ]);
    expect(folders[0]?.id).toBe(calendar?.id);
    expect((await rig.devices.get({ id: before.id })).folders).toEqual(folders);
  });

  it('swaps the names of two folders', async () => {
    const before = await create();
    const [first, second] = before.folders;
    const { folders } = await rig.devices.update({
      id: before.id,
      folders: [
        { id: first?.id, name: second?.name },
        { id: second?.id, name: first?.name },
      ],
    });
    expect(folders.slice(0, 2).map(({ name }) => name)).toEqual(['Calendar', 'Contacts']);
  });

  it('of the client type replaces folders that nobody has touched', async () => {
    const before = await create({ folders: [{ dataType: 'calendar', name: 'Work' }] });
    const after = await rig.devices.update({ id: before.id, clientType: 'synthesis' });
    expect(after.folders.map(({ name, enabled }) => [name, enabled]).sort()).toEqual([
      ['Work', true],
      ['contacts', true],
      ['emails', false],
      ['notes', false],
      ['tasks', false],
    ]);
  });

  it('of the client type switches push off where it is not possible', async () => {
    const { id } = await create();
    expect(await rig.devices.update({ id, clientType: 'ios' })).toMatchObject({
      pushEnabled: false,
      reason: 'push-not-possible',
    });
  });

  it('keeps its own number and may give it up', async () => {
    const { id } = await create({ number: '+48600100200' });
    expect((await rig.devices.update({ id, number: '+48 600100200' })).number).toBe('+48600100200');
    expect((await rig.devices.update({ id, number: null })).number).toBeNull();
  });

  it('is refused for a folder that the device does not have', async () => {
    const { id } = await create();
    await expect(
      rig.devices.update({ id, folders: [{ id: 'nothing', enabled: true }] }),
    ).rejects.toThrow(refusal('folders.0.id', 'unknown'));
  });

  it('does not lose what another change at the same time has set', async () => {
    const { id } = await create();
    await Promise.all([
      rig.devices.update({ id, name: 'Renamed' }),
      rig.devices.update({ id, hourlyCap: 7 }),
    ]);
    expect(await rig.devices.get({ id })).toMatchObject({ name: 'Renamed', hourlyCap: 7 });
  });
});

describe('a pause', () => {
  it('is shown, and ends', async () => {
    const { id } = await create({ number: '+48600100200' });
    expect(await rig.devices.setPaused({ id, paused: true })).toMatchObject({
      state: 'paused',
      reason: 'paused-by-admin',
    });
    expect(await rig.devices.setPaused({ id, paused: false })).toMatchObject({ state: 'working' });
  });

  it('of the admin takes the place of one by the device', async () => {
    const { id } = await create();
    const row = await rig.store.devices.get(id);
    if (row) await rig.store.devices.update({ ...row, pausedBy: 'device' });
    expect(await rig.devices.setPaused({ id, paused: true })).toMatchObject({ pausedBy: 'admin' });
  });
});

describe('many devices at once', () => {
  it('are paused with one notice to the readers', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 60; index += 1) ids.push((await create()).id);
    rig.events.length = 0;
    expect(await rig.devices.setPausedMany({ ids: [...ids, 'nobody'], paused: true })).toEqual({
      done: 60,
      skipped: 1,
    });
    expect(rig.events).toEqual([{ kind: 'device', id: null }]);
    expect((await rig.devices.list({ state: 'paused', limit: 10 })).total).toBe(60);
  });

  it('are alerted, and those that cannot be are counted', async () => {
    const [one, other] = [await create(), await create()];
    rig.refusing.add(one.id);
    expect(await rig.devices.alertNowMany({ ids: [one.id, other.id] })).toEqual({
      done: 1,
      skipped: 1,
    });
    expect(rig.alerted).toEqual([other.id]);
  });

  it('are removed', async () => {
    const [one, other] = [await create(), await create()];
    expect(await rig.devices.removeMany({ ids: [one.id, 'nobody'] })).toEqual({
      done: 1,
      skipped: 1,
    });
    expect((await rig.devices.list({ limit: 10 })).devices.map(({ id }) => id)).toEqual([other.id]);
  });
});

describe('the list of devices', () => {
  it('is narrowed down by account, state and text', async () => {
    const bob = await rig.accounts.create({ address: 'bob@example.org', displayName: '' });
    await create({ name: 'Nokia', number: '+48600100200' });
    await create({ name: 'Second', accountId: bob.id });
    const names = async (input: Parameters<DirectoryRig['devices']['list']>[0]) =>
      (await rig.devices.list(input)).devices.map(({ name }) => name);
    expect(await names({ limit: 9, accountId: bob.id })).toEqual(['Second']);
    expect(await names({ limit: 9, state: 'attention' })).toEqual(['Second']);
    expect(await names({ limit: 9, text: 'NOKIA' })).toEqual(['Nokia']);
    expect(await names({ limit: 9, text: 'bob@' })).toEqual(['Second']);
    expect(await names({ limit: 9, text: '600100' })).toEqual(['Nokia']);
    expect(await names(undefined)).toHaveLength(2);
  });
});

it('says that a device is not there', async () => {
  const missing = expect.objectContaining({ code: 'NOT_FOUND' });
  await expect(rig.devices.get({ id: 'nobody' })).rejects.toThrow(missing);
  await expect(rig.devices.update({ id: 'nobody', name: 'x' })).rejects.toThrow(missing);
  await expect(rig.devices.remove({ id: 'nobody' })).rejects.toThrow(missing);
  await expect(rig.devices.setPaused({ id: 'nobody', paused: true })).rejects.toThrow(missing);
});
