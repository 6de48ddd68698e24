import type { Phone, PhoneProfile } from '../../../shared/model/phone.ts';
import type { DeviceRow } from '../../store/types.ts';
import type { ReceivedSettings } from './received-settings.ts';

/** The part of the virtual phones that holds settings and data, and synchronises. */
export interface PhonesPort {
  wake(
    deviceId: string,
    alert: {
      readonly sessionId: number;
      readonly syncs: readonly { readonly uri: string; readonly syncType: number }[];
    },
  ): void;
  lastSession(deviceId: string): Phone['sync'];
  /** By device. */
  counts(): Promise<ReadonlyMap<string, Phone['itemCounts']>>;
  /** The settings by which the devices' phones synchronise, by device. */
  profiles(devices: readonly DeviceRow[]): Promise<ReadonlyMap<string, PhoneProfile>>;
  /** Takes received settings as the phone's own. */
  configure(device: DeviceRow, settings: ReceivedSettings): Promise<PhoneProfile>;
  /** Takes settings and data off a phone. */
  empty(device: DeviceRow): Promise<PhoneProfile>;
}
