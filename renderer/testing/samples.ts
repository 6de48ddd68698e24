import { defaultGatewayOptions, noGatewayFacts } from '../../shared/model/gateway.ts';
import type { Phone } from '../../shared/model/phone.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Alert } from '../../shared/model/alert.ts';
import type { Collection } from '../../shared/model/collection.ts';
import type { Device } from '../../shared/model/device.ts';
import type { Gateway } from '../../shared/model/gateway.ts';
import type { Configuration, ProvisioningLink } from '../../shared/model/provisioning.ts';
import type { Session, SessionDatastore } from '../../shared/model/session.ts';
import type { ItemVersion } from '../../shared/model/item.ts';

/** An account for tests, with what is given in place of the usual. */
export function sampleAccount(given: Partial<Account> = {}): Account {
  return {
    id: 'account-1',
    address: 'ada@example.org',
    displayName: 'Ada Nowak',
    hasPassword: false,
    mailbox: null,
    mailboxState: 'off',
    conflicts: {},
    timeZone: null,
    deviceCount: 1,
    createdAt: 1_000,
    updatedAt: 1_000,
    ...given,
  };
}

/** A device for tests: a Nokia that works. */
export function sampleDevice(given: Partial<Device> = {}): Device {
  return {
    id: 'device-1',
    accountId: 'account-1',
    accountAddress: 'ada@example.org',
    name: 'Ada’s E71',
    clientType: 'nokia',
    number: '+48600100201',
    pushEnabled: true,
    pausedBy: null,
    channel: 'sms',
    quietHours: null,
    mergeWindowMs: null,
    hourlyCap: null,
    folders: [
      {
        id: 'folder-1',
        dataType: 'contacts',
        name: 'Contacts',
        syncType: 'two-way',
        enabled: true,
        place: '',
      },
      {
        id: 'folder-2',
        dataType: 'calendar',
        name: 'Calendar',
        syncType: 'two-way',
        enabled: false,
        place: '',
      },
    ],
    state: 'working',
    reason: 'ok',
    isVirtual: false,
    syncId: null,
    hardware: null,
    mismatch: null,
    logMessages: false,
    lastSessionAt: null,
    lastSessionState: null,
    queued: 0,
    lastAlertAt: null,
    lastDeliveredAt: null,
    lastAnsweredAt: null,
    lastAlertReason: null,
    failures: 0,
    createdAt: 1_000,
    updatedAt: 1_000,
    ...given,
  };
}

/** A gateway for tests: an HTTP provider that works. */
export function sampleGateway(given: Partial<Gateway> = {}): Gateway {
  return {
    id: 'gateway-1',
    kind: 'http',
    name: 'Provider',
    active: true,
    priority: 10,
    url: 'https://sms.example.org/?to=%number%',
    method: 'GET',
    body: '',
    contentType: '',
    headers: {},
    user: '',
    hasPassword: false,
    sender: '',
    successPattern: '',
    idPattern: '',
    concurrency: 8,
    timeoutMs: 15_000,
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
    sentToday: 0,
    failedToday: 0,
    lastUsedAt: null,
    createdAt: 1_000,
    ...given,
  };
}

/** An alert for tests: one that was delivered. */
export function sampleAlert(given: Partial<Alert> = {}): Alert {
  return {
    id: 'alert-1',
    traceId: 'trace-1',
    accountId: 'account-1',
    deviceId: 'device-1',
    deviceName: 'Ada’s E71',
    state: 'delivered',
    reason: null,
    channel: 'sms',
    folders: [],
    changeCount: 1,
    sessionId: 1,
    messageId: 'message-1',
    createdAt: 1_000,
    dueAt: 6_000,
    sentAt: 6_100,
    deliveredAt: 8_000,
    answeredAt: null,
    endedAt: 8_000,
    ...given,
  };
}

/** A folder for tests: the main one of an account's contacts. */
export function sampleCollection(given: Partial<Collection> = {}): Collection {
  return {
    id: 'collection-1',
    accountId: 'account-1',
    accountAddress: 'ada@example.org',
    dataType: 'contacts',
    name: '',
    uri: 'contacts',
    corporateAccess: null,
    shares: [],
    itemCount: 0,
    bytes: 0,
    changedAt: null,
    createdAt: 1_000,
    ...given,
  };
}

/** A version of an item for tests: the first one, made by a device. */
export function sampleVersion(given: Partial<ItemVersion> = {}): ItemVersion {
  return {
    version: 1,
    reason: 'created',
    at: 1_000,
    origin: { kind: 'device', deviceId: 'device-1', name: 'Ada’s E71' },
    title: 'Ada',
    isCurrent: false,
    fields: [],
    content: { kind: 'contact' },
    ...given,
  };
}

const noChange = { added: 0, changed: 0, deleted: 0, failed: 0 } as const;

/** A datastore of a session for tests: contacts, nothing changed. */
export function sampleDatastore(given: Partial<SessionDatastore> = {}): SessionDatastore {
  return {
    dataType: 'contacts',
    collectionId: 'collection-1',
    uri: 'contacts',
    deviceUri: './contacts',
    mode: 'two-way',
    status: 200,
    fromClient: noChange,
    fromServer: noChange,
    matched: 0,
    conflicts: 0,
    held: 0,
    ...given,
  };
}

/** A session for tests: one that went well. */
export function sampleSession(given: Partial<Session> = {}): Session {
  return {
    id: 'session-1',
    traceId: 'trace-1',
    accountId: 'account-1',
    accountAddress: 'ada@example.org',
    deviceId: 'device-1',
    deviceName: 'Ada’s E71',
    syncId: 'IMEI:004400123456789',
    wireId: '79',
    version: '1.2',
    encoding: 'wbxml',
    state: 'done',
    reason: null,
    alertId: null,
    startedAt: 10_000,
    endedAt: 11_200,
    requests: 3,
    bytesIn: 2_000,
    bytesOut: 1_500,
    serverMs: 12,
    datastores: [sampleDatastore()],
    hasMessages: false,
    ...given,
  };
}

/** Settings of a virtual phone as its device's page has them. */
export const sampleProfile: Phone['profile'] = {
  source: 'device',
  name: 'Pushdesk',
  serverId: 'Pushdesk',
  url: 'http://127.0.0.1:8080/syncml',
  user: 'ada@example.org',
  hasPassword: true,
  databases: [{ dataType: 'contacts', name: 'Contacts' }],
};

/** A configuration for tests: one that waits in the queue. */
export function sampleConfiguration(given: Partial<Configuration> = {}): Configuration {
  return {
    id: 'configuration-1',
    deviceId: 'device-1',
    traceId: 'trace-1',
    format: 'oma-cp',
    security: 'userpin',
    state: 'queued',
    reason: null,
    url: 'https://sync.example.org:443/syncml',
    segments: 3,
    messageIds: ['message-1'],
    pinDelivery: 'screen',
    pinUntil: null,
    createdAt: 1_000,
    sentAt: null,
    deliveredAt: null,
    configuredAt: null,
    sessionId: null,
    ...given,
  };
}

/** A link for tests: one that nobody has opened yet. */
export function sampleLink(given: Partial<ProvisioningLink> = {}): ProvisioningLink {
  return {
    id: 'link-1',
    deviceId: 'device-1',
    use: 'time',
    state: 'open',
    sentBy: 'none',
    createdAt: 1_000,
    expiresAt: 1_000_000,
    openedAt: null,
    openedCount: 0,
    ...given,
  };
}
