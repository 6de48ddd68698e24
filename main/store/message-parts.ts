import type { Message } from '../../shared/model/message.ts';
import type { MessageRow } from './types.ts';

/** States in which nobody hands a message over any more. */
type EndState = Exclude<MessageRow['state'], 'queued' | 'sending' | 'paused'>;

/**
 * A message that no gateway will be handed again. What is secret in it goes with that: history is kept
 * for months, and a configuration's password and PIN are of no use to it.
 *
 * @param now Milliseconds since 1970.
 */
export function endedMessage<State extends EndState>(
  message: MessageRow,
  state: State,
  now: number,
): MessageRow & { readonly state: State } {
  return { ...message, state, parts: message.shownParts ?? message.parts, endedAt: now };
}

/** A message as the API shows it: without the secrets that it carries. Its text is not read here. */
export function shownMessage({
  owner: _owner,
  lane: _lane,
  hops: _hops,
  shownParts,
  ...message
}: MessageRow): Message {
  return { ...message, parts: [...(shownParts ?? message.parts)], text: null };
}
