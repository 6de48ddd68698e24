import { md5, md5Base64 } from '../../codecs/hash.ts';
import {
  basicType,
  decodeSyncml,
  devinf,
  encodeSyncml,
  md5Type,
  readMessage,
  writeMessage,
} from '../../codecs/syncml/index.ts';
import type {
  Command,
  Credentials,
  GroupCommand,
  StatusCommand,
  SyncCommand,
  SyncHeader,
  SyncmlElement,
  SyncmlMessage,
  SyncmlVersion,
} from '../../codecs/syncml/index.ts';
import type { LightStoreOptions } from './light-store.ts';

type Flat = Exclude<Command, SyncCommand | GroupCommand>;
type Unnumbered<Each> = Each extends unknown ? Omit<Each, 'cmdId'> : never;

interface SyncDraft extends Omit<SyncCommand, 'cmdId' | 'commands'> {
  readonly commands: readonly Draft[];
}

interface GroupDraft extends Omit<GroupCommand, 'cmdId' | 'commands'> {
  readonly commands: readonly Draft[];
}

/** A command that has no number yet. */
export type Draft = Unnumbered<Flat> | SyncDraft | GroupDraft;

/** Numbers commands from 1, in the order in which they are written. */
export function numberCommands(drafts: readonly Draft[]): Command[] {
  let last = 0;
  const number = (draft: Draft): Command => {
    last += 1;
    const cmdId = String(last);
    if (draft.kind === 'sync' || draft.kind === 'atomic' || draft.kind === 'sequence') {
      return { ...draft, cmdId, commands: draft.commands.map(number) };
    }
    // What lacks a number only is a command with it; the compiler does not see that of a union.
    return { ...draft, cmdId } as Command;
  };
  return drafts.map(number);
}

/** A message as WBXML. */
export function packMessage(message: SyncmlMessage, version: SyncmlVersion): Uint8Array {
  return encodeSyncml({ kind: 'syncml', version, root: writeMessage(message, version) });
}

/** The other way. */
export function unpackMessage(bytes: Uint8Array): SyncmlMessage {
  return readMessage(decodeSyncml(bytes).root);
}

/** Credentials of a user (OMA DS security 1.2 §5.3): MD5 of a nonce, or Basic without one. */
export function credentialsFor(
  user: string,
  password: string,
  nonce: Uint8Array | undefined,
): Credentials {
  const plain = `${user}:${password}`;
  if (nonce === undefined) {
    return { type: basicType, format: 'b64', data: Buffer.from(plain).toString('base64') };
  }
  const data = Buffer.from(md5(md5Base64(plain), ':', nonce)).toString('base64');
  return { type: md5Type, format: 'b64', data };
}

/** Device information of a small client that keeps every property (OMA DS DevInf 1.2 §5). */
export function lightDeviceInfo(
  deviceId: string,
  stores: readonly LightStoreOptions[],
): SyncmlElement {
  const preferred = (name: 'Rx-Pref' | 'Tx-Pref', { type, version }: LightStoreOptions) =>
    devinf(name, devinf('CTType', type), devinf('VerCT', version));
  const syncTypes = ['1', '2', '3', '4', '5', '6', '7'];
  return devinf(
    'DevInf',
    devinf('VerDTD', '1.2'),
    devinf('Man', 'Example'),
    devinf('Mod', 'Light'),
    devinf('SwV', '1'),
    devinf('DevID', deviceId),
    devinf('DevTyp', 'phone'),
    devinf('UTC'),
    devinf('SupportLargeObjs'),
    devinf('SupportNumberOfChanges'),
    ...stores.map((store) =>
      devinf(
        'DataStore',
        devinf('SourceRef', store.name),
        devinf('MaxGUIDSize', '64'),
        preferred('Rx-Pref', store),
        preferred('Tx-Pref', store),
        devinf('SyncCap', ...syncTypes.map((type) => devinf('SyncType', type))),
      ),
    ),
  );
}

/** The Status for a command of a message. */
export function statusFor(
  header: SyncHeader,
  command: { readonly cmdId: string; readonly name: string },
  code: number,
  references: { readonly targetRefs?: readonly string[]; readonly sourceRefs?: readonly string[] },
  items: StatusCommand['items'] = [],
): Draft {
  return {
    kind: 'status',
    msgRef: header.msgId,
    cmdRef: command.cmdId,
    cmd: command.name,
    targetRefs: references.targetRefs ?? [],
    sourceRefs: references.sourceRefs ?? [],
    code,
    items,
  };
}
