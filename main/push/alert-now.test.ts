import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffice } from './testing/office.ts';
import type { Office } from './testing/office.ts';

describe('an alert that the admin asks for', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  it('goes at once, with all ticked folders, whatever quiet hours, cap and switch say', async () => {
    const device = await office.addDevice({
      hourlyCap: 1,
      quietHours: { from: '00:00', to: '23:59', timeZone: 'UTC' },
    });
    await office.push().push.setActive({ active: false });
    for (let count = 0; count < 2; count += 1) {
      const alert = await office.push().alertNow({ id: device.id });
      expect(alert).toMatchObject({ state: 'queued', reason: 'manual', changeCount: 0 });
      expect(alert.folders.map(({ name }) => name)).toEqual(['contacts', 'events']);
      await office.sendAll();
    }
    expect(await office.messages()).toHaveLength(2);
    expect(office.handOvers).toEqual(['enqueued', 'begun', 'enqueued', 'begun']);
    expect(office.lines.map(({ key }) => key)).toContain('alert.manual');
  });

  it('names only the folders that it is asked for', async () => {
    const device = await office.addDevice();
    const events = device.folders.find(({ name }) => name === 'events')?.id ?? '';
    const alert = await office.push().alertNow({ id: device.id, folderIds: [events] });
    expect(alert.folders.map(({ name }) => name)).toEqual(['events']);
  });

  it('is refused where it could not reach the phone', async () => {
    const { alertNow } = office.push();
    const ios = await office.addDevice({ clientType: 'ios' });
    const off = await office.addDevice({ pushEnabled: false });
    const mute = await office.addDevice({ number: null });
    const good = await office.addDevice();
    const unticked = await office.addDevice({ folders: [] });
    const codes: [string, Parameters<typeof alertNow>[0]][] = [
      ['NOT_FOUND', { id: 'nobody' }],
      ['PUSH_NOT_POSSIBLE', { id: ios.id }],
      ['PUSH_NOT_POSSIBLE', { id: off.id }],
      ['NUMBER_MISSING', { id: mute.id }],
      ['NO_FOLDER_ENABLED', { id: unticked.id }],
      ['NO_FOLDER_ENABLED', { id: good.id, folderIds: [] }],
      ['INVALID_INPUT', { id: good.id, folderIds: ['another'] }],
    ];
    for (const [code, input] of codes) {
      await expect(alertNow(input)).rejects.toMatchObject({ code });
    }
    office.hasGateway = false;
    await expect(alertNow({ id: good.id })).rejects.toMatchObject({ code: 'NO_GATEWAY' });
    expect(await office.alerts()).toEqual([]);
  });
});
