import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffice } from './testing/office.ts';
import type { Office } from './testing/office.ts';

describe('planning', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  const pass = async (ms: number): Promise<void> => {
    await office.clock.advance(ms);
    await office.push().idle();
  };
  const namesOf = async (): Promise<string[][]> =>
    (await office.alerts()).map(({ folders }) => folders.map(({ name }) => name));

  it('gathers changes for five seconds into one alert that names each folder once', async () => {
    await office.addDevice();
    await office.report('contacts');
    await pass(2_000);
    await office.report('calendar');
    await office.report('contacts');
    await pass(2_999);
    expect(await office.messages()).toEqual([]);
    await pass(1);
    expect(await namesOf()).toEqual([['contacts', 'events']]);
    const [alert] = await office.alerts();
    expect(alert).toMatchObject({ state: 'queued', changeCount: 3, sessionId: 1 });
    expect(alert?.traceIds).toHaveLength(3);
    expect(await office.messages()).toHaveLength(1);
    expect(office.handOvers).toEqual(['enqueued', 'begun']);
  });

  it('counts the window from the first change, however many follow', async () => {
    await office.addDevice();
    for (let second = 0; second < 12; second += 1) {
      await office.report('contacts');
      await pass(1_000);
    }
    const ages = (await office.alerts()).map(({ dueAt, createdAt }) => dueAt - createdAt);
    expect(ages).toEqual([5_000, 5_000, 5_000]);
  });

  it.each([0, 1_000, 30_000])('waits %i ms where the device says so', async (mergeWindowMs) => {
    await office.addDevice({ mergeWindowMs });
    await office.report('contacts');
    if (mergeWindowMs > 0) {
      await pass(mergeWindowMs - 1);
      expect(await office.messages()).toEqual([]);
      await pass(1);
    }
    expect(await office.messages()).toHaveLength(1);
  });

  it('alerts every device of the account but the one that made the change', async () => {
    const one = await office.addDevice();
    const other = await office.addDevice();
    await office.addDevice({ accountId: 'somebody-else' });
    await office.report('contacts', { origin: one.id });
    await pass(5_000);
    expect((await office.alerts()).map(({ deviceId }) => deviceId)).toEqual([other.id]);
    await office.report('contacts', { origin: `device:${other.id}` });
    await pass(5_000);
    expect((await office.alerts()).map(({ deviceId }) => deviceId)).toEqual([other.id, one.id]);
  });

  it('names only ticked folders', async () => {
    const device = await office.addDevice();
    await office.changeDevice(device, {
      folders: device.folders.map((folder) => ({ ...folder, enabled: folder.name === 'events' })),
    });
    await office.report('contacts');
    await office.report('calendar');
    await pass(5_000);
    expect(await namesOf()).toEqual([['events']]);
  });

  it('finds a folder by the name that one device has for it, and the others by what it holds', async () => {
    const nokia = await office.addDevice({ clientType: 'nokia' });
    const funambol = await office.addDevice({ clientType: 'funambol' });
    await office.report('scal', { dataType: 'calendar' });
    await pass(5_000);
    const alerts = await office.alerts();
    expect(
      alerts.map(({ deviceId, folders }) => [deviceId, folders.map(({ name }) => name)]),
    ).toEqual([
      [nokia.id, ['Calendar']],
      [funambol.id, ['scal']],
    ]);
  });

  it('says so when no device waits for a change', async () => {
    await office.addDevice();
    await office.report('briefcase');
    expect(office.lines).toContainEqual(
      expect.objectContaining({
        key: 'change.no-device',
        params: { account: 'ada@example.org', folder: 'briefcase' },
      }),
    );
    expect(await office.alerts()).toEqual([]);
  });

  it('never makes two alerts to a device alike', async () => {
    await office.addDevice({ mergeWindowMs: 0 });
    for (let count = 0; count < 5; count += 1) {
      await office.report('contacts');
      await office.sendAll();
    }
    const messages = await office.messages();
    expect(new Set(messages.map(({ parts }) => JSON.stringify(parts))).size).toBe(5);
  });

  it('plans a change that was written while the engine stood still', async () => {
    await office.addDevice();
    await office.report('contacts');
    await office.restart();
    await office.report('calendar');
    await pass(5_000);
    expect(await namesOf()).toEqual([['contacts', 'events']]);
    await office.restart();
    await pass(60_000);
    expect(await office.messages()).toHaveLength(1);
  });

  it('does not put an alert off when the clock is set back', async () => {
    await office.addDevice();
    await office.store.changes.append([
      {
        traceId: 'from-tomorrow',
        accountId: 'account-ada',
        dataType: 'contacts',
        folder: 'contacts',
        origin: null,
        source: 'api',
        at: office.clock.now() + 86_400_000,
      },
    ]);
    office.push().wake();
    await office.push().idle();
    await pass(5_000);
    expect(await office.messages()).toHaveLength(1);
  });
});
