import type { CollectionShare } from '../../shared/model/collection.ts';
import type { ItemSummary, VersionReason } from '../../shared/model/item.ts';
import type {
  Hardware,
  SessionDatastore,
  SessionReason,
  SessionState,
  SyncMode,
} from '../../shared/model/session.ts';
import type { DataType } from '../../shared/model/words.ts';

/** A collection as it is stored. */
export interface CollectionRow {
  readonly id: string;
  /** Null is corporate. */
  readonly accountId: string | null;
  readonly dataType: DataType;
  readonly name: string;
  readonly corporateAccess: 'read' | 'write' | null;
  readonly shares: readonly CollectionShare[];
  readonly createdAt: number;
}

/** Who made a version: `device:<id>`, `client:<id>` (not paired yet), `admin` or `server`. */
export type OriginRef = string;

/** An item as it is stored. */
export interface ItemRow {
  readonly id: string;
  readonly collectionId: string;
  readonly kind: ItemSummary['kind'];
  /** Inner form as JSON. */
  readonly content: string;
  readonly title: string;
  readonly subtitle: string;
  /** Equal for equal content; see `groupware/content`. */
  readonly fingerprint: string;
  /** What a slow sync compares, as JSON; see `groupware/content`. */
  readonly matchKeys: string;
  /** The keys under which a slow sync finds it, apart, so that they can be looked up. */
  readonly lookupKeys: readonly string[];
  /** From one sequence for all items of all collections. */
  readonly revision: number;
  /** Number of its newest version, from 1. */
  readonly version: number;
  readonly origin: OriginRef;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly deletedAt: number | null;
}

/** An item as a list shows it: without what is long or only for synchronising. */
export interface ItemSummaryRow extends Omit<
  ItemRow,
  'content' | 'fingerprint' | 'matchKeys' | 'lookupKeys'
> {
  /** Octets of the inner form. */
  readonly bytes: number;
}

/** Which items a list shows. */
export interface ItemListQuery {
  readonly collectionIds: readonly string[];
  /** Part of title or subtitle; letter case and accents aside. */
  readonly text?: string | undefined;
  readonly withDeleted: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A version of an item; the current content is one of them. */
export interface ItemVersionRow {
  readonly itemId: string;
  /** From 1; with `itemId` the key. */
  readonly version: number;
  readonly reason: VersionReason;
  /** Revision that the item had with it; null for one that never was current (a conflict's loser). */
  readonly revision: number | null;
  readonly content: string;
  readonly title: string;
  readonly origin: OriginRef;
  readonly at: number;
}

/** A program that signs in with an account's password: what is known of it. */
export interface SyncClientRow {
  readonly id: string;
  readonly accountId: string;
  /** Source/LocURI of its SyncHdr. Unique within the account. */
  readonly syncId: string;
  /** The configured device that it is paired with; each device has one client at most. */
  readonly deviceId: string | null;
  readonly hardware: Hardware | null;
  /** Its whole device information as JSON (`codecs/syncml` DeviceInfo). */
  readonly deviceInfo: string | null;
  /** Nonce that its next MD5 credentials are made with, Base64. */
  readonly nonce: string | null;
  readonly isBlocked: boolean;
  readonly isDismissed: boolean;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  /** Device whose alert it answered though it is paired with another. */
  readonly mismatchDeviceId: string | null;
  readonly mismatchAt: number | null;
}

/** How far one datastore of one client is synchronised. */
export interface SyncStateRow {
  readonly clientId: string;
  /** Ids of its collections, sorted, joined by `+`. */
  readonly datastore: string;
  /** The client's own name of it. */
  readonly deviceUri: string;
  /** `Next` of the client and of the server in the last session that was completed. */
  readonly clientAnchor: string | null;
  readonly serverAnchor: string | null;
  /** Every item of a revision up to this one was dealt with, save those that a map row marks. */
  readonly revision: number;
  /** Counts slow and refresh syncs: map rows of an earlier round are hints only. */
  readonly round: number;
  /** Mode of a session that began and has not been completed; null when none is open. */
  readonly openMode: SyncMode | null;
  /** The client's `Next` of that session. */
  readonly openAnchor: string | null;
  readonly openSince: number | null;
  /** An admin asked for a slow sync. */
  readonly isResyncWanted: boolean;
  readonly completedAt: number | null;
}

/** That an item of the server is an item of the client. */
export interface ItemMapRow {
  readonly clientId: string;
  readonly datastore: string;
  readonly itemId: string;
  /** The client's id; null while an Add is under way. */
  readonly luid: string | null;
  /** Revision of the item that the client has seen; 0 for none. */
  readonly revision: number;
  readonly round: number;
  /**
   * - `ok`: both know it
   * - `adding`: sent as Add, no Map or Status yet
   * - `changing`, `deleting`: sent, no Status yet, or to be repeated
   * - `held`: the client has deleted it; an admin decides
   * - `declined`: the client cannot hold it (full, too large, wrong type): until it changes again
   */
  readonly state: 'ok' | 'adding' | 'changing' | 'deleting' | 'held' | 'declined';
}

/** A session as it is stored. */
export interface SessionRow {
  readonly id: string;
  readonly traceId: string;
  readonly accountId: string | null;
  readonly deviceId: string | null;
  readonly clientId: string | null;
  readonly syncId: string;
  readonly wireId: string;
  readonly version: string;
  readonly encoding: 'wbxml' | 'xml';
  readonly state: SessionState;
  readonly reason: SessionReason | null;
  readonly alertId: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly requests: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly serverMs: number;
  readonly datastores: readonly SessionDatastore[];
}

/** A message of a logged session; credentials are taken out before it is stored. */
export interface SessionMessageRow {
  readonly sessionId: string;
  readonly number: number;
  readonly direction: 'in' | 'out';
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** A status that was no success. */
export interface SessionProblemRow {
  readonly sessionId: string;
  readonly at: number;
  readonly by: 'client' | 'server';
  readonly command: string;
  readonly uri: string;
  readonly itemRef: string;
  readonly status: number;
}

/** A mass deletion that waits for an admin. */
export interface HoldRow {
  readonly id: string;
  readonly clientId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly datastore: string;
  readonly collectionId: string;
  readonly itemIds: readonly string[];
  /** Items that the collection had when it was asked for. */
  readonly total: number;
  readonly at: number;
}

/** An entry of a virtual phone. */
export interface PhoneItemRow {
  readonly deviceId: string;
  readonly luid: string;
  readonly dataType: DataType;
  /** Inner form as JSON. */
  readonly content: string;
  readonly pending: 'new' | 'changed' | 'deleted' | null;
  readonly changedAt: number;
}

/** What a virtual phone remembers of a datastore between sessions. */
export interface PhoneStateRow {
  readonly deviceId: string;
  readonly datastore: string;
  readonly ownAnchor: string | null;
  readonly serverAnchor: string | null;
  readonly nonce: string | null;
}

export interface CollectionsRepository {
  /** Throws AppError DUPLICATE when the owner has one of that type and name (letter case aside). */
  insert(row: CollectionRow): Promise<void>;
  update(row: CollectionRow): Promise<void>;
  /** Removes its items, maps and history too. */
  remove(id: string): Promise<void>;
  get(id: string): Promise<CollectionRow | undefined>;
  list(): Promise<CollectionRow[]>;
  /** Own, corporate, and shared with it. */
  listVisible(accountId: string): Promise<CollectionRow[]>;
  /** Items that are not deleted, octets of items and history, newest change; per collection. */
  usage(
    ids?: readonly string[],
  ): Promise<ReadonlyMap<string, { items: number; bytes: number; changedAt: number | null }>>;
}

/** What is sent of an item. */
export type ItemContent = Pick<ItemRow, 'id' | 'revision' | 'deletedAt' | 'content'>;

/** An item that was found by its fingerprint. */
export type SameItem = Pick<ItemRow, 'id' | 'collectionId' | 'revision' | 'fingerprint'>;

export interface ItemsRepository {
  /** Takes `count` numbers of the one sequence of revisions; answers with the first. */
  takeRevisions(count: number): Promise<number>;
  lastRevision(): Promise<number>;
  insert(rows: readonly ItemRow[]): Promise<void>;
  /** Everything but the collection and the time of creation. */
  update(rows: readonly ItemRow[]): Promise<void>;
  get(id: string): Promise<ItemRow | undefined>;
  /** In the given order; unknown ones are left out. */
  getMany(ids: readonly string[]): Promise<ItemRow[]>;
  /** What is sent of items, in no order; unknown ones are left out. */
  listContents(ids: readonly string[]): Promise<ItemContent[]>;
  /** By title, letter case and accents aside; deleted ones only when asked for. */
  list(query: ItemListQuery): Promise<{ items: ItemRow[]; total: number }>;
  /** The same without contents: ten thousand of these cost a few milliseconds. */
  listSummaries(query: ItemListQuery): Promise<{ items: ItemSummaryRow[]; total: number }>;
  /** How many are not deleted. */
  countLive(collectionIds: readonly string[]): Promise<number>;
  /** Items that share one of the keys and are not deleted. */
  listByLookupKeys(collectionIds: readonly string[], keys: readonly string[]): Promise<ItemRow[]>;
  /**
   * Items of this very content that are not deleted, by id. One that was stored before items were
   * found this way is found by its keys only.
   */
  listByFingerprints(
    collectionIds: readonly string[],
    fingerprints: readonly string[],
  ): Promise<SameItem[]>;
  insertVersions(rows: readonly ItemVersionRow[]): Promise<void>;
  /** Newest first. */
  listVersions(itemId: string): Promise<ItemVersionRow[]>;
  /** The content that an item had with this revision, where it is still kept. */
  versionsAt(
    wanted: readonly { itemId: string; revision: number }[],
  ): Promise<ReadonlyMap<string, ItemVersionRow>>;
}

/** What a two-way sync has to tell a client about one item. */
export interface OutgoingItem {
  readonly itemId: string;
  readonly luid: string | null;
  readonly revision: number;
  readonly change: 'add' | 'replace' | 'delete';
}

export interface SyncStateRepository {
  insertClient(row: SyncClientRow): Promise<void>;
  updateClient(row: SyncClientRow): Promise<void>;
  getClient(id: string): Promise<SyncClientRow | undefined>;
  findClient(accountId: string, syncId: string): Promise<SyncClientRow | undefined>;
  clientOfDevice(deviceId: string): Promise<SyncClientRow | undefined>;
  listClients(accountId?: string): Promise<SyncClientRow[]>;
  /** Forgets anchors, maps, device information and nonce, and keeps the client. */
  resetClient(id: string): Promise<void>;

  getState(clientId: string, datastore: string): Promise<SyncStateRow | undefined>;
  listStates(clientId: string): Promise<SyncStateRow[]>;
  putState(row: SyncStateRow): Promise<void>;

  mapsByLuid(
    clientId: string,
    datastore: string,
    luids: readonly string[],
  ): Promise<ReadonlyMap<string, ItemMapRow>>;
  mapsByItem(
    clientId: string,
    datastore: string,
    itemIds: readonly string[],
  ): Promise<ReadonlyMap<string, ItemMapRow>>;
  /**
   * Inserts or replaces. A LUID that another item had is taken from it: that item's row stays without
   * one (as an Add when it next changes), or goes where it was being deleted.
   */
  putMaps(rows: readonly ItemMapRow[]): Promise<void>;
  removeMaps(clientId: string, datastore: string, itemIds: readonly string[]): Promise<void>;
  /** Rows of rounds before this one. */
  removeMapsBefore(clientId: string, datastore: string, round: number): Promise<void>;
  countMaps(clientId: string, datastore: string): Promise<number>;

  /**
   * What the client has to be told, in the order of the items' ids, behind `afterItemId`.
   *
   * - `changes`: items of a revision above `revision`, and map rows whose state is not `ok`, compared
   *   with their map row: not deleted and without one is an add, of a newer revision a replace,
   *   deleted with one a delete. A row without a LUID makes an add, and nothing where the item is
   *   deleted. `held` and unchanged `declined` rows are left out.
   * - `missing`: every item that is not deleted and has no map row of `round`: an add.
   */
  listOutgoing(query: {
    kind: 'changes' | 'missing';
    clientId: string;
    datastore: string;
    collectionIds: readonly string[];
    revision: number;
    round: number;
    afterItemId: string | null;
    limit: number;
  }): Promise<OutgoingItem[]>;
  countOutgoing(query: {
    kind: 'changes' | 'missing';
    clientId: string;
    datastore: string;
    collectionIds: readonly string[];
    revision: number;
    round: number;
  }): Promise<number>;
  /**
   * Items with a map row older than `round` and not deleted, by id: what a refresh from the client
   * deletes.
   */
  listUnmapped(query: {
    clientId: string;
    datastore: string;
    collectionIds: readonly string[];
    round: number;
    /** To go on behind this one; from the first without it. */
    afterItemId?: string | null | undefined;
    limit: number;
  }): Promise<string[]>;

  insertHold(row: HoldRow): Promise<void>;
  getHold(id: string): Promise<HoldRow | undefined>;
  listHolds(): Promise<HoldRow[]>;
  removeHold(id: string): Promise<void>;
}

export interface SessionsRepository {
  insert(row: SessionRow): Promise<void>;
  update(row: SessionRow): Promise<void>;
  get(id: string): Promise<SessionRow | undefined>;
  /** Newest first. */
  list(query: {
    deviceId?: string | undefined;
    accountId?: string | undefined;
    before?: string | undefined;
    limit: number;
  }): Promise<{ sessions: SessionRow[]; total: number }>;
  listByTraces(traceIds: readonly string[]): Promise<SessionRow[]>;
  /** Newest session of each device that has had one. */
  lastOfDevices(): Promise<ReadonlyMap<string, Pick<SessionRow, 'id' | 'startedAt' | 'state'>>>;
  /** Sessions that a process which died has left as `running`. */
  listRunning(): Promise<SessionRow[]>;
  insertMessages(rows: readonly SessionMessageRow[]): Promise<void>;
  listMessages(sessionId: string): Promise<SessionMessageRow[]>;
  countMessages(sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  insertProblems(rows: readonly SessionProblemRow[]): Promise<void>;
  listProblems(sessionId: string): Promise<SessionProblemRow[]>;
}

export interface PhoneDataRepository {
  list(deviceId: string): Promise<PhoneItemRow[]>;
  put(rows: readonly PhoneItemRow[]): Promise<void>;
  remove(deviceId: string, luids: readonly string[]): Promise<void>;
  counts(): Promise<readonly { deviceId: string; dataType: DataType; count: number }[]>;
  getState(deviceId: string, datastore: string): Promise<PhoneStateRow | undefined>;
  putState(row: PhoneStateRow): Promise<void>;
  /** Forgets how far the phone has synchronised: its next session is like its first. */
  removeStates(deviceId: string): Promise<void>;
  /** Takes everything off a phone. */
  clear(deviceId: string): Promise<void>;
}
