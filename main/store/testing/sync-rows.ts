import type {
  CollectionRow,
  HoldRow,
  ItemMapRow,
  ItemRow,
  ItemVersionRow,
  PhoneItemRow,
  SessionRow,
  SyncClientRow,
  SyncStateRow,
} from '../sync-types.ts';

/** Anna's main contacts, unless told otherwise. */
export function collectionRow(id: string, given: Partial<CollectionRow> = {}): CollectionRow {
  return {
    id,
    accountId: 'anna',
    dataType: 'contacts',
    name: '',
    corporateAccess: null,
    shares: [],
    createdAt: 1,
    ...given,
  };
}

/** A contact of the collection `contacts`, named by its id. */
export function itemRow(id: string, given: Partial<ItemRow> = {}): ItemRow {
  return {
    id,
    collectionId: 'contacts',
    kind: 'contact',
    content: JSON.stringify({ kind: 'contact', id }),
    title: `Title ${id}`,
    subtitle: '',
    fingerprint: `fingerprint-${id}`,
    matchKeys: JSON.stringify({ exact: id }),
    lookupKeys: [`key-${id}`],
    revision: 1,
    version: 1,
    origin: 'client:phone',
    createdAt: 1,
    modifiedAt: 1,
    deletedAt: null,
    ...given,
  };
}

/** The first version of an item. */
export function versionRow(itemId: string, given: Partial<ItemVersionRow> = {}): ItemVersionRow {
  return {
    itemId,
    version: 1,
    reason: 'created',
    revision: 1,
    content: JSON.stringify({ kind: 'contact', id: itemId }),
    title: `Title ${itemId}`,
    origin: 'client:phone',
    at: 1,
    ...given,
  };
}

/** A client of anna's that is not paired. */
export function clientRow(id: string, given: Partial<SyncClientRow> = {}): SyncClientRow {
  return {
    id,
    accountId: 'anna',
    syncId: `IMEI:${id}`,
    deviceId: null,
    hardware: null,
    deviceInfo: null,
    nonce: null,
    isBlocked: false,
    isDismissed: false,
    firstSeenAt: 1,
    lastSeenAt: 1,
    mismatchDeviceId: null,
    mismatchAt: null,
    ...given,
  };
}

/** The client `phone` has synchronised the collection `contacts` up to revision 10. */
export function stateRow(given: Partial<SyncStateRow> = {}): SyncStateRow {
  return {
    clientId: 'phone',
    datastore: 'contacts',
    deviceUri: './Contacts',
    clientAnchor: '20',
    serverAnchor: '2',
    revision: 10,
    round: 1,
    openMode: null,
    openAnchor: null,
    openSince: null,
    isResyncWanted: false,
    completedAt: 1,
    ...given,
  };
}

/** That the client `phone` has an item of the collection `contacts`. */
export function mapRow(itemId: string, given: Partial<ItemMapRow> = {}): ItemMapRow {
  return {
    clientId: 'phone',
    datastore: 'contacts',
    itemId,
    luid: `luid-${itemId}`,
    revision: 1,
    round: 1,
    state: 'ok',
    ...given,
  };
}

/** A hold on two items. */
export function holdRow(id: string, given: Partial<HoldRow> = {}): HoldRow {
  return {
    id,
    clientId: 'phone',
    accountId: 'anna',
    sessionId: 'session',
    datastore: 'contacts',
    collectionId: 'contacts',
    itemIds: ['a', 'b'],
    total: 3,
    at: 1,
    ...given,
  };
}

/** A session of anna's phone that went well. */
export function sessionRow(id: string, given: Partial<SessionRow> = {}): SessionRow {
  return {
    id,
    traceId: `trace-${id}`,
    accountId: 'anna',
    deviceId: 'phone',
    clientId: 'client',
    syncId: 'IMEI:1',
    wireId: '1',
    version: '1.2',
    encoding: 'wbxml',
    state: 'done',
    reason: null,
    alertId: null,
    startedAt: 1,
    endedAt: 2,
    requests: 3,
    bytesIn: 100,
    bytesOut: 200,
    serverMs: 1.5,
    datastores: [],
    ...given,
  };
}

/** A contact on a virtual phone. */
export function phoneItemRow(luid: string, given: Partial<PhoneItemRow> = {}): PhoneItemRow {
  return {
    deviceId: 'phone',
    luid,
    dataType: 'contacts',
    content: '{}',
    pending: null,
    changedAt: 1,
    ...given,
  };
}
