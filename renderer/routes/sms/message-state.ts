import type { Delivery, MessageState } from '../../../shared/model/message.ts';
import type { StateMark } from '../../../shared/model/words.ts';

/** The mark of each state of a message. */
export const messageMarks: Readonly<Record<MessageState, StateMark>> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'working',
  delivered: 'working',
  failed: 'failed',
  expired: 'off',
  uncertain: 'attention',
  paused: 'paused',
  dropped: 'off',
};

/** The mark of each outcome of an attempt. */
export const outcomeMarks: Readonly<Record<Delivery['outcome'], StateMark>> = {
  'under-way': 'waiting',
  accepted: 'working',
  refused: 'failed',
  unreachable: 'failed',
  uncertain: 'attention',
};
