import { encodeSyncml } from '../document.ts';
import type { SyncmlElement } from '../elements.ts';
import type { SyncmlVersion } from '../public-ids.ts';
import type { DevinfTag } from '../tags.ts';
import type { ContentTypeRef, DatastoreInfo, DeviceInfo } from './device-info.ts';
import type { SyncmlEncoding } from './message-codec.ts';
import type { ItemData } from './model.ts';
import { writeCapability, writeLegacyCapabilities } from './write-capabilities.ts';
import { devinfElement, devinfFlag, devinfLeaf } from './write-devinf.ts';

/**
 * Writes a device's description for the item that carries it, in the order of that version's DTD
 * (OMA DS DevInf 1.2 §5): in WBXML a document of its own, in XML an element. What the version has no
 * element for is left out.
 */
export function writeDeviceInfo(
  info: DeviceInfo,
  version: SyncmlVersion,
  encoding: SyncmlEncoding,
): ItemData {
  const root = writeRoot(info, version);
  return encoding === 'xml' ? root : encodeSyncml({ kind: 'devinf', version, root });
}

function writeRoot(info: DeviceInfo, version: SyncmlVersion): SyncmlElement {
  const isFirst = version === '1.0';
  return devinfElement('DevInf', [
    devinfLeaf('VerDTD', version),
    devinfLeaf('Man', info.manufacturer),
    devinfLeaf('Mod', info.model),
    devinfLeaf('OEM', info.oem),
    devinfLeaf('FwV', info.firmwareVersion),
    devinfLeaf('SwV', info.softwareVersion),
    devinfLeaf('HwV', info.hardwareVersion),
    devinfLeaf('DevID', info.deviceId),
    devinfLeaf('DevTyp', info.deviceType),
    devinfFlag('UTC', !isFirst && info.utc),
    devinfFlag('SupportLargeObjs', !isFirst && info.supportsLargeObjects),
    devinfFlag('SupportNumberOfChanges', !isFirst && info.supportsNumberOfChanges),
    ...info.datastores.map((datastore) => writeDatastore(datastore, version)),
    version === '1.2' ? undefined : writeLegacyCapabilities(info.datastores),
    ...(info.extensions ?? []).map(({ name, values }) =>
      devinfElement('Ext', [
        devinfLeaf('XNam', name),
        ...values.map((value) => devinfLeaf('XVal', value)),
      ]),
    ),
  ]);
}

function writeDatastore(datastore: DatastoreInfo, version: SyncmlVersion): SyncmlElement {
  const isNested = version === '1.2';
  return devinfElement('DataStore', [
    devinfLeaf('SourceRef', datastore.sourceRef),
    devinfLeaf('DisplayName', datastore.displayName),
    devinfLeaf('MaxGUIDSize', datastore.maxGuidSize),
    contentType('Rx-Pref', datastore.receivePreferred),
    ...datastore.receive.map((type) => contentType('Rx', type)),
    contentType('Tx-Pref', datastore.sendPreferred),
    ...datastore.send.map((type) => contentType('Tx', type)),
    ...(isNested ? datastore.capabilities.map(writeCapability) : []),
    datastore.memory === undefined ? undefined : writeMemory(datastore.memory),
    devinfFlag('SupportHierarchicalSync', isNested && datastore.supportsHierarchicalSync),
    devinfElement(
      'SyncCap',
      datastore.syncTypes.map((syncType) => devinfLeaf('SyncType', syncType)),
    ),
    ...(isNested ? (datastore.filterTypes ?? []) : []).map((type) =>
      contentType('Filter-Rx', type),
    ),
  ]);
}

function writeMemory({ maxItems, maxBytes }: NonNullable<DatastoreInfo['memory']>): SyncmlElement {
  return devinfElement('DSMem', [devinfLeaf('MaxMem', maxBytes), devinfLeaf('MaxID', maxItems)]);
}

function contentType(name: DevinfTag, { type, version }: ContentTypeRef): SyncmlElement {
  return devinfElement(name, [devinfLeaf('CTType', type), devinfLeaf('VerCT', version)]);
}
