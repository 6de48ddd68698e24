import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { Device, DeviceReason } from '../../../shared/model/device.ts';

/**
 * Why the device cannot be alerted now, or null when it can. A pause or quiet hours do not stand in
 * the way of an alert that the admin asks for; what the phone cannot receive does.
 */
export function whyNoAlert(device: Device): DeviceReason | null {
  if (!clientType(device.clientType).push.isPossible) return 'push-not-possible';
  if (device.number === null) return 'no-number';
  if (!device.folders.some((folder) => folder.enabled)) return 'no-folder';
  return null;
}

/** What would put a device right, where a click can: the tab of its panel or the page to go to. */
export type Remedy =
  | { readonly kind: 'tab'; readonly tab: 'folders' | 'settings' | 'log' | 'sessions' | 'client' }
  | { readonly kind: 'page'; readonly page: '/sms' | '/push' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'push-on' };

/** The remedy for a device's reason; null where there is nothing to put right. */
export function remedyOf(reason: DeviceReason): Remedy | null {
  switch (reason) {
    case 'no-number':
      return { kind: 'tab', tab: 'settings' };
    case 'no-folder':
      return { kind: 'tab', tab: 'folders' };
    case 'session-failed':
      return { kind: 'tab', tab: 'sessions' };
    case 'number-mismatch':
      return { kind: 'tab', tab: 'client' };
    case 'alert-failed':
      return { kind: 'tab', tab: 'log' };
    case 'no-gateway':
      return { kind: 'page', page: '/sms' };
    case 'engine-off':
      return { kind: 'page', page: '/push' };
    case 'paused-by-admin':
    case 'paused-by-device':
      return { kind: 'resume' };
    case 'push-off':
      return { kind: 'push-on' };
    case 'ok':
    case 'never-alerted':
    case 'alert-waiting':
    case 'quiet-hours':
    case 'push-not-possible':
      return null;
  }
}
