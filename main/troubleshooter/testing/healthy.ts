import { defaultGatewayOptions, noGatewayFacts } from '../../../shared/model/gateway.ts';
import type { Gateway } from '../../../shared/model/gateway.ts';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type { Session, SessionDatastore } from '../../../shared/model/session.ts';
import { defaultPushSettings, defaultSettings } from '../../../shared/model/settings.ts';
import type { ConfigurationRow, LinkRow } from '../../store/provisioning-types.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import type { AlertRow, ChangeRow, DeviceRow, MessageRow } from '../../store/types.ts';
import type { Facts } from '../facts.ts';
import { aWay } from './ways.ts';

/** When the walk is made; an hour after the phone was last heard of. */
export const now = 1_800_000_000_000;
const hour = 3_600_000;
const then = now - hour;

const nothing = { added: 0, changed: 0, deleted: 0, failed: 0 };

export const ada = {
  id: 'account-ada',
  address: 'ada@example.org',
  displayName: 'Ada',
  mailbox: null,
  conflicts: {},
  timeZone: null,
  createdAt: 0,
  updatedAt: 0,
} as const;

/** A device with a ticked folder for contacts, and one for mail that is not. */
export function aDevice(over: Partial<DeviceRow> = {}): DeviceRow {
  return {
    id: 'device-1',
    accountId: ada.id,
    name: 'E71',
    clientType: 'nokia',
    number: '+48600100200',
    pushEnabled: true,
    pausedBy: null,
    quietHours: null,
    mergeWindowMs: null,
    hourlyCap: null,
    logMessages: false,
    folders: [aFolder('contacts', 'Contacts'), { ...aFolder('inbox', 'Inbox'), enabled: false }],
    createdAt: then - hour,
    updatedAt: then,
    ...over,
  };
}

export function aFolder(
  dataType: DeviceRow['folders'][number]['dataType'],
  name: string,
): DeviceRow['folders'][number] {
  const id = `folder-${dataType}`;
  return { id, dataType, name, syncType: 'two-way', enabled: true, place: '' };
}

export function aClient(over: Partial<SyncClientRow> = {}): SyncClientRow {
  return {
    id: 'client-1',
    accountId: ada.id,
    syncId: 'IMEI:004999010640000',
    deviceId: 'device-1',
    hardware: null,
    deviceInfo: null,
    nonce: null,
    isBlocked: false,
    isDismissed: false,
    firstSeenAt: then,
    lastSeenAt: then,
    mismatchDeviceId: null,
    mismatchAt: null,
    ...over,
  };
}

export function aDatastore(uri: string, over: Partial<SessionDatastore> = {}): SessionDatastore {
  return {
    dataType: 'contacts',
    collectionId: `collection-${over.dataType ?? 'contacts'}`,
    uri,
    deviceUri: './C:Contacts',
    mode: 'two-way',
    status: 200,
    fromClient: nothing,
    fromServer: nothing,
    matched: 0,
    conflicts: 0,
    held: 0,
    ...over,
  };
}

export function aSession(over: Partial<Session> = {}): Session {
  return {
    id: 'session-1',
    traceId: 'trace-1',
    accountId: ada.id,
    accountAddress: ada.address,
    deviceId: 'device-1',
    deviceName: 'E71',
    syncId: 'IMEI:004999010640000',
    wireId: '1',
    version: '1.2',
    encoding: 'wbxml',
    state: 'done',
    reason: null,
    alertId: null,
    startedAt: then,
    endedAt: then + 1_000,
    requests: 4,
    bytesIn: 1,
    bytesOut: 1,
    serverMs: 1,
    datastores: [aDatastore('Contacts')],
    hasMessages: false,
    ...over,
  };
}

export function aGateway(over: Partial<Gateway> = {}): Gateway {
  return {
    id: 'gateway-1',
    kind: 'http',
    name: 'Provider',
    active: true,
    priority: 1,
    url: '',
    method: 'GET',
    body: '',
    contentType: '',
    headers: {},
    user: '',
    hasPassword: false,
    sender: '',
    successPattern: '',
    idPattern: '',
    concurrency: 1,
    timeoutMs: 1_000,
    hasPin: false,
    ...defaultGatewayOptions,
    facts: noGatewayFacts,
    breaker: 'closed',
    retryAt: null,
    underWay: 0,
    perMinuteNow: 0,
    partsToday: 0,
    partsThisMonth: 0,
    state: 'working',
    reason: 'ok',
    detail: '',
    queued: 0,
    sentToday: 1,
    failedToday: 0,
    lastUsedAt: then,
    createdAt: 0,
    ...over,
  };
}

export function anAlert(over: Partial<AlertRow> = {}): AlertRow {
  return {
    id: 'alert-1',
    traceId: 'trace-2',
    traceIds: ['trace-2'],
    accountId: ada.id,
    deviceId: 'device-1',
    state: 'answered',
    reason: null,
    channel: 'sms',
    folders: [],
    changeCount: 1,
    sessionId: 1,
    messageId: 'message-1',
    createdAt: then,
    dueAt: then,
    sentAt: then,
    deliveredAt: then,
    answeredAt: then,
    endedAt: then,
    ...over,
  };
}

export function aChange(over: Partial<ChangeRow> = {}): ChangeRow {
  return {
    id: 1,
    traceId: 'trace-2',
    accountId: ada.id,
    dataType: 'contacts',
    folder: 'contacts',
    origin: null,
    source: 'api',
    at: then,
    ...over,
  };
}

export function aMessage(over: Partial<MessageRow> = {}): MessageRow {
  return {
    id: 'message-1',
    traceId: 'trace-2',
    alertId: 'alert-1',
    accountId: ada.id,
    deviceId: 'device-1',
    number: '+48600100200',
    state: 'delivered',
    parts: [],
    shownParts: null,
    dcs: 0xf5,
    pid: 0,
    attempts: 1,
    nextAttemptAt: then,
    expiresAt: now,
    createdAt: then,
    endedAt: then,
    source: 'alert',
    class: 'alert',
    owner: ada.id,
    lane: '',
    userId: null,
    sender: '',
    gatewayId: null,
    reason: null,
    detail: '',
    cost: null,
    hops: 0,
    ...over,
  };
}

export function aConfiguration(over: Partial<ConfigurationRow> = {}): ConfigurationRow {
  return {
    id: 'configuration-1',
    deviceId: 'device-1',
    accountId: ada.id,
    traceId: 'trace-3',
    format: 'oma-cp',
    security: 'userpin',
    state: 'sent',
    reason: null,
    url: '',
    segments: 3,
    messageIds: ['message-2'],
    fingerprint: '',
    pinDelivery: 'screen',
    pinUntil: null,
    createdAt: then,
    sentAt: then,
    deliveredAt: null,
    configuredAt: null,
    sessionId: null,
    ...over,
  };
}

export function aLink(over: Partial<LinkRow> = {}): LinkRow {
  return {
    id: 'link-1',
    deviceId: 'device-1',
    accountId: ada.id,
    use: 'time',
    sentBy: 'mail',
    tokenHash: '',
    browserHash: null,
    createdAt: then,
    expiresAt: now + hour,
    openedAt: null,
    openedCount: 0,
    revokedAt: null,
    ...over,
  };
}

export function aWarning(key: string, params: LogEntry['params'] = {}): LogEntry {
  const nobody = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
  return { ...nobody, id: 1, at: then, level: 'warn', area: 'sync', key, params, text: '' };
}

/** A device whose chain holds from end to end, save for what a test changes. */
export function healthy(over: Partial<Facts> = {}): Facts {
  const { gateways = [aGateway()] } = over;
  return {
    now,
    device: aDevice(),
    account: ada,
    hasPassword: true,
    mailboxState: 'off',
    settings: {
      sync: defaultSettings.sync,
      listeners: { ...defaultSettings.listeners, publicUrl: 'https://sync.example.org' },
    },
    push: { active: true, serverId: defaultPushSettings.serverId },
    listeners: [
      { name: 'devices-http', host: '127.0.0.1', port: 8080, state: 'working', detail: '' },
    ],
    gateways,
    way: aWay(gateways),
    isVirtual: false,
    devices: [aDevice()],
    clients: [aClient()],
    client: aClient(),
    sessions: [aSession()],
    refused: [],
    doorTroubles: [],
    configuration: undefined,
    link: undefined,
    message: aMessage(),
    alertMessage: aMessage(),
    alerts: [anAlert()],
    changes: [aChange()],
    knownServerId: undefined,
    ...over,
  };
}

/** The same device before any phone has come. */
export function untouched(over: Partial<Facts> = {}): Facts {
  return healthy({
    clients: [],
    client: undefined,
    sessions: [],
    message: undefined,
    alertMessage: undefined,
    alerts: [],
    changes: [],
    ...over,
  });
}
