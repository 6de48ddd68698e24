import type { LightPost } from './light-post.ts';
import type { LightStoreOptions } from './light-store.ts';

/** Who a light client is. */
export interface LightClientOptions {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly deviceId: string;
  readonly stores: readonly LightStoreOptions[];
}

/** What a light client remembers beside its databases. */
export interface LightMemory {
  nonce: Uint8Array;
  /** Device information is sent once. */
  isIntroduced: boolean;
  sessions: number;
}

/** How a light client behaves; phones differ. */
export interface LightHabits {
  /**
   * Forgets a change as soon as its Status is there, and not when the session is complete.
   */
  readonly forgetsEarly: boolean;
  /** Sends new items as Replace, as many phones do. */
  readonly replacesOnly: boolean;
  /** Keeps to the URL that it was configured with, as old phones do. */
  readonly ignoresRespUri: boolean;
  /** Changes in one message. */
  readonly itemsPerMessage: number;
}

/** How one session is to be. */
export interface LightSyncOptions extends Partial<LightHabits> {
  /** Names on the server; all by default. */
  readonly only?: readonly string[];
  /** Alert code; 200, or 201 while there is no anchor. */
  readonly code?: 200 | 201 | 202 | 203 | 204 | 205;
  readonly maxMessageSize?: number;
  /** Octets of the largest item that it takes. */
  readonly maxObjectSize?: number;
  readonly post?: LightPost;
}
