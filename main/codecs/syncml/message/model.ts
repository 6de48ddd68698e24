import type { SyncmlElement } from '../elements.ts';

/** Protocol versions that are spoken (VerDTD, VerProto). */
export type SyncmlVersion = '1.0' | '1.1' | '1.2';

/** Meta information (OMA DS MetaInfo 1.2 §5), as far as it means something here. */
export interface Meta {
  readonly type?: string;
  readonly format?: string;
  readonly mark?: string;
  /** Octets of the whole object (large objects). */
  readonly size?: number;
  readonly anchor?: { readonly last?: string; readonly next?: string };
  readonly version?: string;
  /** Octets, decoded: written as Base64. */
  readonly nextNonce?: Uint8Array;
  readonly maxMsgSize?: number;
  readonly maxObjSize?: number;
}

/** Filter of a datastore (DS 1.2 §5.13 "Filter"). */
export interface SyncFilter {
  /** Content type of what is filtered. */
  readonly metaType?: string;
  /** `INCLUSIVE` or `EXCLUSIVE`, upper case; the first is the default. */
  readonly filterType: string;
  readonly record?: { readonly metaType?: string; readonly data: string };
  readonly field?: { readonly metaType?: string; readonly data: SyncmlElement | string };
}

/** Target or Source. */
export interface Address {
  readonly uri: string;
  readonly name?: string;
  readonly filter?: SyncFilter;
}

/** Credentials (Cred); `data` is as it stood there, without white space. */
export interface Credentials {
  readonly type: string;
  readonly format?: string;
  /** Text, or the sixteen raw octets that some clients send for MD5. */
  readonly data: string | Uint8Array;
}

/** Challenge (Chal). */
export interface Challenge {
  readonly type: string;
  readonly format?: string;
  readonly nextNonce?: Uint8Array;
}

/** SyncHdr. */
export interface SyncHeader {
  /** As written: `1.2` and `SyncML/1.2`. */
  readonly verDtd: string;
  readonly verProto: string;
  readonly sessionId: string;
  readonly msgId: string;
  readonly target: Address;
  readonly source: Address;
  readonly respUri?: string;
  readonly noResp?: boolean;
  readonly cred?: Credentials;
  readonly meta?: Meta;
}

/** Content of an item: octets (character data, CDATA, opaque), or an element (Anchor, DevInf). */
export type ItemData = Uint8Array | SyncmlElement;

/** Item. */
export interface SyncItem {
  readonly target?: Address;
  readonly source?: Address;
  /** LocURI of the parent, in the sender's or in the receiver's ids (DS 1.2 hierarchy). */
  readonly sourceParent?: string;
  readonly targetParent?: string;
  readonly meta?: Meta;
  readonly data?: ItemData;
  /** The object goes on in the next message. */
  readonly moreData?: boolean;
}

interface Numbered {
  readonly cmdId: string;
  readonly noResp?: boolean;
}

/** Add, Replace, Delete, Copy, Move. */
export interface ItemCommand extends Numbered {
  readonly kind: 'add' | 'replace' | 'delete' | 'copy' | 'move';
  readonly meta?: Meta;
  readonly cred?: Credentials;
  readonly items: readonly SyncItem[];
  /** Delete: keep an archive; soft delete. */
  readonly archive?: boolean;
  readonly softDelete?: boolean;
}

/** Sync. */
export interface SyncCommand extends Numbered {
  readonly kind: 'sync';
  readonly target?: Address;
  readonly source?: Address;
  readonly meta?: Meta;
  readonly numberOfChanges?: number;
  readonly commands: readonly Command[];
}

/** Atomic and Sequence. */
export interface GroupCommand extends Numbered {
  readonly kind: 'atomic' | 'sequence';
  readonly meta?: Meta;
  readonly commands: readonly Command[];
}

/** Alert. */
export interface AlertCommand extends Numbered {
  readonly kind: 'alert';
  readonly code: number;
  readonly cred?: Credentials;
  readonly items: readonly SyncItem[];
}

/** Map. */
export interface MapCommand extends Numbered {
  readonly kind: 'map';
  readonly target: Address;
  readonly source: Address;
  readonly meta?: Meta;
  /** `target` is the server's id (GUID), `source` the client's (LUID). */
  readonly items: readonly { readonly target: string; readonly source: string }[];
}

/** Put, Get, Results. */
export interface InfoCommand extends Numbered {
  readonly kind: 'put' | 'get' | 'results';
  readonly meta?: Meta;
  readonly items: readonly SyncItem[];
  /** Results: what it answers. */
  readonly msgRef?: string;
  readonly cmdRef?: string;
  readonly targetRef?: string;
  readonly sourceRef?: string;
}

/** Status. */
export interface StatusCommand extends Numbered {
  readonly kind: 'status';
  readonly msgRef: string;
  readonly cmdRef: string;
  /** Name of the command it is about: `SyncHdr`, `Alert`, `Add` … */
  readonly cmd: string;
  readonly targetRefs: readonly string[];
  readonly sourceRefs: readonly string[];
  readonly cred?: Credentials;
  readonly challenge?: Challenge;
  readonly code: number;
  readonly items: readonly SyncItem[];
}

/** Exec, Search and whatever is legal but not done here. */
export interface OtherCommand extends Numbered {
  readonly kind: 'other';
  /** Its element's name. */
  readonly name: string;
}

/** Anything in a SyncBody. */
export type Command =
  | ItemCommand
  | SyncCommand
  | GroupCommand
  | AlertCommand
  | MapCommand
  | InfoCommand
  | StatusCommand
  | OtherCommand;

/** One message (SyncML representation protocol 1.2 §5). */
export interface SyncmlMessage {
  readonly header: SyncHeader;
  readonly commands: readonly Command[];
  /** The package is complete. */
  readonly final: boolean;
}
