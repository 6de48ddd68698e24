import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { AlertState } from '../../shared/model/alert.ts';
import type { AlertRow, DeviceRow } from '../store/types.ts';
import { createMatcher, isOrigin } from './match.ts';
import { openOffice } from './testing/office.ts';
import type { Office } from './testing/office.ts';

type Action =
  | { readonly do: 'report'; readonly folder: string; readonly origin: number }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'pause' | 'resume'; readonly device: number }
  | {
      readonly do: 'send' | 'restart' | 'engine-off' | 'engine-on' | 'gateways-off' | 'gateways-on';
    }
  /** The process dies in the middle of its next transaction, or right behind it. */
  | { readonly do: 'kill'; readonly folder: string; readonly isCommitted: boolean };

const folder = fc.constantFrom('contacts', 'calendar', 'tasks', 'briefcase');
const device = fc.integer({ min: 0, max: 3 });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('report'), folder, origin: device }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('pass'), ms: fc.integer({ min: 1, max: 8_000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('pause', 'resume'), device }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'send',
        'restart',
        'engine-off',
        'engine-on',
        'gateways-off',
        'gateways-on',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('kill'), folder, isCommitted: fc.boolean() }),
  },
);

async function perform(office: Office, ids: readonly string[], step: Action): Promise<void> {
  const { push } = office.push();
  switch (step.do) {
    case 'report':
      await office.report(step.folder, { origin: ids[step.origin] ?? 'webmail' });
      return;
    case 'pass':
      await office.clock.advance(step.ms);
      await office.push().idle();
      return;
    case 'pause':
    case 'resume': {
      const row = await office.store.devices.get(ids[step.device] ?? '');
      if (row) await office.changeDevice(row, { pausedBy: step.do === 'pause' ? 'admin' : null });
      return;
    }
    case 'send':
      await office.sendAll();
      return;
    case 'restart':
      await office.restart();
      return;
    case 'engine-off':
    case 'engine-on':
      await push.setActive({ active: step.do === 'engine-on' });
      await office.push().idle();
      return;
    case 'gateways-off':
    case 'gateways-on':
      office.hasGateway = step.do === 'gateways-on';
      office.events.emit({ kind: 'gateway', id: null });
      await office.push().idle();
      return;
    case 'kill': {
      const commit = office.store.transaction.bind(office.store);
      const killed = vi.spyOn(office.store, 'transaction');
      killed.mockImplementationOnce(async (work) => {
        if (!step.isCommitted) throw new Error('killed');
        await commit(work);
        throw new Error('killed');
      });
      killed.mockImplementation(() => Promise.reject(new Error('dead')));
      await office.report(step.folder);
      killed.mockRestore();
      await office.restart();
    }
  }
}

const ended: ReadonlySet<AlertState> = new Set<AlertState>(['sent', 'expired', 'suppressed']);

/** Every change is in exactly one alert of each device that is to hear of it, and in no other's. */
async function check(office: Office, devices: readonly DeviceRow[]): Promise<void> {
  const alerts = await office.alerts();
  for (const change of await office.store.changes.listAfter(0, 10_000)) {
    const concern = createMatcher(change, () => devices);
    for (const one of devices) {
      const carrying = alerts.filter(
        ({ deviceId, traceIds }) => deviceId === one.id && traceIds.includes(change.traceId),
      );
      const concerned = isOrigin(change, one.id) ? [] : concern(one);
      expect(carrying).toHaveLength(concerned.length > 0 ? 1 : 0);
      const named = carrying.flatMap(({ folders }) => folders.map(({ folderId }) => folderId));
      expect(named).toEqual(expect.arrayContaining(concerned.map(({ id }) => id)));
    }
  }
  for (const alert of alerts) await checkAlert(office, alert);
  const messages = await office.messages();
  const sendable = alerts.filter(({ messageId }) => messageId !== null);
  expect(new Set(messages.map(({ alertId }) => alertId))).toEqual(
    new Set(sendable.map(({ id }) => id)),
  );
  expect(messages).toHaveLength(sendable.length);
  const bytes = messages.map(({ deviceId, parts }) => `${deviceId} ${JSON.stringify(parts)}`);
  expect(new Set(bytes).size).toBe(messages.length);
}

async function checkAlert(office: Office, alert: AlertRow): Promise<void> {
  expect(ended).toContain(alert.state);
  if (alert.state === 'suppressed') expect(alert.reason).toMatch(/^paused-by-/u);
  if (alert.state !== 'expired') return;
  expect(alert.reason).toBe('superseded');
  const newer = (await office.alerts()).filter(
    ({ id, deviceId, messageId }) =>
      deviceId === alert.deviceId && messageId !== null && id > alert.id,
  );
  const named = newer.flatMap(({ folders }) => folders.map(({ folderId }) => folderId));
  expect(named).toEqual(expect.arrayContaining(alert.folders.map(({ folderId }) => folderId)));
}

describe('whatever happens in whatever order', () => {
  it('nothing is lost and nothing is sent twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
        const office = await openOffice();
        try {
          const devices = [
            await office.addDevice({ mergeWindowMs: 0 }),
            await office.addDevice(),
            await office.addDevice({ clientType: 'funambol', mergeWindowMs: 2_000 }),
          ];
          const ids = devices.map(({ id }) => id);
          for (const step of actions) await perform(office, ids, step);
          await perform(office, ids, { do: 'engine-on' });
          await perform(office, ids, { do: 'gateways-on' });
          await perform(office, ids, { do: 'pass', ms: 60_000 });
          await perform(office, ids, { do: 'send' });
          await check(office, devices);
        } finally {
          await office.close();
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
