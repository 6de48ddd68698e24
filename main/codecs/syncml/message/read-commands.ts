import { childOf, childrenOf, isElement, textOf, type SyncmlElement } from '../elements.ts';
import type { Command, InfoCommand, ItemCommand, MapCommand, StatusCommand } from './model.ts';
import {
  numberOf,
  readAddress,
  readChallenge,
  readCredentials,
  readItems,
  readMeta,
  tokenOf,
} from './read-parts.ts';

/**
 * Commands among the children of a SyncBody, Sync, Atomic or Sequence, in order. An element of no
 * known name is a command when it has a CmdID, as a Status can answer it; else it is passed over.
 */
export function readCommands(parent: SyncmlElement): Command[] {
  const commands: Command[] = [];
  for (const child of parent.children) {
    const command = isElement(child) ? readCommand(child) : undefined;
    if (command !== undefined) commands.push(command);
  }
  return commands;
}

function readCommand(element: SyncmlElement): Command | undefined {
  switch (element.name) {
    case 'Add':
      return readItemCommand('add', element);
    case 'Replace':
      return readItemCommand('replace', element);
    case 'Delete':
      return readItemCommand('delete', element);
    case 'Copy':
      return readItemCommand('copy', element);
    case 'Move':
      return readItemCommand('move', element);
    case 'Status':
      return readStatus(element);
    case 'Sync':
      return readSyncCommand(element);
    case 'Map':
      return readMap(element);
    case 'Alert':
      return {
        kind: 'alert',
        ...numbered(element),
        code: numberOf(tokenOf(element, 'Data')) ?? 0,
        ...credentials(element),
        items: readItems(element),
      };
    case 'Put':
      return readInfo('put', element);
    case 'Get':
      return readInfo('get', element);
    case 'Results':
      return readInfo('results', element);
    case 'Atomic':
    case 'Sequence':
      return {
        kind: element.name === 'Atomic' ? 'atomic' : 'sequence',
        ...numbered(element),
        ...meta(element),
        commands: readCommands(element),
      };
    default:
      if (childOf(element, 'CmdID') === undefined) return undefined;
      return { kind: 'other', name: element.name, ...numbered(element) };
  }
}

function readItemCommand(kind: ItemCommand['kind'], element: SyncmlElement): ItemCommand {
  return {
    kind,
    ...numbered(element),
    ...meta(element),
    ...credentials(element),
    items: readItems(element),
    ...(childOf(element, 'Archive') !== undefined && { archive: true }),
    ...(childOf(element, 'SftDel') !== undefined && { softDelete: true }),
  };
}

function readSyncCommand(element: SyncmlElement): Command {
  const target = childOf(element, 'Target');
  const source = childOf(element, 'Source');
  const numberOfChanges = numberOf(tokenOf(element, 'NumberOfChanges'));
  return {
    kind: 'sync',
    ...numbered(element),
    ...(target !== undefined && { target: readAddress(target) }),
    ...(source !== undefined && { source: readAddress(source) }),
    ...meta(element),
    ...(numberOfChanges !== undefined && { numberOfChanges }),
    commands: readCommands(element),
  };
}

function readMap(element: SyncmlElement): MapCommand {
  return {
    kind: 'map',
    ...numbered(element),
    target: addressOf(element, 'Target'),
    source: addressOf(element, 'Source'),
    ...meta(element),
    items: childrenOf(element, 'MapItem').map((item) => ({
      target: addressOf(item, 'Target').uri,
      source: addressOf(item, 'Source').uri,
    })),
  };
}

function readInfo(kind: InfoCommand['kind'], element: SyncmlElement): InfoCommand {
  const msgRef = tokenOf(element, 'MsgRef');
  const cmdRef = tokenOf(element, 'CmdRef');
  const targetRef = childOf(element, 'TargetRef');
  const sourceRef = childOf(element, 'SourceRef');
  return {
    kind,
    ...numbered(element),
    ...meta(element),
    items: readItems(element),
    ...(msgRef !== undefined && { msgRef }),
    ...(cmdRef !== undefined && { cmdRef }),
    ...(targetRef !== undefined && { targetRef: textOf(targetRef) }),
    ...(sourceRef !== undefined && { sourceRef: textOf(sourceRef) }),
  };
}

function readStatus(element: SyncmlElement): StatusCommand {
  const challenge = childOf(element, 'Chal');
  return {
    kind: 'status',
    ...numbered(element),
    msgRef: tokenOf(element, 'MsgRef') ?? '',
    cmdRef: tokenOf(element, 'CmdRef') ?? '',
    cmd: tokenOf(element, 'Cmd') ?? '',
    targetRefs: childrenOf(element, 'TargetRef').map(textOf),
    sourceRefs: childrenOf(element, 'SourceRef').map(textOf),
    ...credentials(element),
    ...(challenge !== undefined && { challenge: readChallenge(challenge) }),
    code: numberOf(tokenOf(element, 'Data')) ?? 0,
    items: readItems(element),
  };
}

function numbered(element: SyncmlElement): { cmdId: string; noResp?: boolean } {
  const cmdId = tokenOf(element, 'CmdID') ?? '';
  return childOf(element, 'NoResp') === undefined ? { cmdId } : { cmdId, noResp: true };
}

function meta(element: SyncmlElement) {
  const found = readMeta(element);
  return found === undefined ? undefined : { meta: found };
}

function credentials(element: SyncmlElement) {
  const found = childOf(element, 'Cred');
  return found === undefined ? undefined : { cred: readCredentials(found) };
}

function addressOf(element: SyncmlElement, name: 'Target' | 'Source') {
  const found = childOf(element, name);
  return found === undefined ? { uri: '' } : readAddress(found);
}
