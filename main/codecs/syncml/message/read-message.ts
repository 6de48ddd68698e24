import { CodecError } from '../../codec-error.ts';
import { childOf, textOf, type SyncmlElement } from '../elements.ts';
import type { SyncHeader, SyncmlMessage } from './model.ts';
import { readCommands } from './read-commands.ts';
import { readAddress, readCredentials, readMeta, tokenOf } from './read-parts.ts';

/**
 * Reads the tree of a message (SyncML representation protocol 1.2 §5) as leniently as it can be
 * answered at all: what is optional or unknown may be absent, odd or out of order. A message
 * without SyncHdr, SessionID, MsgID or the sender's name is a CodecError `missing`.
 */
export function readMessage(root: SyncmlElement): SyncmlMessage {
  if (root.space !== 'syncml' || root.name !== 'SyncML') {
    throw new CodecError('syncml', 'unsupported');
  }
  const body = childOf(root, 'SyncBody');
  return {
    header: readHeader(required(childOf(root, 'SyncHdr'))),
    commands: body === undefined ? [] : readCommands(body),
    final: body !== undefined && childOf(body, 'Final') !== undefined,
  };
}

function readHeader(element: SyncmlElement): SyncHeader {
  const target = childOf(element, 'Target');
  const respUri = childOf(element, 'RespURI');
  const cred = childOf(element, 'Cred');
  const meta = readMeta(element);
  return {
    verDtd: tokenOf(element, 'VerDTD') ?? '',
    verProto: tokenOf(element, 'VerProto') ?? '',
    sessionId: required(tokenOf(element, 'SessionID')),
    msgId: required(tokenOf(element, 'MsgID')),
    target: target === undefined ? { uri: '' } : readAddress(target),
    source: readAddress(required(childOf(element, 'Source'))),
    ...(respUri !== undefined && { respUri: textOf(respUri) }),
    ...(childOf(element, 'NoResp') !== undefined && { noResp: true }),
    ...(cred !== undefined && { cred: readCredentials(cred) }),
    ...(meta !== undefined && { meta }),
  };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new CodecError('syncml', 'missing');
  return value;
}
