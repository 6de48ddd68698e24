import type { SessionDatastore, SyncMode } from '../../../shared/model/session.ts';
import type { DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import type { SyncFilter } from '../../codecs/syncml/message/model.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';

/** Who synchronises, as the datastores see it. */
export interface SyncParty {
  /** Id of the stored session; history and log lines carry it. */
  readonly sessionId: string;
  readonly traceId: string;
  readonly accountId: string;
  readonly accountAddress: string;
  readonly client: SyncClientRow;
  /** Undefined until the client has told; it may tell after a datastore was opened, so read it late. */
  readonly deviceInfo: DeviceInfo | undefined;
  /** What the client said in its header; bounds what it is sent. */
  readonly maxObjectSize: number | undefined;
  /** Octets of a message that it takes; bounds an item where it knows no large objects. */
  readonly maxMessageSize?: number | undefined;
  readonly version: '1.0' | '1.1' | '1.2';
}

/** The client's Alert for one datastore. */
export interface OpenRequest {
  /** Target as the client wrote it (its own name of the datastore where that is empty). */
  readonly uri: string;
  readonly deviceUri: string;
  readonly mode: SyncMode;
  /** Alert 225: go on with what was broken off. */
  readonly isResume: boolean;
  /** The client's anchors; opaque. */
  readonly last: string | undefined;
  readonly next: string;
  readonly filter: SyncFilter | undefined;
  /**
   * The server's Next that the client has been told already. Set where the client answers the
   * server's Alert with 508: the datastore is opened again, slow, and no second Alert tells another.
   */
  readonly toldNext?: string;
}

/** What the session answers to it (OMA DS protocol 1.2 §6). */
export type OpenAnswer =
  | { readonly ok: false; readonly status: 403 | 404 | 406 | 415 | 417 | 422 | 510 }
  | {
      readonly ok: true;
      /** 200, or 508 when the client asked for less than is needed. */
      readonly status: 200 | 508;
      /** What really happens. */
      readonly mode: SyncMode;
      readonly datastore: OpenDatastore;
    };

/** One object of the client, whole (large objects are put together before). */
export interface ClientChange {
  readonly kind: 'add' | 'replace' | 'delete' | 'copy';
  readonly luid: string;
  /** Copy: the server's or client's id of what is copied. */
  readonly of?: string;
  readonly parent?: string;
  /** Content type and format as the client declared them, of the item or else of the command. */
  readonly type: string | undefined;
  readonly format: string | undefined;
  /** What `format` says was undone: these are the octets themselves, never Base64. */
  readonly data: Uint8Array;
  readonly softDelete: boolean;
  readonly archive: boolean;
}

/** One thing the client is told to do. */
export interface ServerChange {
  readonly kind: 'add' | 'replace' | 'delete';
  /** Key by which the outcome is told. */
  readonly itemId: string;
  /** Source/LocURI of an Add: the item's id, or a short one for clients with a small MaxGUIDSize. */
  readonly guid: string;
  /** Target/LocURI of a Replace or Delete. */
  readonly luid: string | undefined;
  readonly parent?: string;
  readonly type: string;
  readonly data: Uint8Array;
}

/** Status of a client for what it was told. */
export interface ServerChangeOutcome {
  readonly itemId: string;
  readonly status: number;
}

/** A datastore within a session. All methods are called one after another, never at once. */
export interface OpenDatastore {
  /** The server's anchors for its own Alert. */
  readonly last: string | undefined;
  readonly next: string;
  readonly mode: SyncMode;
  /**
   * Applies what one message brought, in order and in one transaction, and answers with one status
   * per change (201, 200, 207, 208, 209, 211, 403, 404, 413, 415, 418, 419, 420, 510). An item that
   * cannot be read is a status, not an exception.
   */
  apply(changes: readonly ClientChange[]): Promise<readonly number[]>;
  /** The client has sent its last change: from now on the server's can be asked for. */
  clientIsDone(): Promise<void>;
  /** NumberOfChanges; known after {@link clientIsDone}. */
  readonly numberOfChanges: number;
  /** The next changes, at most `limit`; empty when there are no more. */
  nextChanges(limit: number): Promise<readonly ServerChange[]>;
  /** Durable before the answer leaves: these are on their way to the client. */
  markSent(itemIds: readonly string[]): Promise<void>;
  /** What the client answered to them. */
  settle(outcomes: readonly ServerChangeOutcome[]): Promise<void>;
  /** Map items; false for a GUID that is not known. */
  map(pairs: readonly { guid: string; luid: string }[]): Promise<readonly boolean[]>;
  /** The session is complete: anchors are saved. */
  complete(): Promise<void>;
  /** The session broke: what is stored stays, the anchors do not move. */
  abandon(): Promise<void>;
  /** Counters for the console, at any time. */
  summary(): SessionDatastore;
}

/** Opens datastores. */
export interface Datastores {
  open(party: SyncParty, request: OpenRequest): Promise<OpenAnswer>;
  /** Map commands of a client that come before its Alert has opened a datastore of that name. */
  mapEarly(
    party: SyncParty,
    uri: string,
    pairs: readonly { guid: string; luid: string }[],
  ): Promise<readonly boolean[]>;
  /** Datastores as the server's DevInf lists them to this client. */
  describe(party: SyncParty): Promise<DeviceInfo['datastores']>;
}
