import type { Delivery, Message } from '../../shared/model/message.ts';

/** A message for tests: a text that waits for its turn. */
export function sampleMessage(given: Partial<Message> = {}): Message {
  return {
    id: 'message-1',
    traceId: 'trace-1',
    alertId: null,
    deviceId: null,
    number: '+48600100201',
    state: 'queued',
    parts: [{ udh: '', data: '48656c6c6f' }],
    dcs: 0,
    pid: 0,
    attempts: 0,
    nextAttemptAt: 1_000,
    expiresAt: 86_401_000,
    createdAt: 1_000,
    endedAt: null,
    source: 'console',
    class: 'normal',
    accountId: null,
    userId: null,
    sender: '',
    gatewayId: null,
    reason: null,
    detail: '',
    text: 'Hello',
    cost: null,
    ...given,
  };
}

/** An attempt for tests: one that a gateway took. */
export function sampleDelivery(given: Partial<Delivery> = {}): Delivery {
  return {
    id: 'd1',
    messageId: 'message-1',
    gatewayId: 'gateway-1',
    gatewayName: 'Office modem',
    attempt: 1,
    startedAt: 1_500,
    endedAt: 2_000,
    outcome: 'accepted',
    reason: null,
    detail: '',
    providerId: null,
    reportedAt: null,
    reportState: null,
    reportDetail: '',
    ...given,
  };
}
