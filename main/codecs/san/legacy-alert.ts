import { CodecError } from '../codec-error.ts';
import { sanLimits } from '../limits.ts';
import {
  childrenOf,
  decodeSyncml,
  descend,
  encodeSyncml,
  metinf,
  syncml,
  textAt,
  type SyncmlElement,
} from '../syncml/index.ts';
import { isSyncType, type SyncType } from './sync-type.ts';

/** Versions of SyncML whose alert is a document of the protocol itself. */
export type LegacyAlertVersion = '1.0' | '1.1';

/** One datastore to be synchronised. */
export type LegacyAlertItem = {
  /** The server's name of the datastore. */
  readonly uri: string;
  /** MIME type of its content, or undefined to leave it out. */
  readonly mimeType: string | undefined;
};

/** One Alert command. */
export type LegacyAlertCommand = {
  readonly syncType: SyncType;
  /** At least one. S60 looks at the first item only, so one datastore each is the safe form. */
  readonly items: readonly LegacyAlertItem[];
};

/** An alert of SyncML DS 1.0 or 1.1 (SyncML Sync Protocol 1.1 §8: package #0). */
export type LegacyAlert = {
  readonly version: LegacyAlertVersion;
  /** At most four characters in most clients. */
  readonly sessionId: string;
  /** Target LocURI: the device, or `/`. */
  readonly target: string;
  /** Source LocURI: what the device's profile knows the server by. */
  readonly source: string;
  /** At least one; all together name at most 15 datastores, as in the 1.2 notification. */
  readonly commands: readonly LegacyAlertCommand[];
};

const firstMessage = '1';

/**
 * Encodes an alert as a SyncML document without credentials. Version 1.0 is announced by its full
 * public identifier, since that is the form its clients were sold with. More than 15 items are a
 * CodecError `too-many`; none is `missing`, because only the 1.2 notification has a way to say
 * "every datastore".
 */
export function encodeLegacyAlert(alert: LegacyAlert): Uint8Array {
  checkCounts(alert.commands);
  const commands = alert.commands.map(encodeCommand);
  const root = syncml(
    'SyncML',
    syncml(
      'SyncHdr',
      syncml('VerDTD', alert.version),
      syncml('VerProto', `SyncML/${alert.version}`),
      syncml('SessionID', alert.sessionId),
      syncml('MsgID', firstMessage),
      syncml('Target', syncml('LocURI', alert.target)),
      syncml('Source', syncml('LocURI', alert.source)),
    ),
    syncml('SyncBody', ...commands, syncml('Final')),
  );
  const publicIdForm = alert.version === '1.0' ? 'text' : 'number';
  return encodeSyncml({ kind: 'syncml', version: alert.version, root }, publicIdForm);
}

/**
 * Decodes an alert; a document that is none, or that lacks what an alert needs, is a CodecError.
 * Commands other than Alert are passed over.
 */
export function decodeLegacyAlert(bytes: Uint8Array): LegacyAlert {
  const { kind, version, root } = decodeSyncml(bytes);
  if (kind !== 'syncml' || version === '1.2') throw new CodecError('alert', 'unsupported');
  const header = required(descend(root, 'SyncHdr'));
  const body = required(descend(root, 'SyncBody'));
  const commands = childrenOf(body, 'Alert').map(decodeCommand);
  if (root.name !== 'SyncML') throw new CodecError('alert', 'missing');
  checkCounts(commands);
  return {
    version,
    sessionId: required(textAt(header, 'SessionID')),
    target: required(textAt(header, 'Target', 'LocURI')),
    source: required(textAt(header, 'Source', 'LocURI')),
    commands,
  };
}

function checkCounts(commands: readonly LegacyAlertCommand[]): void {
  const counts = commands.map(({ items }) => items.length);
  if (counts.length === 0 || counts.includes(0)) throw new CodecError('alert', 'missing');
  const items = counts.reduce((sum, count) => sum + count, 0);
  if (items > sanLimits.syncs) throw new CodecError('alert', 'too-many');
}

function encodeCommand(command: LegacyAlertCommand, index: number): SyncmlElement {
  if (!isSyncType(command.syncType)) throw new CodecError('alert', 'invalid-value');
  return syncml(
    'Alert',
    syncml('CmdID', String(index + 1)),
    syncml('Data', String(command.syncType)),
    ...command.items.map(encodeItem),
  );
}

function encodeItem({ uri, mimeType }: LegacyAlertItem): SyncmlElement {
  const source = syncml('Source', syncml('LocURI', uri));
  if (mimeType === undefined) return syncml('Item', source);
  return syncml('Item', source, syncml('Meta', metinf('Type', mimeType)));
}

function decodeCommand(command: SyncmlElement): LegacyAlertCommand {
  const data = required(textAt(command, 'Data'));
  const syncType = /^\d{3}$/.test(data) ? Number(data) : 0;
  if (!isSyncType(syncType)) throw new CodecError('alert', 'invalid-value');
  const items = childrenOf(command, 'Item').map((item) => ({
    uri: required(textAt(item, 'Source', 'LocURI')),
    mimeType: textAt(item, 'Meta', 'Type'),
  }));
  return { syncType, items };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new CodecError('alert', 'missing');
  return value;
}
