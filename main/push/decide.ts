import type { AlertFolder, AlertReason } from '../../shared/model/alert.ts';
import type { PushSettings } from '../../shared/model/settings.ts';
import { clientType } from '../../shared/catalogue/client-types.ts';
import type { AlertRow, DeviceRow } from '../store/types.ts';
import { alertFolder } from './match.ts';
import { quietUntil } from '../platform/quiet-hours.ts';

/** What is to become of an alert whose time has come. */
export type Decision =
  | { readonly kind: 'send'; readonly device: DeviceRow; readonly folders: readonly AlertFolder[] }
  | { readonly kind: 'suppress'; readonly reason: AlertReason }
  | { readonly kind: 'expire'; readonly reason: AlertReason }
  /** It stays planned, and is looked at again at `until`, or earlier when something changes. */
  | { readonly kind: 'wait'; readonly reason: AlertReason; readonly until: number };

/** What a decision rests on, besides the alert. */
export interface Circumstances {
  readonly now: number;
  readonly settings: PushSettings;
  readonly device: DeviceRow | undefined;
  readonly hasGateway: boolean;
  /** When the device may be alerted again, given its cap; null now. */
  readonly freeAt: (cap: number) => number | null;
}

/** Reasons for which an alert stays planned though its window is over. */
export const waitingReasons: ReadonlySet<AlertReason | null> = new Set<AlertReason>([
  'quiet-hours',
  'hourly-cap',
  'engine-off',
  'no-gateway',
]);

/** Why a device cannot be alerted, whatever changed; null when it can. */
export function impossibleReason(device: DeviceRow): AlertReason | null {
  if (!clientType(device.clientType).push.isPossible) return 'push-not-possible';
  if (!device.pushEnabled) return 'push-off';
  if (device.number === null) return 'no-number';
  return null;
}

/** The folders of an alert as the device has them now: still ticked, with today's names. */
export function currentFolders(alert: AlertRow, device: DeviceRow): AlertFolder[] {
  const named = new Set(alert.folders.map(({ folderId }) => folderId));
  return device.folders.filter(({ id, enabled }) => enabled && named.has(id)).map(alertFolder);
}

/** Decides about an alert whose time has come. */
export function decide(alert: AlertRow, circumstances: Circumstances): Decision {
  const { now, settings, device, hasGateway, freeAt } = circumstances;
  if (!device) return { kind: 'suppress', reason: 'device-removed' };
  if (device.pausedBy !== null) return { kind: 'suppress', reason: `paused-by-${device.pausedBy}` };
  const impossible = impossibleReason(device);
  if (impossible !== null) return { kind: 'suppress', reason: impossible };
  const folders = currentFolders(alert, device);
  if (folders.length === 0) return { kind: 'suppress', reason: 'no-folder' };

  const givenUpAt = alert.createdAt + settings.maxAlertAgeMs;
  if (now >= givenUpAt) return { kind: 'expire', reason: 'too-old' };
  if (!settings.active) return { kind: 'wait', reason: 'engine-off', until: givenUpAt };
  const quiet = device.quietHours ? quietUntil(device.quietHours, now) : null;
  if (quiet !== null) return wait('quiet-hours', quiet);
  const free = freeAt(device.hourlyCap ?? settings.hourlyCap);
  if (free !== null) return wait('hourly-cap', free);
  if (!hasGateway) return { kind: 'wait', reason: 'no-gateway', until: givenUpAt };
  return { kind: 'send', device, folders };

  function wait(reason: AlertReason, until: number): Decision {
    return { kind: 'wait', reason, until: Math.min(until, givenUpAt) };
  }
}
