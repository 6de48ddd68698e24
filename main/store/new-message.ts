import type { MessageRow } from './types.ts';

/** What somebody who puts a message into the queue has to say of it. */
type Needed =
  'id' | 'traceId' | 'number' | 'parts' | 'dcs' | 'source' | 'class' | 'createdAt' | 'expiresAt';

/** A message that is due at once, of which nothing is known but what is told here. */
export function newMessage(
  told: Pick<MessageRow, Needed> & Partial<Omit<MessageRow, Needed | 'state'>>,
): MessageRow {
  return {
    alertId: null,
    accountId: null,
    deviceId: null,
    shownParts: null,
    pid: 0,
    owner: told.accountId ?? told.userId ?? '',
    lane:
      told.gatewayId === null || told.gatewayId === undefined ? '' : `gateway:${told.gatewayId}`,
    userId: null,
    sender: '',
    gatewayId: null,
    cost: null,
    hops: 0,
    nextAttemptAt: told.createdAt,
    ...told,
    state: 'queued',
    attempts: 0,
    endedAt: null,
    reason: null,
    detail: '',
  };
}
