import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openOffice } from './testing/office.ts';
import type { Office } from './testing/office.ts';

describe('the push engine', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  const pass = async (ms: number): Promise<void> => {
    await office.clock.advance(ms);
    await office.push().idle();
  };

  describe('settings', () => {
    it('outlive a restart, and the password is told only as set', async () => {
      await office.push().push.updateSettings({ mergeWindowMs: 0, serverPassword: 'fnbl' });
      await office.restart();
      expect(await office.push().push.settings({})).toEqual({
        active: true,
        mergeWindowMs: 0,
        hourlyCap: 3_600,
        maxAlertAgeMs: 86_400_000,
        serverId: 'Pushdesk',
        uiMode: 'background',
        hasServerPassword: true,
      });
      expect(JSON.stringify(office.lines)).not.toContain('fnbl');
      await office.push().push.updateSettings({ serverPassword: '' });
      expect((await office.push().push.settings({})).hasServerPassword).toBe(false);
      expect(await office.store.secrets.names()).toEqual(new Set());
    });

    it('say in the log what was changed, and nothing when nothing was', async () => {
      await office.push().push.updateSettings({ mergeWindowMs: 5_000 });
      await office.push().push.updateSettings({ hourlyCap: 5, uiMode: 'informative' });
      const changed = office.lines.filter(({ key }) => key === 'push.settings-changed');
      expect(changed.map(({ params }) => params)).toEqual([{ names: ['hourlyCap', 'uiMode'] }]);
    });
  });

  it('tells how it is doing', async () => {
    await office.addDevice({ mergeWindowMs: 0 });
    await office.addDevice();
    await office.addDevice({ clientType: 'ios', mergeWindowMs: 0 });
    await office.report('contacts');
    await office.sendAll();
    await office.report('contacts');
    expect(await office.push().push.status({})).toEqual({
      active: true,
      state: 'working',
      planned: 1,
      queued: 1,
      sentToday: 1,
      deliveredToday: 0,
      failedToday: 0,
      suppressedToday: 2,
      changesToday: 2,
      lastChangeAt: office.clock.now(),
    });
    office.hasGateway = false;
    expect((await office.push().push.status({})).state).toBe('attention');
    expect((await office.push().push.setActive({ active: false })).state).toBe('off');
  });

  it('tries again when the store fails, and neither loses nor doubles anything', async () => {
    await office.addDevice();
    const transaction = vi.spyOn(office.store, 'transaction');
    transaction.mockRejectedValueOnce(new Error('disk full'));
    transaction.mockRejectedValueOnce(new Error('disk full'));
    await office.report('contacts');
    expect(await office.alerts()).toEqual([]);
    expect(office.lines.filter(({ key }) => key === 'system.fault')).toHaveLength(1);
    await pass(5_000);
    expect(await office.messages()).toHaveLength(1);
    expect((await office.alerts())[0]).toMatchObject({ changeCount: 1, state: 'queued' });
  });

  it('stops without leaving a timer behind', async () => {
    await office.addDevice();
    await office.report('contacts');
    const messages = await office.messages();
    await office.restart();
    await office.restart();
    await pass(60_000);
    expect((await office.messages()).length - messages.length).toBe(1);
  });

  describe('the trace of a change', () => {
    it('shows the way to each phone, with every octet decoded', async () => {
      await office.addDevice({ mergeWindowMs: 0 });
      await office.addDevice({ clientType: 'ios', mergeWindowMs: 0 });
      await office.report('contacts');
      await office.sendAll();
      const [alert] = await office.alerts();
      const trace = await office.push().traces.get({ id: alert?.traceId ?? '' });
      expect(trace.changes).toMatchObject([
        { folder: 'contacts', accountAddress: 'ada@example.org' },
      ]);
      expect(trace.branches).toHaveLength(2);
      const [sent, suppressed] = trace.branches;
      expect(sent?.steps.map(({ kind, state, key }) => [kind, state, key])).toEqual([
        ['change', 'working', 'change'],
        ['planned', 'working', 'planned'],
        ['sms', 'working', 'sms-sent'],
        ['delivered', 'waiting', 'delivered-not-yet'],
        ['answered', 'waiting', 'answered-not-yet'],
      ]);
      const bytes = sent?.steps[2]?.bytes ?? [];
      expect(bytes.map(({ name, part }) => [name, part])).toEqual([
        ['sms-submit', 1],
        ['wsp-push', 1],
        ['san', 1],
      ]);
      expect(JSON.stringify(bytes)).not.toContain('undecodable');
      expect(bytes[2]?.bytes.hex).toMatch(/^[0-9a-f]{32}03180000000001/u);
      expect(suppressed?.steps.map(({ state, key }) => [state, key])).toEqual([
        ['working', 'change'],
        ['off', 'suppressed'],
        ['off', 'sms-none'],
        ['off', 'delivered-not-yet'],
        ['off', 'answered-not-yet'],
      ]);
    });

    it('is found by each of the changes that were merged', async () => {
      await office.addDevice();
      await office.report('contacts');
      await pass(1_000);
      await office.report('calendar');
      await pass(5_000);
      const [alert] = await office.alerts();
      for (const id of alert?.traceIds ?? []) {
        const trace = await office.push().traces.get({ id });
        expect(trace.changes.map(({ folder }) => folder)).toEqual(['contacts', 'calendar']);
        expect(trace.branches.map((branch) => branch.alert.id)).toEqual([alert?.id]);
      }
    });

    it('is there for a manual alert and for a change that no device waits for', async () => {
      const device = await office.addDevice();
      const { traceId } = await office.push().alertNow({ id: device.id });
      const manual = await office.push().traces.get({ id: traceId });
      expect(manual.branches[0]?.steps[0]).toMatchObject({ kind: 'change', key: 'manual' });
      await office.report('briefcase');
      const [change] = await office.store.changes.listBefore({ limit: 1 });
      const unheard = await office.push().traces.get({ id: change?.traceId ?? '' });
      expect(unheard).toMatchObject({ branches: [], changes: [{ folder: 'briefcase' }] });
      await expect(office.push().traces.get({ id: 'no-such' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });

  it('lists alerts newest first with the names of their devices', async () => {
    await office.addDevice({ mergeWindowMs: 0 });
    await office.report('contacts');
    await office.sendAll();
    await office.report('calendar');
    const { alerts, total } = await office.push().alerts.list({ limit: 1 });
    expect(total).toBe(2);
    expect(alerts).toMatchObject([{ deviceName: 'phone 1', folders: [{ name: 'events' }] }]);
    const [newest] = alerts;
    expect(await office.push().alerts.get({ id: newest?.id ?? '' })).toEqual(newest);
  });
});
