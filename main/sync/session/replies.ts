import type { Command, StatusCommand, SyncItem } from '../../codecs/syncml/message/model.ts';
import type { SessionState } from './state.ts';

/** What a Status says beside its code. */
export interface ReplyDetails {
  readonly targetRefs?: readonly string[];
  readonly sourceRefs?: readonly string[];
  readonly items?: readonly SyncItem[];
}

const names: Readonly<Record<Exclude<Command['kind'], 'other'>, string>> = {
  add: 'Add',
  replace: 'Replace',
  delete: 'Delete',
  copy: 'Copy',
  move: 'Move',
  sync: 'Sync',
  atomic: 'Atomic',
  sequence: 'Sequence',
  alert: 'Alert',
  map: 'Map',
  put: 'Put',
  get: 'Get',
  results: 'Results',
  status: 'Status',
};

/** Name of a command's element. */
export function nameOf(command: Command): string {
  return command.kind === 'other' ? command.name : names[command.kind];
}

/**
 * Answers a command with a Status, unless its sender wants none. It goes out with the next message
 * that has room for it, in the order of the calls.
 */
export function reply(
  session: SessionState,
  command: Command,
  code: number,
  details: ReplyDetails = {},
): void {
  if (command.kind === 'status') return;
  if (command.noResp === true || session.header.noResp === true) return;
  session.statuses.push(statusFor(session.header.msgId, command, code, details));
}

/** A Status for a command of the message `msgId`. */
export function statusFor(
  msgId: string,
  command: Command,
  code: number,
  { targetRefs = [], sourceRefs = [], items = [] }: ReplyDetails = {},
): Omit<StatusCommand, 'cmdId'> {
  return {
    kind: 'status',
    msgRef: msgId,
    cmdRef: command.cmdId,
    cmd: nameOf(command),
    targetRefs,
    sourceRefs,
    code,
    items,
  };
}

/** Notes a status that is no success, for the console. */
export function noteProblem(
  session: SessionState,
  by: 'client' | 'server',
  about: { command: string; uri: string; itemRef?: string; status: number },
): void {
  session.record.problem({
    by,
    command: about.command,
    uri: about.uri,
    itemRef: about.itemRef ?? '',
    status: about.status,
  });
}
