import type { Stop } from '../../platform/clock.ts';
import { syncLimits } from '../limits.ts';
import type { SessionState } from './state.ts';

/** What is remembered of the last message, for a client that did not get the answer. */
export interface LastAnswer {
  readonly msgId: string;
  /** Fingerprint of the message. */
  readonly digest: string;
  readonly body: Uint8Array;
}

/** A session with what the table keeps beside it. */
export interface Entry {
  readonly session: SessionState;
  last: LastAnswer | undefined;
  stopTimer: Stop | undefined;
}

/** How a message names its session. */
export interface SessionRef {
  readonly syncId: string;
  readonly wireId: string;
  readonly token: string | undefined;
  readonly remote: string;
}

/** The sessions that somebody has signed in to, and those that are over but remember their answer. */
export interface SessionTable {
  /**
   * By the token of RespURI; for clients that pass over RespURI by device id, session id and the
   * address they signed in from, as the two ids alone can be guessed.
   */
  find(ref: SessionRef): Entry | undefined;
  ofToken(token: string | undefined): Entry | undefined;
  ofClient(clientId: string): Entry | undefined;
  /** Undefined when there are too many. */
  add(session: SessionState): Entry | undefined;
  remove(entry: Entry): void;
  all(): readonly Entry[];
}

/** Makes an empty table. */
export function createSessionTable(): SessionTable {
  const byToken = new Map<string, Entry>();
  const byName = new Map<string, Entry>();
  const byClient = new Map<string, Entry>();
  const nameOf = (syncId: string, wireId: string): string => `${syncId}\n${wireId}`;

  function remove(entry: Entry): void {
    const { token, syncId, wireId, client } = entry.session;
    entry.stopTimer?.();
    entry.stopTimer = undefined;
    byToken.delete(token);
    const name = nameOf(syncId, wireId);
    if (byName.get(name) === entry) byName.delete(name);
    if (byClient.get(client.id) === entry) byClient.delete(client.id);
  }

  /** Room is made by what is over; a session that runs is not ended for another. */
  function makeRoom(): boolean {
    if (byToken.size < syncLimits.sessions) return true;
    for (const entry of byToken.values()) {
      if (!entry.session.isOver) continue;
      remove(entry);
      return true;
    }
    return false;
  }

  return {
    find({ syncId, wireId, token, remote }) {
      const named = token === undefined ? undefined : byToken.get(token);
      if (named) {
        const { session } = named;
        if (session.syncId !== syncId || session.wireId !== wireId) return undefined;
        session.usesToken = true;
        return named;
      }
      const known = byName.get(nameOf(syncId, wireId));
      return known && !known.session.usesToken && known.session.remote === remote
        ? known
        : undefined;
    },
    ofToken: (token) => (token === undefined ? undefined : byToken.get(token)),
    ofClient: (clientId) => byClient.get(clientId),
    add(session) {
      if (!makeRoom()) return undefined;
      const entry: Entry = { session, last: undefined, stopTimer: undefined };
      byToken.set(session.token, entry);
      byName.set(nameOf(session.syncId, session.wireId), entry);
      byClient.set(session.client.id, entry);
      return entry;
    },
    remove,
    all: () => [...byToken.values()],
  };
}
