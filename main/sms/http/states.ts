import type { MessageRow } from '../../store/types.ts';

/** Where a message stands, as somebody outside sees it. */
export type ApiMessageState = 'accepted' | 'sent' | 'delivered' | 'failed' | 'expired';

/** The state of a message for whoever handed it in: that it waits, and why, is our affair. */
export function apiState({ state }: Pick<MessageRow, 'state'>): ApiMessageState {
  switch (state) {
    case 'queued':
    case 'sending':
    case 'paused':
    case 'uncertain':
      return 'accepted';
    case 'dropped':
      return 'failed';
    default:
      return state;
  }
}
