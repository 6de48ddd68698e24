/** Limits of what is remembered of clients and their sessions. */
export const registryLimits = {
  /** A running session is stored so often at most. */
  flushMs: 500,
  /** Logged messages of so many octets are stored at once. */
  flushOctets: 1_000_000,
  /** A pause before a store that refused is asked again. */
  retryMs: 1_000,
  /** Problems kept of one session. A broken client has one for each of its items. */
  problems: 1_000,
  /** Messages kept of one session. */
  messages: 2_000,
  /** Messages that wait for a store that refuses them; beyond that they are given up. */
  waitingMessages: 200,
  /** Refusals of one client for one reason within this span are one line and one session. */
  refusalMs: 60_000,
  /** Different refusals within that span that are told one by one. */
  refusals: 50,
  /** What a client calls itself or its user is cut after so many characters. */
  nameLength: 120,
  /** Sessions of a client that become the device's when it is paired. */
  adoptedSessions: 500,
  /** Characters of an item that a shown message has. */
  shownItemLength: 4_000,
  /** Of larger messages the octets are not named one by one. */
  dissectedOctets: 20_000,
} as const;
