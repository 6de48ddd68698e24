import type { SyncMode } from '../../shared/model/session.ts';

/** Something that the phone's owner did, as it goes to the server. */
export interface LocalChange {
  readonly kind: 'add' | 'replace' | 'delete';
  readonly luid: string;
  /** Media type, for all but deletions. */
  readonly type: string;
  readonly data: Uint8Array;
}

/** Something that the server tells the phone to do. */
export interface RemoteChange {
  readonly kind: 'add' | 'replace' | 'delete';
  /** The phone's id; of an Add the one that it has just given. */
  readonly luid: string;
  readonly type: string | undefined;
  readonly data: Uint8Array;
}

/** One of the phone's databases within a session. */
export interface LocalDatastore {
  /** What the phone calls it, and the server's name for it: equal on this phone. */
  readonly uri: string;
  /** What this session asks for. */
  readonly mode: SyncMode;
  readonly last: string | undefined;
  readonly next: string;
  /** Everything for a slow sync, else what has changed. */
  changes(mode: SyncMode): readonly LocalChange[];
  /** The server took a change, or refused it for good. */
  settled(change: LocalChange, status: number): void;
  /** A new id for an entry of the server's. */
  newLuid(): string;
  /** Does what the server asks for; answers with a status. */
  apply(change: RemoteChange): number;
  /** Before a refresh from the server: everything goes. */
  clear(): void;
  /** Keeps what was done so far. */
  save(): Promise<void>;
  /** The session is complete: anchors move. */
  complete(serverNext: string | undefined): Promise<void>;
}
