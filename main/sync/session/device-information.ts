import { CodecError } from '../../codecs/codec-error.ts';
import { encodedSize, readDeviceInfo, writeDeviceInfo } from '../../codecs/syncml/index.ts';
import type { DatastoreInfo, DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import type { InfoCommand } from '../../codecs/syncml/message/model.ts';
import { quirksOf } from '../device-quirks.ts';
import { deviceInfoType } from './device-info-type.ts';
import { noteFault } from './faults.ts';
import { roomOf } from './outbound.ts';
import { reply } from './replies.ts';
import type { SessionState, Unnumbered } from './state.ts';
import { keyOfUri } from './stores.ts';

/** Name of a device information document, by version (OMA DS DevInf 1.2 §5). */
const documents = { '1.0': 'devinf10', '1.1': 'devinf11', '1.2': 'devinf12' } as const;

const isDocument = (uri: string): boolean => /^devinf1[0-2]$/u.test(keyOfUri(uri));

/** What is to be answered to a Put or Results. */
export interface ToldAnswer {
  readonly code: number;
  readonly sourceRefs: readonly string[];
}

/** Put, or the Results of the server's Get: the client says what it is. */
export async function handleTold(session: SessionState, command: InfoCommand): Promise<ToldAnswer> {
  const item = command.items.find(({ source, target }) =>
    isDocument(source?.uri ?? target?.uri ?? ''),
  );
  const uri = item?.source?.uri ?? command.items[0]?.source?.uri;
  const sourceRefs = uri === undefined ? [] : [uri];
  if (item?.data === undefined) return { code: 406, sourceRefs };
  try {
    const info = readDeviceInfo(item.data, item.meta?.type ?? command.meta?.type);
    session.client = await session.deps.registry.saveDeviceInfo(session.client.id, info);
    knowDevice(session, info);
    return { code: 200, sourceRefs };
  } catch (error) {
    const code = error instanceof CodecError ? 415 : noteFault(session, error, 500);
    return { code, sourceRefs };
  }
}

/** From now on the device is treated as what it says it is. */
export function knowDevice(session: SessionState, info: DeviceInfo): void {
  const { manufacturer, model, softwareVersion } = info;
  session.deviceInfo = info;
  session.quirks = quirksOf({
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(model === undefined ? {} : { model }),
    ...(softwareVersion === undefined ? {} : { softwareVersion }),
  });
}

/** Get: true when the client asks for the server's device information, which is to follow. */
export function handleGet(session: SessionState, command: InfoCommand): boolean {
  const uri = command.items[0]?.target?.uri ?? '';
  const isKnown = isDocument(uri);
  reply(session, command, isKnown ? 200 : 404, { targetRefs: [uri] });
  return isKnown;
}

/**
 * Answers a Get with the server's device information. What does not fit into a message of this
 * client is told in less detail: without properties, then only the datastores of this session.
 */
export async function tellDeviceInfo(session: SessionState, get: InfoCommand): Promise<void> {
  try {
    const all = await session.deps.datastores.describe(session.party);
    const bare = all.map((store) => ({ ...store, capabilities: [] }));
    const named = new Set(session.stores.map(({ uri }) => keyOfUri(uri)));
    const used = bare.filter(({ sourceRef }) => named.has(keyOfUri(sourceRef)));
    for (const datastores of [all, bare, used]) {
      const command = resultsOf(session, get, datastores);
      const numbered = { ...command, cmdId: '000' };
      if (encodedSize(numbered, session.form) > roomOf(session)) continue;
      session.extras.push({ command });
      return;
    }
  } catch (error) {
    noteFault(session, error, 500);
  }
}

/** Asks a client that has never told what it is (OMA DS protocol 1.2 §"Device information"). */
export function askForDeviceInfo(session: SessionState): void {
  if (session.deviceInfo !== undefined || session.hasAskedForDeviceInfo) return;
  session.hasAskedForDeviceInfo = true;
  session.extras.push({
    command: {
      kind: 'get',
      meta: { type: deviceInfoType(session.form) },
      items: [{ target: { uri: `./${documents[session.version]}` } }],
    },
  });
}

function resultsOf(
  session: SessionState,
  get: InfoCommand,
  datastores: readonly DatastoreInfo[],
): Unnumbered<InfoCommand> {
  const { form, version, url, deps } = session;
  const info: DeviceInfo = {
    version,
    manufacturer: 'Pushdesk',
    model: 'Pushdesk',
    softwareVersion: deps.version,
    deviceId: url,
    deviceType: 'server',
    utc: true,
    supportsLargeObjects: version !== '1.0',
    supportsNumberOfChanges: version !== '1.0',
    datastores,
  };
  return {
    kind: 'results',
    msgRef: session.header.msgId,
    cmdRef: get.cmdId,
    meta: { type: deviceInfoType(form) },
    items: [
      {
        source: { uri: `./${documents[version]}` },
        data: writeDeviceInfo(info, version, form.encoding),
      },
    ],
  };
}
