import type { Message } from '../../../shared/model/message.ts';
import { shownMessage } from '../../store/message-parts.ts';
import type { MessageRow } from '../../store/types.ts';
import { textOfMessage } from '../message-text.ts';

/** A message as the console shows it, with what it says and what it waits for. */
export function messageInWords(row: MessageRow, isQueuePaused: boolean): Message {
  const shown = { ...shownMessage(row), text: textOfMessage(row) };
  return isQueuePaused && row.state === 'queued' ? { ...shown, reason: 'queue-paused' } : shown;
}
