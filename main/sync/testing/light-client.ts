import type { Agent } from 'node:http';
import { createLightStore } from './light-store.ts';
import type { LightStore, LightStoreOptions } from './light-store.ts';
import { httpPost } from './light-post.ts';
import type { LightPost } from './light-post.ts';
import { runLightSession } from './light-session.ts';
import type { LightReport } from './light-report.ts';

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
  readonly post?: LightPost;
}

/**
 * A small SyncML client within the test's own process: sparing enough for fifty at once, and it can
 * be made to vanish at any point. It keeps what a real one keeps on its flash when a session breaks.
 */
export interface LightClient {
  readonly deviceId: string;
  readonly stores: readonly LightStore[];
  /** The first database. */
  readonly store: LightStore;
  /** Where the server is now. */
  url: string;
  /** One session. Throws when it breaks. */
  sync(options?: LightSyncOptions): Promise<LightReport>;
  /** As a new phone with the same name. */
  wipe(): void;
}

/** Makes a client with empty databases. */
export function createLightClient(options: LightClientOptions, agent: Agent): LightClient {
  const stores = options.stores.map(createLightStore);
  const [store] = stores;
  if (store === undefined) throw new Error('a client has a database at least');
  const memory: LightMemory = { nonce: new Uint8Array(), isIntroduced: false, sessions: 0 };
  const post = httpPost(agent);
  let { url } = options;
  return {
    deviceId: options.deviceId,
    stores,
    store,
    get url() {
      return url;
    },
    set url(wanted) {
      url = wanted;
    },
    sync: (wanted = {}) =>
      runLightSession({ ...options, url, post }, stores, memory, {
        forgetsEarly: false,
        replacesOnly: false,
        itemsPerMessage: 100,
        ...wanted,
      }),
    wipe() {
      for (const each of stores) each.wipe();
      memory.nonce = new Uint8Array();
      memory.isIntroduced = false;
    },
  };
}
