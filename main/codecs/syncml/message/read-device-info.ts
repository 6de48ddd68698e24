import { CodecError } from '../../codec-error.ts';
import { deviceInfoLimits } from '../../limits.ts';
import { decodeSyncml } from '../document.ts';
import { childOf, childrenOf, textOf, type SyncmlElement } from '../elements.ts';
import { knownVersion, newestVersion, type SyncmlVersion } from '../public-ids.ts';
import { decodeSyncmlXml } from '../xml/read-xml.ts';
import type { ContentTypeRef, DatastoreInfo, DeviceInfo } from './device-info.ts';
import { readCapabilities, readLegacyCapabilities } from './read-capabilities.ts';
import { numberOf, tokenOf } from './read-parts.ts';
import type { ItemData } from './model.ts';

/** `<`, white space, and the first octets of byte order marks. */
const xmlStarts = new Set([0x3c, 0x20, 0x09, 0x0a, 0x0d, 0xef, 0xfe, 0xff]);
/** Minor versions of WBXML, with which its documents begin. */
const wbxmlStarts = new Set([0x01, 0x02, 0x03]);

/**
 * Reads a device's description out of the item that carries it (OMA DS DevInf 1.2 §5): an element,
 * a document in XML, or one in WBXML. `type`, the content type as declared, decides only where the
 * octets do not tell, as clients declare the one and send the other. An element that is no DevInf
 * is a CodecError `unsupported`.
 */
export function readDeviceInfo(data: ItemData, type?: string): DeviceInfo {
  const { root, version } = documentOf(data, type);
  if (root.name !== 'DevInf') throw new CodecError('syncml', 'unsupported');
  const isNested = version === '1.2';
  const elements = childrenOf(root, 'DataStore');
  if (elements.length > deviceInfoLimits.datastores) throw new CodecError('syncml', 'too-many');
  const datastores = elements.map(readDatastore);
  const extensions = childrenOf(root, 'Ext').map((ext) => ({
    name: tokenOf(ext, 'XNam') ?? '',
    values: childrenOf(ext, 'XVal').map(textOf),
  }));
  return {
    version,
    ...readFacts(root),
    deviceId: tokenOf(root, 'DevID') ?? '',
    deviceType: tokenOf(root, 'DevTyp')?.toLowerCase() ?? '',
    ...readAbilities(root),
    // Some describe themselves as 1.2 and stay with the form of 1.1.
    datastores:
      isNested && childOf(root, 'CTCap') === undefined
        ? datastores
        : withShared(datastores, childrenOf(root, 'CTCap')),
    ...(extensions.length > 0 && { extensions }),
  };
}

function documentOf(data: ItemData, type: string | undefined) {
  const document = data instanceof Uint8Array ? decode(data, type) : { root: data };
  const { root } = document;
  const told = knownVersion(tokenOf(root, 'VerDTD'));
  const version: SyncmlVersion = told ?? ('version' in document ? document.version : newestVersion);
  return { root, version };
}

function decode(bytes: Uint8Array, type: string | undefined) {
  const [first = 0] = bytes;
  const isXml = type?.toLowerCase().trim().endsWith('+xml') === true && !wbxmlStarts.has(first);
  return isXml || xmlStarts.has(first) ? decodeSyncmlXml(bytes) : decodeSyncml(bytes);
}

function readFacts(root: SyncmlElement) {
  return {
    ...optional('manufacturer', tokenOf(root, 'Man')),
    ...optional('model', tokenOf(root, 'Mod')),
    ...optional('oem', tokenOf(root, 'OEM')),
    ...optional('firmwareVersion', tokenOf(root, 'FwV')),
    ...optional('softwareVersion', tokenOf(root, 'SwV')),
    ...optional('hardwareVersion', tokenOf(root, 'HwV')),
  };
}

function readAbilities(root: SyncmlElement) {
  return {
    ...optional('utc', isSet(root, 'UTC')),
    ...optional('supportsLargeObjects', isSet(root, 'SupportLargeObjs')),
    ...optional('supportsNumberOfChanges', isSet(root, 'SupportNumberOfChanges')),
  };
}

function readDatastore(element: SyncmlElement): DatastoreInfo {
  const receive = contentTypes(element, 'Rx');
  const send = contentTypes(element, 'Tx');
  const receivePreferred = contentTypes(element, 'Rx-Pref')[0] ?? receive[0];
  const sendPreferred = contentTypes(element, 'Tx-Pref')[0] ?? send[0];
  const syncCap = childOf(element, 'SyncCap');
  const filterTypes = contentTypes(element, 'Filter-Rx');
  return {
    sourceRef: tokenOf(element, 'SourceRef') ?? '',
    ...optional('displayName', tokenOf(element, 'DisplayName')),
    ...optional('maxGuidSize', numberOf(tokenOf(element, 'MaxGUIDSize'))),
    // One that names only one direction means the same for the other.
    receivePreferred: receivePreferred ?? sendPreferred ?? { type: '', version: '' },
    receive,
    sendPreferred: sendPreferred ?? receivePreferred ?? { type: '', version: '' },
    send,
    capabilities: readCapabilities(element),
    ...optional('supportsHierarchicalSync', isSet(element, 'SupportHierarchicalSync')),
    ...optional('memory', readMemory(element)),
    syncTypes: syncCap === undefined ? [] : readSyncTypes(syncCap),
    ...(filterTypes.length > 0 && { filterTypes }),
  };
}

function readSyncTypes(syncCap: SyncmlElement): number[] {
  return childrenOf(syncCap, 'SyncType')
    .map((child) => numberOf(textOf(child).trim()))
    .filter((syncType) => syncType !== undefined);
}

function readMemory(element: SyncmlElement): DatastoreInfo['memory'] | undefined {
  const memory = childOf(element, 'DSMem');
  if (memory === undefined) return undefined;
  return {
    ...optional('maxItems', numberOf(tokenOf(memory, 'MaxID'))),
    ...optional('maxBytes', numberOf(tokenOf(memory, 'MaxMem'))),
  };
}

function contentTypes(element: SyncmlElement, name: string): ContentTypeRef[] {
  return childrenOf(element, name).map((child) => ({
    type: tokenOf(child, 'CTType') ?? '',
    version: tokenOf(child, 'VerCT') ?? '',
  }));
}

/** Gives the capabilities that stand outside to each datastore that has their type. */
function withShared(
  datastores: readonly DatastoreInfo[],
  elements: readonly SyncmlElement[],
): DatastoreInfo[] {
  const shared = elements.flatMap(readLegacyCapabilities);
  if (shared.length > deviceInfoLimits.capabilities) throw new CodecError('syncml', 'too-many');
  return datastores.map((datastore) => {
    const { receivePreferred, receive, sendPreferred, send } = datastore;
    const types = [receivePreferred, ...receive, sendPreferred, ...send];
    const capabilities = shared.flatMap((capability) => {
      const same = types.filter(({ type }) => isSameType(type, capability.type));
      const [only] = same;
      if (only === undefined) return [];
      if (capability.version === '') return [{ ...capability, version: only.version }];
      return same.some(({ version }) => version === capability.version || version === '')
        ? [capability]
        : [];
    });
    return { ...datastore, capabilities: [...datastore.capabilities, ...capabilities] };
  });
}

function isSameType(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function isSet(element: SyncmlElement, name: string): true | undefined {
  return childOf(element, name) === undefined ? undefined : true;
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [K in Key]?: Value } {
  const result: { [K in Key]?: Value } = {};
  if (value !== undefined) result[key] = value;
  return result;
}
