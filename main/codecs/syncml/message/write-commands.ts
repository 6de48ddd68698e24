import { CodecError } from '../../codec-error.ts';
import type { SyncmlElement, SyncmlNode } from '../elements.ts';
import type {
  AlertCommand,
  Command,
  GroupCommand,
  InfoCommand,
  ItemCommand,
  MapCommand,
  StatusCommand,
  SyncCommand,
  SyncItem,
  SyncmlVersion,
} from './model.ts';
import {
  element,
  flag,
  leaf,
  writeAddress,
  writeChallenge,
  writeCredentials,
  writeItem,
  writeMeta,
  writeUri,
} from './write-parts.ts';

const itemCommandNames = {
  add: 'Add',
  replace: 'Replace',
  delete: 'Delete',
  copy: 'Copy',
  move: 'Move',
} as const;
const infoCommandNames = { put: 'Put', get: 'Get', results: 'Results' } as const;

/**
 * Writes one command with its parts in the order of the DTD (SyncML representation protocol 1.2
 * §5.5). What a version does not know is left out where it only informs (NumberOfChanges), and a
 * CodecError `unsupported` where leaving it out would mean something else (Move, MoreData).
 */
export function writeCommand(command: Command, version: SyncmlVersion): SyncmlElement {
  switch (command.kind) {
    case 'add':
    case 'replace':
    case 'delete':
    case 'copy':
    case 'move':
      return writeItemCommand(command, version);
    case 'status':
      return writeStatus(command, version);
    case 'sync':
      return writeSyncCommand(command, version);
    case 'map':
      return writeMap(command, version);
    case 'alert':
      return writeAlert(command, version);
    case 'put':
    case 'get':
    case 'results':
      return writeInfo(command, version);
    case 'atomic':
    case 'sequence':
      return writeGroup(command, version);
    case 'other':
      return {
        space: 'syncml',
        name: command.name,
        children: numbered(command).filter((child) => child !== undefined),
      };
  }
}

function writeItemCommand(command: ItemCommand, version: SyncmlVersion): SyncmlElement {
  if (command.kind === 'move' && version !== '1.2') throw new CodecError('syncml', 'unsupported');
  const isDelete = command.kind === 'delete';
  return element(itemCommandNames[command.kind], [
    ...numbered(command),
    flag('Archive', isDelete && command.archive),
    flag('SftDel', isDelete && command.softDelete),
    writeCredentials(command.cred, version),
    writeMeta(command.meta, version),
    ...writeItems(command.items, version),
  ]);
}

function writeStatus(command: StatusCommand, version: SyncmlVersion): SyncmlElement {
  return element('Status', [
    ...numbered(command),
    leaf('MsgRef', command.msgRef),
    leaf('CmdRef', command.cmdRef),
    leaf('Cmd', command.cmd),
    ...command.targetRefs.map((ref) => leaf('TargetRef', ref)),
    ...command.sourceRefs.map((ref) => leaf('SourceRef', ref)),
    writeCredentials(command.cred, version),
    writeChallenge(command.challenge, version),
    leaf('Data', String(command.code)),
    ...writeItems(command.items, version),
  ]);
}

function writeSyncCommand(command: SyncCommand, version: SyncmlVersion): SyncmlElement {
  const count = version === '1.0' ? undefined : command.numberOfChanges;
  const head: (SyncmlNode | undefined)[] = [
    ...numbered(command),
    writeAddress('Target', command.target, version),
    writeAddress('Source', command.source, version),
    writeMeta(command.meta, version),
    leaf('NumberOfChanges', count === undefined ? undefined : String(count)),
  ];
  return element('Sync', head.concat(writeCommands(command.commands, version)));
}

function writeGroup(command: GroupCommand, version: SyncmlVersion): SyncmlElement {
  const head = [...numbered(command), writeMeta(command.meta, version)];
  const name = command.kind === 'atomic' ? 'Atomic' : 'Sequence';
  return element(name, head.concat(writeCommands(command.commands, version)));
}

/** Commands one after the other. */
export function writeCommands(
  commands: readonly Command[],
  version: SyncmlVersion,
): SyncmlElement[] {
  return commands.map((command) => writeCommand(command, version));
}

function writeMap(command: MapCommand, version: SyncmlVersion): SyncmlElement {
  return element('Map', [
    ...numbered(command),
    writeAddress('Target', command.target, version),
    writeAddress('Source', command.source, version),
    writeMeta(command.meta, version),
    ...command.items.map(({ target, source }) =>
      element('MapItem', [writeUri('Target', target), writeUri('Source', source)]),
    ),
  ]);
}

function writeAlert(command: AlertCommand, version: SyncmlVersion): SyncmlElement {
  return element('Alert', [
    ...numbered(command),
    writeCredentials(command.cred, version),
    leaf('Data', String(command.code)),
    ...writeItems(command.items, version),
  ]);
}

function writeInfo(command: InfoCommand, version: SyncmlVersion): SyncmlElement {
  const isResults = command.kind === 'results';
  return element(infoCommandNames[command.kind], [
    ...numbered(command),
    isResults ? leaf('MsgRef', command.msgRef) : undefined,
    isResults ? leaf('CmdRef', command.cmdRef) : undefined,
    writeMeta(command.meta, version),
    isResults ? leaf('TargetRef', command.targetRef) : undefined,
    isResults ? leaf('SourceRef', command.sourceRef) : undefined,
    ...writeItems(command.items, version),
  ]);
}

function writeItems(items: readonly SyncItem[], version: SyncmlVersion): SyncmlElement[] {
  return items.map((item) => writeItem(item, version));
}

function numbered(command: Command): (SyncmlElement | undefined)[] {
  return [leaf('CmdID', command.cmdId), flag('NoResp', command.noResp)];
}
