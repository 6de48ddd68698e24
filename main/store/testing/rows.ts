import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type {
  AccountRow,
  AlertRow,
  DeliveryRow,
  DeviceRow,
  GatewayRow,
  MessageRow,
  NewChange,
} from '../types.ts';

/** An account named by its id. */
export function accountRow(id: string, given: Partial<AccountRow> = {}): AccountRow {
  return {
    id,
    address: `${id}@example.org`,
    displayName: '',
    mailbox: null,
    conflicts: {},
    timeZone: null,
    createdAt: 1,
    updatedAt: 1,
    ...given,
  };
}

/** A device of the account `anna` with one ticked folder. */
export function deviceRow(id: string, given: Partial<DeviceRow> = {}): DeviceRow {
  return {
    id,
    accountId: 'anna',
    name: id,
    clientType: 'nokia',
    number: null,
    pushEnabled: true,
    pausedBy: null,
    quietHours: null,
    mergeWindowMs: null,
    hourlyCap: null,
    logMessages: false,
    folders: [
      {
        id: `${id}-contacts`,
        dataType: 'contacts',
        name: 'Contacts',
        syncType: 'two-way',
        enabled: true,
        place: '',
      },
    ],
    createdAt: 1,
    updatedAt: 1,
    ...given,
  };
}

/** A change of anna's contacts. */
export function newChange(traceId: string, given: Partial<NewChange> = {}): NewChange {
  return {
    traceId,
    accountId: 'anna',
    dataType: 'contacts',
    folder: 'contacts',
    origin: null,
    source: 'api',
    at: 1_000,
    ...given,
  };
}

/** A planned alert to anna's phone. */
export function alertRow(id: string, given: Partial<AlertRow> = {}): AlertRow {
  return {
    id,
    traceId: `trace-${id}`,
    traceIds: [`trace-${id}`],
    accountId: 'anna',
    deviceId: 'phone',
    state: 'planned',
    reason: 'merging',
    channel: 'sms',
    folders: [{ folderId: 'f', dataType: 'contacts', name: 'Contacts', syncType: 'two-way' }],
    changeCount: 1,
    sessionId: null,
    messageId: null,
    createdAt: 1_000,
    dueAt: 6_000,
    sentAt: null,
    deliveredAt: null,
    answeredAt: null,
    endedAt: null,
    ...given,
  };
}

/** A queued SMS. */
export function messageRow(id: string, given: Partial<MessageRow> = {}): MessageRow {
  return {
    id,
    traceId: `trace-${id}`,
    alertId: null,
    accountId: 'anna',
    deviceId: 'phone',
    number: '+48600100200',
    state: 'queued',
    parts: [{ udh: '0605040b8423f0', data: '00ff' }],
    shownParts: null,
    dcs: 0xf5,
    pid: 0,
    attempts: 0,
    nextAttemptAt: 1_000,
    expiresAt: 9_000,
    createdAt: 1_000,
    endedAt: null,
    source: 'alert',
    class: 'alert',
    owner: '',
    lane: '',
    userId: null,
    sender: '',
    gatewayId: null,
    reason: null,
    detail: '',
    cost: null,
    hops: 0,
    ...given,
  };
}

/** An attempt that a gateway accepted. */
export function deliveryRow(id: string, given: Partial<DeliveryRow> = {}): DeliveryRow {
  return {
    id,
    messageId: 'message',
    gatewayId: 'gateway',
    attempt: 1,
    startedAt: 1_000,
    endedAt: 1_100,
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

/** An active HTTP gateway. */
export function gatewayRow(id: string, given: Partial<GatewayRow> = {}): GatewayRow {
  return {
    id,
    kind: 'http',
    name: id,
    active: true,
    priority: 10,
    url: 'http://127.0.0.1/send?to=%number%',
    method: 'GET',
    body: '',
    contentType: '',
    headers: { accept: 'text/plain' },
    user: '',
    sender: '',
    successPattern: '',
    idPattern: '',
    concurrency: 4,
    timeoutMs: 10_000,
    createdAt: 1,
    options: defaultGatewayOptions,
    ...given,
  };
}

/** A line of the log. */
export function logEntry(id: number, given: Partial<LogEntry> = {}): LogEntry {
  return {
    id,
    at: id * 1_000,
    level: 'info',
    area: 'push',
    key: 'alert.sent',
    params: { device: 'Phone', folders: ['Contacts'] },
    text: `Alert ${id} sent`,
    traceId: null,
    accountId: null,
    deviceId: null,
    gatewayId: null,
    ...given,
  };
}
