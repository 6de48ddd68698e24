import type { SyncmlElement, SyncmlNode } from '../elements.ts';
import type { SyncHeader, SyncmlMessage, SyncmlVersion } from './model.ts';
import { writeCommands } from './write-commands.ts';
import { element, flag, leaf, writeAddress, writeCredentials, writeMeta } from './write-parts.ts';

/**
 * Writes a message as a tree, every part where the DTD of that version has it (SyncML
 * representation protocol 1.2 §5.2). The header's own VerDTD and VerProto stay as they are.
 */
export function writeMessage(message: SyncmlMessage, version: SyncmlVersion): SyncmlElement {
  const commands: (SyncmlNode | undefined)[] = writeCommands(message.commands, version);
  return element('SyncML', [
    writeHeader(message.header, version),
    element('SyncBody', commands.concat(flag('Final', message.final))),
  ]);
}

function writeHeader(header: SyncHeader, version: SyncmlVersion): SyncmlElement {
  return element('SyncHdr', [
    leaf('VerDTD', header.verDtd),
    leaf('VerProto', header.verProto),
    leaf('SessionID', header.sessionId),
    leaf('MsgID', header.msgId),
    writeAddress('Target', header.target, version),
    writeAddress('Source', header.source, version),
    leaf('RespURI', header.respUri),
    flag('NoResp', header.noResp),
    writeCredentials(header.cred, version),
    writeMeta(header.meta, version),
  ]);
}
