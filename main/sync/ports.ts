import type { SyncSettings } from '../../shared/model/settings.ts';
import type { SessionDatastore, SessionReason, SessionState } from '../../shared/model/session.ts';
import type { DeviceInfo } from '../codecs/syncml/message/device-info.ts';
import type { SyncClientRow } from '../store/sync-types.ts';

/** An account as sign-in needs it. */
export interface SignInAccount {
  readonly id: string;
  readonly address: string;
  /** Undefined when the admin has set none: nobody can sign in. */
  readonly password: string | undefined;
}

/** Knows accounts and the clients that have come for them. */
export interface ClientRegistry {
  /**
   * By address in any letter case; by the part before the `@` when one account alone has it.
   */
  findAccount(name: string): Promise<SignInAccount | undefined>;
  /** The client of an account that calls itself so, when it has been here before. */
  find(accountId: string, syncId: string): Promise<SyncClientRow | undefined>;
  /**
   * After a correct password: notes the client, pairs it where that is possible, and says whether it
   * may go on. `wireId` is the session id by which it comes: it may be an alert's.
   */
  admit(
    account: SignInAccount,
    syncId: string,
    wireId: string,
  ): Promise<
    | { readonly ok: true; readonly client: SyncClientRow }
    | { readonly ok: false; readonly reason: 'device-blocked' | 'not-paired' }
  >;
  /** Nonce for the client's next MD5 credentials; durable when the promise resolves. */
  saveNonce(clientId: string, nonce: Uint8Array): Promise<void>;
  saveDeviceInfo(clientId: string, info: DeviceInfo): Promise<SyncClientRow>;
}

/** What begins a session's record. */
export interface SessionStart {
  readonly syncId: string;
  readonly wireId: string;
  readonly version: string;
  readonly encoding: 'wbxml' | 'xml';
}

/** A session's record, which the console shows; a line of the log goes with what matters. */
export interface SessionRecord {
  readonly id: string;
  readonly traceId: string;
  /** What the log calls the client: its device's name, or what it calls itself. */
  readonly clientName: string;
  /** Keeps a message when the device's messages are logged. Credentials are taken out. */
  message(direction: 'in' | 'out', bytes: Uint8Array): void;
  /** A status that is no success. */
  problem(problem: {
    readonly by: 'client' | 'server';
    readonly command: string;
    readonly uri: string;
    readonly itemRef: string;
    readonly status: number;
  }): void;
  /** After each request. Durable within a second; the last one is by {@link SessionRecord.end}. */
  progress(facts: {
    readonly requests: number;
    readonly bytesIn: number;
    readonly bytesOut: number;
    readonly serverMs: number;
    readonly datastores: readonly SessionDatastore[];
  }): void;
  end(state: Exclude<SessionState, 'running'>, reason: SessionReason | null): Promise<void>;
}

/** Keeps the records of sessions. */
export interface SessionBook {
  /**
   * The client is let in. Ties the session to the device, and to the alert that it answers: by its
   * session id, or else the newest within the window. Sees a number mismatch.
   */
  begin(start: SessionStart, client: SyncClientRow): Promise<SessionRecord>;
  /** Somebody was not let in. Repeats within a minute are counted on one line of the log. */
  refuse(
    start: SessionStart,
    who: { readonly user: string; readonly accountId: string | undefined },
    reason: SessionReason,
  ): Promise<void>;
}

/** A client's wish about its own push: the datastore URIs `push-off` and `push-on`. */
export interface PushSwitch {
  set(client: SyncClientRow, wanted: 'on' | 'off'): Promise<void>;
}

/** Settings as they are at this moment. */
export type SyncSettingsSource = () => SyncSettings;

/** A request of a device, free of HTTP. */
export interface SyncRequest {
  /** Content-Type as sent. */
  readonly contentType: string;
  readonly body: Uint8Array;
  /** Absolute URL by which the client came, without a query; RespURI is made from it. */
  readonly url: string;
  /** `sessionid` of the query of RespURI. */
  readonly token: string | undefined;
  /** Aborted when the client's connection is gone. */
  readonly remote: string;
}

/** The answer to it. */
export interface SyncResponse {
  readonly status: 200 | 400 | 413 | 415 | 503;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Answers requests of devices; the transport knows nothing else of the SyncML server. */
export interface SyncHandler {
  handle(request: SyncRequest): Promise<SyncResponse>;
  /** A message was refused unread, as it is larger than any may be. */
  noteTooLarge?(request: Pick<SyncRequest, 'token' | 'remote'>): void;
}
