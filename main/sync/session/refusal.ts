import { encodedMessageSize, encodedSize, encodeSyncmlMessage } from '../../codecs/syncml/index.ts';
import type { SyncmlForm } from '../../codecs/syncml/index.ts';
import type {
  Challenge,
  Command,
  StatusCommand,
  SyncmlMessage,
} from '../../codecs/syncml/message/model.ts';
import type { SyncSettings } from '../../../shared/model/settings.ts';
import { syncLimits } from '../limits.ts';
import { answerHeader } from './answer-header.ts';
import { statusFor } from './replies.ts';

/** Why a message is answered without a session. */
export interface Refusal {
  readonly code: number;
  readonly challenge?: Challenge | undefined;
}

/**
 * Answers a message of somebody who is not let in: the same Status for the header and for each
 * command, none of which was executed (OMA SyncML security 1.2 §5).
 */
export function refuseMessage(
  message: SyncmlMessage,
  form: SyncmlForm,
  { code, challenge }: Refusal,
  settings: SyncSettings,
): Uint8Array {
  const { header } = message;
  const msgId = /^\d{1,9}$/u.test(header.msgId) ? header.msgId : '1';
  const answer = answerHeader(header, { version: form.version, msgId, settings });
  const limit = Math.min(header.meta?.maxMsgSize ?? Infinity, settings.maxMessageSize);
  let left =
    Math.max(limit, syncLimits.smallestMessageOctets) -
    encodedMessageSize({ header: answer, commands: [], final: true }, form);
  const statuses: StatusCommand[] = [];
  const add = (status: Omit<StatusCommand, 'cmdId'>): boolean => {
    const numbered = { ...status, cmdId: String(statuses.length + 1) };
    left -= encodedSize(numbered, form);
    const fits = left >= 0 || statuses.length === 0;
    if (fits) statuses.push(numbered);
    return fits;
  };
  if (header.noResp !== true) {
    add({
      kind: 'status',
      msgRef: header.msgId,
      cmdRef: '0',
      cmd: 'SyncHdr',
      targetRefs: [header.target.uri],
      sourceRefs: [header.source.uri],
      ...(challenge === undefined ? {} : { challenge }),
      code,
      items: [],
    });
    for (const command of flattened(message.commands, 0)) {
      if (command.noResp === true) continue;
      if (!add(statusFor(header.msgId, command, code))) break;
    }
  }
  return encodeSyncmlMessage({ header: answer, commands: statuses, final: true }, form);
}

/** All commands that want a Status, those within others included. */
function* flattened(commands: readonly Command[], depth: number): Generator<Command> {
  for (const command of commands) {
    if (command.kind === 'status') continue;
    yield command;
    if ('commands' in command && depth < syncLimits.nesting) {
      yield* flattened(command.commands, depth + 1);
    }
  }
}
