import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AlertReason, AlertState } from '../../shared/model/alert.ts';
import type { DeviceRow } from '../store/types.ts';
import { openOffice } from './testing/office.ts';
import type { Office } from './testing/office.ts';

const hour = 3_600_000;

describe('dispatching', () => {
  let office: Office;
  beforeEach(async () => {
    // A Monday, nine o'clock in UTC.
    office = await openOffice(Date.UTC(2026, 0, 5, 9));
  });
  afterEach(() => office.close());

  const pass = async (ms: number): Promise<void> => {
    await office.clock.advance(ms);
    await office.push().idle();
  };
  const states = async (): Promise<[AlertState, AlertReason | null][]> =>
    (await office.alerts()).map(({ state, reason }) => [state, reason]);

  const impossible: [AlertReason, Partial<DeviceRow>][] = [
    ['paused-by-admin', { pausedBy: 'admin' }],
    ['paused-by-device', { pausedBy: 'device' }],
    ['push-off', { pushEnabled: false }],
    ['push-not-possible', { clientType: 'ios' }],
    ['no-number', { number: null }],
  ];
  it.each(impossible)('suppresses an alert for the reason %s', async (reason, device) => {
    await office.addDevice(device);
    await office.report('contacts');
    await pass(5_000);
    expect(await states()).toEqual([['suppressed', reason]]);
    expect(await office.messages()).toEqual([]);
    expect(office.lines).toContainEqual(
      expect.objectContaining({ key: 'alert.suppressed', params: { device: 'phone 1', reason } }),
    );
  });

  it('suppresses an alert whose folders are unticked before it goes', async () => {
    const device = await office.addDevice();
    await office.report('contacts');
    await office.changeDevice(device, {
      folders: device.folders.map((folder) => ({ ...folder, enabled: false })),
    });
    await pass(5_000);
    expect(await states()).toEqual([['suppressed', 'no-folder']]);
  });

  it('suppresses an alert to a device that is gone', async () => {
    const device = await office.addDevice();
    await office.report('contacts');
    await office.store.devices.remove(device.id);
    office.events.emit({ kind: 'device', id: device.id });
    await pass(5_000);
    expect(await states()).toEqual([['suppressed', 'device-removed']]);
  });

  it('uses the names and sync types that the folders have when it goes', async () => {
    const device = await office.addDevice();
    await office.report('contacts');
    await office.changeDevice(device, {
      folders: device.folders.map((folder) =>
        folder.dataType === 'contacts'
          ? { ...folder, name: 'People', syncType: 'refresh-from-server' }
          : folder,
      ),
    });
    await pass(5_000);
    expect((await office.alerts())[0]?.folders).toMatchObject([
      { name: 'People', syncType: 'refresh-from-server' },
    ]);
  });

  it('takes messages out of the queue again when the store refuses them', async () => {
    await office.addDevice();
    await office.report('contacts');
    const store = office.store.transaction.bind(office.store);
    const refusing = vi.spyOn(office.store, 'transaction').mockImplementationOnce((work) =>
      store(async (tx) => {
        await work(tx);
        throw new Error('disk full');
      }),
    );
    await pass(5_000);
    expect(office.handOvers).toEqual(['enqueued', 'dropped']);
    expect(await office.messages()).toEqual([]);
    refusing.mockRestore();
    await pass(1_000);
    expect(office.handOvers.slice(2)).toEqual(['enqueued', 'begun']);
    expect(await office.messages()).toHaveLength(1);
  });

  it('keeps alerts while push is off, and sends them as one when it is on again', async () => {
    const { push } = office.push();
    await office.addDevice();
    await push.setActive({ active: false });
    await office.report('contacts');
    await pass(hour);
    await office.report('calendar');
    await pass(hour);
    expect(await states()).toEqual([['planned', 'engine-off']]);
    await push.setActive({ active: true });
    await office.push().idle();
    expect((await office.messages()).length).toBe(1);
    expect((await office.alerts())[0]?.folders.map(({ name }) => name)).toEqual([
      'contacts',
      'events',
    ]);
  });

  it('keeps alerts while there is no way out, and sends them when there is one', async () => {
    office.hasGateway = false;
    await office.addDevice();
    await office.report('contacts');
    await pass(hour);
    expect(await states()).toEqual([['planned', 'no-gateway']]);
    office.hasGateway = true;
    office.events.emit({ kind: 'gateway', id: 'gateway-1' });
    await office.push().idle();
    expect(await states()).toEqual([['queued', null]]);
  });

  it('sends what quiet hours have held back as one alert when they end', async () => {
    await office.addDevice({ quietHours: { from: '08:00', to: '10:00', timeZone: 'UTC' } });
    await office.report('contacts');
    await pass(0.5 * hour);
    await office.report('calendar');
    expect(await states()).toEqual([['planned', 'quiet-hours']]);
    await pass(0.5 * hour - 1);
    expect(await office.messages()).toEqual([]);
    await pass(1);
    expect(await states()).toEqual([['queued', null]]);
    expect(await office.messages()).toHaveLength(1);
    const waits = office.lines.filter(({ key }) => key === 'alert.waiting-quiet');
    expect(waits).toHaveLength(1);
    expect(waits[0]?.params).toMatchObject({ until: Date.UTC(2026, 0, 5, 10) });
  });

  it('sends at once when the quiet hours are taken away', async () => {
    const quietHours = { from: '08:00', to: '10:00', timeZone: 'UTC' };
    const device = await office.addDevice({ quietHours });
    await office.report('contacts');
    await pass(60_000);
    await office.changeDevice(device, { quietHours: null });
    expect(await states()).toEqual([['queued', null]]);
  });

  it('suppresses what quiet hours hold when the device is paused meanwhile', async () => {
    const device = await office.addDevice({
      quietHours: { from: '08:00', to: '10:00', timeZone: 'UTC' },
    });
    await office.report('contacts');
    await pass(60_000);
    await office.changeDevice(device, { pausedBy: 'admin' });
    expect(await states()).toEqual([['suppressed', 'paused-by-admin']]);
  });

  it('keeps to the cap of alerts an hour, over a restart as well', async () => {
    await office.addDevice({ hourlyCap: 2, mergeWindowMs: 0 });
    for (let count = 0; count < 5; count += 1) {
      await office.report('contacts');
      await office.sendAll();
      await pass(60_000);
    }
    expect(await states()).toEqual([
      ['sent', null],
      ['sent', null],
      ['planned', 'hourly-cap'],
    ]);
    await office.restart();
    await pass(50 * 60_000);
    expect((await states()).at(-1)).toEqual(['planned', 'hourly-cap']);
    // What is read back is rounded by five minutes towards waiting.
    await pass(15 * 60_000);
    expect((await states()).at(-1)).toEqual(['queued', null]);
  });

  it('gives an alert up that could not go in time', async () => {
    office.hasGateway = false;
    await office.addDevice();
    await office.report('contacts');
    await pass(24 * hour - 1);
    expect(await states()).toEqual([['planned', 'no-gateway']]);
    await pass(1);
    expect(await states()).toEqual([['expired', 'too-old']]);
  });

  it('replaces an alert that still waits for a gateway and is covered by a newer one', async () => {
    await office.addDevice({ mergeWindowMs: 0 });
    await office.report('contacts');
    await office.report('calendar');
    await office.report('contacts');
    expect(await states()).toEqual([
      ['expired', 'superseded'],
      ['queued', null],
      ['queued', null],
    ]);
    expect((await office.messages()).map(({ state }) => state)).toEqual([
      'expired',
      'queued',
      'queued',
    ]);
  });

  it('leaves an alert alone that has left, or that a restart found in the queue', async () => {
    await office.addDevice({ mergeWindowMs: 0 });
    await office.report('contacts');
    await office.sendAll();
    await office.report('contacts');
    expect(await states()).toEqual([
      ['sent', null],
      ['queued', null],
    ]);
    await office.restart();
    await office.report('contacts');
    expect(await states()).toEqual([
      ['sent', null],
      ['expired', 'superseded'],
      ['queued', null],
    ]);
  });

  it('sends hundreds that fall due together, each once', async () => {
    for (let count = 0; count < 230; count += 1) await office.addDevice();
    await office.report('contacts');
    await pass(5_000);
    await office.report('calendar');
    await pass(5_000);
    const alerts = await office.alerts();
    expect(alerts).toHaveLength(460);
    expect(new Set(alerts.map(({ state }) => state))).toEqual(new Set(['queued']));
    const { total } = await office.store.messages.list({ limit: 1 });
    expect(total).toBe(460);
    expect(office.lines.length).toBeLessThan(100);
  });
});
