/**
 * Every limit of the SyncML server in one place. What an admin may choose is in the settings; these
 * keep strangers, and clients gone astray, from costing more than an honest client could.
 */
export const syncLimits = {
  /** A message may be so many times larger than what the client was told: many add a header late. */
  messageFactor: 2,
  /** A client that claims to take less is sent one command per message all the same. */
  smallestMessageOctets: 1_024,
  /** An object is not begun in what is left of a message when that is less than this. */
  smallestChunkOctets: 512,

  /** Sessions kept at once, ended ones that remember their last answer included. */
  sessions: 2_000,
  /** An ended session remembers its last answer so long, for a client that asks for it again. */
  lingerMs: 60_000,
  /** Requests of one device that wait for one another; more are turned away. */
  waitingRequests: 8,
  /** Octets that cannot be guessed in a session's token. */
  tokenOctets: 18,

  /** Octets of randomness in a nonce. It is written in ASCII: some clients stop at a NUL. */
  nonceOctets: 12,
  /** Challenges that wait for an answer, and how long. */
  challenges: 10_000,
  challengeMs: 600_000,

  /** Wrong passwords that one peer may try for one name, or for any, before it has to wait. */
  freeGuesses: 10,
  freeGuessesOfPeer: 100,
  /** Waiting starts with this and doubles up to the other. */
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  /** A peer that was quiet for so long starts anew. */
  forgetGuessesMs: 600_000,
  /** Peers and names that are counted; the longest quiet is forgotten first. */
  guessers: 10_000,

  /** How often it is told that somebody without a session sends too large messages. */
  tooLargeQuietMs: 60_000,

  /** Octets of a session id, device id, URI or item id that is taken. */
  idOctets: 1_024,
  /** Datastores that one session may open. */
  datastores: 32,
  /** Commands within commands: Sequence in Sync in Sequence. */
  nesting: 8,
  /** Octets of all objects together that clients are in the middle of sending. */
  openObjectOctets: 64 * 1024 * 1024,
  /** Changes that are asked of a datastore at once, and the octets that one is taken to have. */
  changesAtOnce: 200,
  typicalChangeOctets: 300,
  /** Statuses that a client still owes; the oldest are no longer waited for. */
  awaitedStatuses: 100_000,

  /** Work goes on so long before others get their turn. */
  sliceMs: 10,
} as const;
