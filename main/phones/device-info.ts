import type { DatastoreInfo, DeviceInfo } from '../codecs/syncml/index.ts';
import { contentTypes } from '../groupware/content/index.ts';
import type { ContentType } from '../groupware/content/index.ts';
import { phoneLimits } from './limits.ts';
import { phoneContentTypes } from './phone-datastore.ts';
import type { PhoneDataType } from './phone-item.ts';

/** Further types that the phone takes, beside the one that it prefers. */
const alsoTaken: Readonly<Record<PhoneDataType, readonly ContentType[]>> = {
  contacts: ['vcard-3.0'],
  calendar: ['icalendar'],
  tasks: ['icalendar'],
  notes: ['vnote'],
};

/**
 * What a virtual phone tells of itself (OMA DS DevInf 1.2). `hasMixedCalendar`: its tasks lie in its
 * calendar; the server knows such phones by their model.
 */
export function virtualDeviceInfo(
  deviceId: string,
  datastores: readonly { readonly uri: string; readonly dataType: PhoneDataType }[],
  hasMixedCalendar = false,
): DeviceInfo {
  return {
    version: '1.2',
    manufacturer: 'Pushdesk',
    model: hasMixedCalendar ? 'Virtual phone with one calendar' : 'Virtual phone',
    softwareVersion: '1',
    deviceId,
    deviceType: 'phone',
    utc: true,
    supportsLargeObjects: true,
    supportsNumberOfChanges: true,
    datastores: datastores.map(({ uri, dataType }) => datastore(uri, dataType)),
  };
}

function datastore(uri: string, dataType: PhoneDataType): DatastoreInfo {
  const preferred = reference(phoneContentTypes[dataType]);
  const others = alsoTaken[dataType].map(reference);
  return {
    sourceRef: uri,
    maxGuidSize: 64,
    receivePreferred: preferred,
    receive: others,
    sendPreferred: preferred,
    send: [],
    capabilities: [],
    memory: { maxItems: phoneLimits.shownItems },
    syncTypes: [1, 2, 3, 4, 5, 6, 7],
  };
}

function reference(type: ContentType) {
  const { mediaType, version } = contentTypes[type];
  return { type: mediaType, version };
}
