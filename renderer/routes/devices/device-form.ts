import type { Device, DeviceInput, QuietHours } from '../../../shared/model/device.ts';
import type { ClientTypeId } from '../../../shared/model/words.ts';

/** What stands in the fields of a device's settings. Numbers stay texts until they are sent. */
export interface DeviceFormValues {
  readonly name: string;
  readonly clientType: ClientTypeId;
  readonly number: string;
  readonly pushEnabled: boolean;
  readonly hasQuietHours: boolean;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly quietZone: string;
  /** Seconds; empty follows the engine. */
  readonly mergeSeconds: number | string;
  /** Empty follows the engine. */
  readonly hourlyCap: number | string;
}

/** The fields of a device as it is. */
export function deviceToForm(device: Device, hereZone: string): DeviceFormValues {
  return {
    name: device.name,
    clientType: device.clientType,
    number: device.number ?? '',
    pushEnabled: device.pushEnabled,
    hasQuietHours: device.quietHours !== null,
    quietFrom: device.quietHours?.from ?? '22:00',
    quietTo: device.quietHours?.to ?? '07:00',
    quietZone: device.quietHours?.timeZone ?? hereZone,
    mergeSeconds: device.mergeWindowMs === null ? '' : device.mergeWindowMs / 1_000,
    hourlyCap: device.hourlyCap ?? '',
  };
}

function quietHoursOf(values: DeviceFormValues): QuietHours | null {
  return values.hasQuietHours
    ? { from: values.quietFrom, to: values.quietTo, timeZone: values.quietZone }
    : null;
}

function numberOrNull(value: number | string): number | null {
  if (typeof value === 'number') return value;
  const text = value.trim();
  return text === '' ? null : Number(text);
}

/** What is sent to the service. */
export function formToDevice(values: DeviceFormValues): Omit<DeviceInput, 'accountId' | 'folders'> {
  const merge = numberOrNull(values.mergeSeconds);
  return {
    name: values.name,
    clientType: values.clientType,
    number: values.number.trim() === '' ? null : values.number,
    pushEnabled: values.pushEnabled,
    quietHours: quietHoursOf(values),
    mergeWindowMs: merge === null ? null : Math.round(merge * 1_000),
    hourlyCap: numberOrNull(values.hourlyCap),
  };
}

/** The name of the form's field for a field of the service. */
export function formFieldOf(path: string): keyof DeviceFormValues | null {
  switch (path) {
    case 'name':
    case 'clientType':
    case 'number':
    case 'pushEnabled':
    case 'hourlyCap':
      return path;
    case 'mergeWindowMs':
      return 'mergeSeconds';
    case 'quietHours':
    case 'quietHours.from':
      return 'quietFrom';
    case 'quietHours.to':
      return 'quietTo';
    case 'quietHours.timeZone':
      return 'quietZone';
    default:
      return null;
  }
}

/** Whether a text is a time of day as the service takes it: `07:30`. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/u.test(text);
}
