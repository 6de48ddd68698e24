import { clientType } from '../../shared/catalogue/client-types.ts';
import type { DeviceReason } from '../../shared/model/device.ts';
import type { SessionState } from '../../shared/model/session.ts';
import type { StateMark } from '../../shared/model/words.ts';
import { quietUntil } from '../platform/quiet-hours.ts';
import type { DeviceActivity, DeviceRow } from '../store/types.ts';

/** What else a device's state hangs on. */
export interface Surroundings {
  readonly isEngineActive: boolean;
  readonly hasGateway: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What synchronising says about a device. */
export interface SyncFacts {
  /** It answers another device's alerts, or another one answers its. */
  readonly isMixedUp: boolean;
  readonly lastSessionState: SessionState | null;
}

/** How a device is shown. */
export interface DeviceState {
  readonly state: StateMark;
  readonly reason: DeviceReason;
}

/**
 * The one state mark of a device. What an admin has decided comes before what cannot work, and that
 * before what has happened, so that the first thing told is the first thing to do.
 */
export function deviceState(
  device: DeviceRow,
  activity: DeviceActivity | undefined,
  sync: SyncFacts,
  surroundings: Surroundings,
): DeviceState {
  const { lastSessionState } = sync;
  // A session that broke goes on with the next one; these do not get better by themselves.
  const isSyncFailing = lastSessionState === 'failed' || lastSessionState === 'refused';
  if (!clientType(device.clientType).push.isPossible) {
    return isSyncFailing ? show('attention', 'session-failed') : show('off', 'push-not-possible');
  }
  if (device.pausedBy === 'admin') return show('paused', 'paused-by-admin');
  if (device.pausedBy === 'device') return show('paused', 'paused-by-device');
  if (!device.pushEnabled) return show('off', 'push-off');
  if (device.number === null) return show('attention', 'no-number');
  if (!device.folders.some(({ enabled }) => enabled)) return show('attention', 'no-folder');
  if (!surroundings.isEngineActive) return show('off', 'engine-off');
  if (!surroundings.hasGateway) return show('attention', 'no-gateway');
  if (sync.isMixedUp) return show('attention', 'number-mismatch');
  const last = activity?.lastAlertState ?? null;
  if (last === 'failed' || last === 'expired') return show('failed', 'alert-failed');
  if (isSyncFailing) return show('attention', 'session-failed');
  if ((activity?.queued ?? 0) > 0) {
    const { quietHours } = device;
    const isWaiting = quietHours !== null && quietUntil(quietHours, surroundings.now) !== null;
    return show('waiting', isWaiting ? 'quiet-hours' : 'alert-waiting');
  }
  return show('working', (activity?.lastAlertAt ?? null) === null ? 'never-alerted' : 'ok');
}

function show(state: StateMark, reason: DeviceReason): DeviceState {
  return { state, reason };
}
