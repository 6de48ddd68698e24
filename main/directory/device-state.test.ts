import { describe, expect, it } from 'vitest';
import type { DeviceReason } from '../../shared/model/device.ts';
import type { StateMark } from '../../shared/model/words.ts';
import type { DeviceActivity, DeviceRow } from '../store/types.ts';
import { deviceState } from './device-state.ts';
import type { Surroundings, SyncFacts } from './device-state.ts';

const device: DeviceRow = {
  id: 'device',
  accountId: 'account',
  name: 'Phone',
  clientType: 'nokia',
  number: '+48600100200',
  pushEnabled: true,
  pausedBy: null,
  quietHours: null,
  mergeWindowMs: null,
  hourlyCap: null,
  logMessages: false,
  folders: [
    {
      id: 'folder',
      dataType: 'contacts',
      name: 'Contacts',
      syncType: 'two-way',
      enabled: true,
      place: '',
    },
  ],
  createdAt: 0,
  updatedAt: 0,
};
const unticked = device.folders.map((folder) => ({ ...folder, enabled: false }));
const untouched: DeviceActivity = {
  deviceId: 'device',
  queued: 0,
  lastAlertAt: null,
  lastDeliveredAt: null,
  lastAnsweredAt: null,
  lastAlertState: null,
  lastAlertReason: null,
  failures: 0,
};
const synced: SyncFacts = { isMixedUp: false, lastSessionState: null };
const night = { from: '22:00', to: '06:00', timeZone: 'UTC' };
const at = (hour: number) => Date.UTC(2026, 0, 5, hour);
const all: Surroundings = { isEngineActive: true, hasGateway: true, now: at(12) };

interface Case {
  when: string;
  device?: Partial<DeviceRow>;
  activity?: Partial<DeviceActivity>;
  sync?: Partial<SyncFacts>;
  surroundings?: Partial<Surroundings>;
  state: StateMark;
  reason: DeviceReason;
}

const cases: Case[] = [
  { when: 'nothing has happened yet', state: 'working', reason: 'never-alerted' },
  {
    when: 'the last alert came through',
    activity: { lastAlertAt: 5, lastAlertState: 'delivered' },
    state: 'working',
    reason: 'ok',
  },
  {
    when: 'an alert is planned',
    activity: { queued: 1, lastAlertAt: 5, lastAlertState: 'delivered' },
    state: 'waiting',
    reason: 'alert-waiting',
  },
  {
    when: 'an alert waits for the morning',
    device: { quietHours: night },
    activity: { queued: 1 },
    surroundings: { now: at(23) },
    state: 'waiting',
    reason: 'quiet-hours',
  },
  {
    when: 'it is night and nothing waits',
    device: { quietHours: night },
    surroundings: { now: at(23) },
    state: 'working',
    reason: 'never-alerted',
  },
  {
    when: 'the last alert failed',
    activity: { lastAlertState: 'failed', lastAlertReason: 'gateway-refused' },
    state: 'failed',
    reason: 'alert-failed',
  },
  {
    when: 'the last alert was not needed any more',
    activity: { lastAlertState: 'suppressed', lastAlertReason: 'push-off', lastAlertAt: 5 },
    state: 'working',
    reason: 'ok',
  },
  { when: 'there is no number', device: { number: null }, state: 'attention', reason: 'no-number' },
  {
    when: 'no folder is ticked',
    device: { folders: unticked },
    state: 'attention',
    reason: 'no-folder',
  },
  {
    when: 'there is no way out',
    surroundings: { hasGateway: false },
    state: 'attention',
    reason: 'no-gateway',
  },
  {
    when: 'the engine is off',
    surroundings: { isEngineActive: false },
    state: 'off',
    reason: 'engine-off',
  },
  { when: 'push is off', device: { pushEnabled: false }, state: 'off', reason: 'push-off' },
  {
    when: 'the client cannot be alerted',
    device: { clientType: 'ios', pushEnabled: false, number: null },
    state: 'off',
    reason: 'push-not-possible',
  },
  {
    when: 'the admin has paused it',
    device: { pausedBy: 'admin', number: null },
    activity: { lastAlertState: 'failed' },
    state: 'paused',
    reason: 'paused-by-admin',
  },
  {
    when: 'its owner has paused it',
    device: { pausedBy: 'device' },
    surroundings: { isEngineActive: false },
    state: 'paused',
    reason: 'paused-by-device',
  },
  {
    when: 'it is mixed up with another',
    activity: { lastAlertState: 'failed' },
    sync: { isMixedUp: true, lastSessionState: 'failed' },
    state: 'attention',
    reason: 'number-mismatch',
  },
  {
    when: 'its last session failed',
    activity: { queued: 1 },
    sync: { lastSessionState: 'failed' },
    state: 'attention',
    reason: 'session-failed',
  },
  {
    when: 'it was not let in, and cannot be alerted',
    device: { clientType: 'ios' },
    sync: { lastSessionState: 'refused' },
    state: 'attention',
    reason: 'session-failed',
  },
  {
    when: 'its last session broke, which the next one puts right',
    sync: { lastSessionState: 'broken' },
    state: 'working',
    reason: 'never-alerted',
  },
];

describe('the state of a device', () => {
  it.each(cases)('is $state ($reason) when $when', (each) => {
    expect(
      deviceState(
        { ...device, ...each.device },
        { ...untouched, ...each.activity },
        { ...synced, ...each.sync },
        { ...all, ...each.surroundings },
      ),
    ).toEqual({ state: each.state, reason: each.reason });
  });

  it('does without a history', () => {
    expect(deviceState(device, undefined, synced, all)).toEqual({
      state: 'working',
      reason: 'never-alerted',
    });
  });
});
