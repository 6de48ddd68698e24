import type { ConfigurationRow, LinkRow } from '../provisioning-types.ts';

/** A configuration of anna's phone that is on its way. */
export function configurationRow(
  id: string,
  given: Partial<ConfigurationRow> = {},
): ConfigurationRow {
  return {
    id,
    deviceId: 'phone',
    accountId: 'anna',
    traceId: `trace-${id}`,
    format: 'oma-cp',
    security: 'userpin',
    state: 'queued',
    reason: null,
    url: 'https://sync.example.org:443/syncml',
    segments: 3,
    messageIds: [`message-${id}`],
    fingerprint: 'abc',
    pinDelivery: 'screen',
    pinUntil: 5_000,
    createdAt: 1_000,
    sentAt: null,
    deliveredAt: null,
    configuredAt: null,
    sessionId: null,
    ...given,
  };
}

/** An open link of anna's phone. */
export function linkRow(id: string, given: Partial<LinkRow> = {}): LinkRow {
  return {
    id,
    deviceId: 'phone',
    accountId: 'anna',
    tokenHash: `hash-${id}`,
    browserHash: null,
    use: 'time',
    sentBy: 'sms',
    createdAt: 1_000,
    expiresAt: 9_000,
    openedAt: null,
    openedCount: 0,
    revokedAt: null,
    ...given,
  };
}
