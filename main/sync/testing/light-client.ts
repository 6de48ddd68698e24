import type { Agent } from 'node:http';
import type { LightClientOptions, LightMemory, LightSyncOptions } from './light-options.ts';
import { createLightStore } from './light-store.ts';
import type { LightStore } from './light-store.ts';
import { httpPost } from './light-post.ts';
import { runLightSession } from './light-session.ts';
import type { LightReport } from './light-report.ts';

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
        ignoresRespUri: false,
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
