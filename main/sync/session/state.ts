import type { SessionDatastore, SessionReason } from '../../../shared/model/session.ts';
import type { SyncmlForm } from '../../codecs/syncml/index.ts';
import type { DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import type {
  AlertCommand,
  Command,
  InfoCommand,
  ItemCommand,
  StatusCommand,
  SyncHeader,
  SyncmlVersion,
} from '../../codecs/syncml/message/model.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import type { OpenDatastore, OpenRequest, ServerChange, SyncParty } from '../datastore/types.ts';
import type { ProtocolQuirks } from '../device-quirks.ts';
import type { SessionRecord } from '../ports.ts';
import type { SyncServerDeps } from './deps.ts';

/**
 * Where a session stands (OMA DS protocol 1.2 §"Packages").
 *
 * - `init`: package 1 comes, package 2 goes
 * - `sync`: package 3 comes
 * - `send`: package 4 goes
 * - `map`: package 5 comes, package 6 goes
 * - `done`: nothing more is expected
 */
export type Phase = 'init' | 'sync' | 'send' | 'map' | 'done';

/** A command of the server before it has its number. */
export type Unnumbered<Kind extends Command> = Kind extends Command ? Omit<Kind, 'cmdId'> : never;

/** A large object that is under way to the client. */
export interface OutgoingObject {
  readonly change: ServerChange;
  readonly payload: Uint8Array;
  readonly isBase64: boolean;
  /** Octets that went already. */
  sent: number;
}

/** A datastore of the session. */
export interface SessionStore {
  /** As the client wrote it, without a filter; what the server calls it in its own commands. */
  readonly uri: string;
  readonly deviceUri: string;
  readonly request: OpenRequest;
  datastore: OpenDatastore;
  /** Given up: it is not completed, and nothing more is sent of it. */
  isFailed: boolean;
  /** Changes of the client were applied, or refused. */
  hasBegun: boolean;
  /** The client sends Base64: it is sent Base64. */
  usesBase64: boolean;
  /** The first Sync, which carries NumberOfChanges, went out. */
  isAnnounced: boolean;
  isAllSent: boolean;
  /** Taken from the datastore, and not sent yet. */
  readonly waiting: ServerChange[];
  object: OutgoingObject | undefined;
}

/** What a command of the server waits for. */
export type Awaited =
  | { readonly kind: 'alert' | 'sync'; readonly store: SessionStore }
  | {
      readonly kind: 'item';
      readonly store: SessionStore;
      readonly change: ServerChange;
      /** False for a chunk that another follows. */
      readonly isLast: boolean;
    };

/** An object of the client of which more is to come (OMA DS protocol 1.2 §"Large object handling"). */
export interface OpenObject {
  readonly store: SessionStore;
  readonly kind: ItemCommand['kind'];
  readonly luid: string;
  readonly size: number;
  readonly type: string | undefined;
  readonly format: string | undefined;
  readonly parts: Uint8Array[];
  received: number;
  /** Set when it is not wanted: the rest is let pass and answered with this. */
  readonly refusal: 411 | 413 | 420 | undefined;
}

/** Counts what all sessions together hold of unfinished objects. */
export interface ObjectMemory {
  octets: number;
}

/** A session that somebody has signed in to. */
export interface SessionState {
  readonly deps: SyncServerDeps;
  readonly syncId: string;
  readonly wireId: string;
  readonly version: SyncmlVersion;
  /** How the client writes, and is answered. */
  readonly form: SyncmlForm;
  readonly token: string;
  /** Address by which the client came first, without a query. */
  readonly url: string;
  readonly remote: string;
  readonly record: SessionRecord;
  readonly party: SyncParty;
  client: SyncClientRow;
  deviceInfo: DeviceInfo | undefined;
  quirks: ProtocolQuirks;
  maxMessageSize: number | undefined;
  maxObjectSize: number | undefined;

  phase: Phase;
  /** The client's package is complete, and the answer to it is not. */
  owesFinal: boolean;
  /** The client's Sync came within package 1. */
  isCombined: boolean;
  /** The record was ended. */
  isOver: boolean;
  hasAskedForDeviceInfo: boolean;
  hasToldToken: boolean;
  /** The client comes by the URL that it was told; a message without the token is a stranger's. */
  usesToken: boolean;
  /** Header of the message that is worked on. */
  header: SyncHeader;
  ownMsgId: number;

  readonly stores: SessionStore[];
  /** Datastores whose Alert was refused. */
  readonly refused: SessionDatastore[];
  /** Failures of items that were told in either direction. */
  hasItemFailures: boolean;
  /** What will be said of the session if the client does not come again. */
  trouble: SessionReason | undefined;

  statuses: Unnumbered<StatusCommand>[];
  extras: {
    readonly command: Unnumbered<AlertCommand> | Unnumbered<InfoCommand>;
    readonly store?: SessionStore;
  }[];
  readonly awaited: Map<string, Awaited>;
  openObject: OpenObject | undefined;
  /** Shared by all sessions. */
  readonly objectMemory: ObjectMemory;

  requests: number;
  bytesIn: number;
  bytesOut: number;
  serverMs: number;
}
