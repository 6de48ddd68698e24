/** What a light client has done to an item since its last session. */
export type LightChange = 'add' | 'replace' | 'delete';

/** What a light client's database is called and holds. */
export interface LightStoreOptions {
  /** Name on the server. */
  readonly uri: string;
  /** The client's own name. */
  readonly name: string;
  readonly type: string;
  readonly version: string;
  /** It sends Base64 and takes it, as Funambol's clients do. */
  readonly usesBase64?: boolean;
}

/** The address book that most tests use. */
export const lightContacts: LightStoreOptions = {
  uri: 'contacts',
  name: 'contacts',
  type: 'text/vcard',
  version: '3.0',
};

/** What a client remembers of one database: its items, and how far they are synchronised. */
export interface LightState {
  /** By the client's ids. */
  readonly items: Map<string, string>;
  /** What was changed since the last session that was completed. */
  readonly changes: Map<string, LightChange>;
  /** Server's id of everything that it was ever told to add, with the client's own. */
  readonly luids: Map<string, string>;
  /** Maps that the server has not confirmed. */
  readonly unsentMaps: Map<string, string>;
  clientAnchor: string | undefined;
  serverAnchor: string | undefined;
  lastLuid: number;
}

/** A database of a light client. */
export interface LightStore extends LightStoreOptions {
  readonly state: LightState;
  readonly items: ReadonlyMap<string, string>;
  /** Adds an item; answers with its id. */
  add(content: string): string;
  change(luid: string, content: string): void;
  remove(luid: string): void;
  /** As a new phone: no item, and nothing known of any session. */
  wipe(): void;
}

/** Makes an empty database. */
export function createLightStore(options: LightStoreOptions): LightStore {
  const state: LightState = {
    items: new Map(),
    changes: new Map(),
    luids: new Map(),
    unsentMaps: new Map(),
    clientAnchor: undefined,
    serverAnchor: undefined,
    lastLuid: 0,
  };
  return {
    ...options,
    state,
    items: state.items,
    add(content) {
      const luid = nextLuid(state);
      state.items.set(luid, content);
      state.changes.set(luid, 'add');
      return luid;
    },
    change(luid, content) {
      if (!state.items.has(luid)) throw new Error(`there is no item ${luid}`);
      state.items.set(luid, content);
      if (state.changes.get(luid) !== 'add') state.changes.set(luid, 'replace');
    },
    remove(luid) {
      if (!state.items.delete(luid)) throw new Error(`there is no item ${luid}`);
      // It may have been sent in a session that broke: the server is told even of what it never had.
      state.changes.set(luid, 'delete');
    },
    wipe() {
      for (const map of [state.items, state.changes, state.luids, state.unsentMaps]) map.clear();
      state.clientAnchor = undefined;
      state.serverAnchor = undefined;
      // Its ids begin again, so that the server meets old ones on new items.
      state.lastLuid = 0;
    },
  };
}

/** A new id of the client's own. */
export function nextLuid(state: LightState): string {
  state.lastLuid += 1;
  return String(state.lastLuid);
}
