import { bareSourceUri, formatSourceUri } from '../../../shared/model/source-uri.ts';
import type { DataType } from '../../../shared/model/words.ts';
import type { DatastoreInfo, DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import {
  carries,
  contentTypeOf,
  type ContentType,
  type ItemKind,
} from '../../groupware/content/index.ts';
import type { DeviceRow } from '../../store/types.ts';
import { datastoreLimits } from './limits.ts';
import { resolveUri } from './resolve-uri.ts';
import type { DatastoreTarget, ResolveDeps } from './resolve-uri.ts';
import { serverCapability, typeRef } from './server-capabilities.ts';
import type { SyncParty } from './types.ts';
import { splitUri } from './uri-options.ts';

/** Octets of a GUID that the server takes; its own are shorter. */
const MAX_GUID_SIZE = 64;

/** Types of each data type, those that hold most first. */
const types: Readonly<Record<DataType, readonly ContentType[]>> = {
  contacts: ['vcard-3.0', 'vcard-2.1'],
  calendar: ['icalendar', 'vcalendar-1.0'],
  tasks: ['icalendar', 'vcalendar-1.0'],
  notes: ['text', 'vnote', 'icalendar'],
  inbox: ['email', 'folder'],
  briefcase: ['file', 'folder'],
};
/** What phones that tell nothing can read. */
const plainest: Readonly<Record<DataType, ContentType>> = {
  contacts: 'vcard-2.1',
  calendar: 'vcalendar-1.0',
  tasks: 'vcalendar-1.0',
  notes: 'text',
  inbox: 'email',
  briefcase: 'file',
};
/** Funambol's own types, for the names that its clients have for databases of them. */
const funambol: Partial<Record<DataType, ContentType>> = {
  contacts: 'sif-contact',
  calendar: 'sif-event',
  tasks: 'sif-task',
  notes: 'sif-note',
};
const funambolNames = /^(?:card|event|appointment|task|note|scard|scal|stask|snote)$/iu;
const kinds: Readonly<Record<DataType, ItemKind>> = {
  contacts: 'contact',
  calendar: 'event',
  tasks: 'task',
  notes: 'note',
  inbox: 'mail',
  briefcase: 'file',
};
const ordinary: readonly DataType[] = ['contacts', 'calendar', 'tasks', 'notes'];

/**
 * The datastores of the server's device information (OMA DS DevInf 1.2 §5), under the names by which
 * this client asks for them: some refuse to synchronise what they do not find there.
 */
export async function describeDatastores(
  deps: ResolveDeps,
  party: SyncParty,
  device: DeviceRow | undefined,
  alerted: readonly string[],
): Promise<DatastoreInfo[]> {
  const named = [
    ...alerted.map((uri) => splitUri(uri).name),
    ...(device?.folders.map(({ name }) => name) ?? []),
  ];
  const standard = ordinary.map((dataType) =>
    formatSourceUri({ dataType, place: { kind: 'own', name: '' } }),
  );
  // Who has folders of its own, or has said what it wants, is not confused with others.
  const uris = unique(named.length > 0 ? named : standard);
  const described: DatastoreInfo[] = [];
  for (const uri of uris.slice(0, datastoreLimits.described)) {
    const resolved = await resolveUri(deps, party, device, uri);
    if (resolved.ok) described.push(describe(party, uri, resolved.target));
  }
  return described;
}

function describe(party: SyncParty, uri: string, target: DatastoreTarget): DatastoreInfo {
  const { dataType } = target;
  const sif = funambolNames.test(bareSourceUri(uri)) ? funambol[dataType] : undefined;
  const all = [...types[dataType], ...(sif === undefined ? [] : [sif])];
  const preferred = preferredType(party.deviceInfo, dataType, all);
  const others = all.filter((type) => type !== preferred).map(typeRef);
  const capabilities = [preferred, ...all.filter((type) => type !== preferred)].flatMap(
    (type) => serverCapability(type, clientCapability(party.deviceInfo, type)) ?? [],
  );
  const canWrite = target.parts.every(({ access }) => access === 'write');
  return {
    sourceRef: uri,
    displayName: target.parts[0].collection.name || dataType,
    maxGuidSize: MAX_GUID_SIZE,
    receivePreferred: typeRef(preferred),
    receive: others,
    sendPreferred: typeRef(preferred),
    send: others,
    capabilities,
    syncTypes: canWrite ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 5, 6, 7],
  };
}

/** What the client likes best of what is spoken here; else what every phone reads. */
function preferredType(
  info: DeviceInfo | undefined,
  dataType: DataType,
  all: readonly ContentType[],
): ContentType {
  const kind = kinds[dataType];
  for (const { receivePreferred, receive } of info?.datastores ?? []) {
    for (const { type, version } of [receivePreferred, ...receive]) {
      const content = contentTypeOf(type, version);
      if (content !== undefined && all.includes(content) && carries(content, kind)) return content;
    }
  }
  return plainest[dataType];
}

function clientCapability(info: DeviceInfo | undefined, type: ContentType) {
  return info?.datastores
    .flatMap(({ capabilities }) => capabilities)
    .find((capability) => contentTypeOf(capability.type, capability.version) === type);
}

function unique(uris: readonly string[]): string[] {
  const seen = new Set<string>();
  return uris.filter((uri) => {
    const isNew = !seen.has(uri) && uri !== '';
    seen.add(uri);
    return isNew;
  });
}
