import { create } from 'zustand';

/**
 * How the console stands to the services: `signed-out` only in a browser, where the session wants a
 * token first.
 */
export type ConnectionState = 'connecting' | 'live' | 'offline' | 'signed-out';

interface ConnectionStore {
  readonly state: ConnectionState;
  /** Whether it has been live since the page was opened: a first connecting needs no banner. */
  readonly wasLive: boolean;
  readonly set: (state: ConnectionState) => void;
}

/** The connection as the banner and the sign-in page see it. */
export const useConnection = create<ConnectionStore>()((set) => ({
  state: 'connecting',
  wasLive: false,
  set: (state) => {
    set((before) => ({ state, wasLive: before.wasLive || state === 'live' }));
  },
}));
