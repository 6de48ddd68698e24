/** Limits of a virtual phone, the small client that it is. */
export const phoneLimits = {
  /** Octets of one message, sent and taken. */
  messageOctets: 60_000,
  /** Octets of one object. */
  objectOctets: 2_000_000,
  /** Messages of one session; an honest session of a full phone needs some hundreds. */
  messages: 2_000,
  /** Octets of an answer before it is taken for something else. */
  answerOctets: 8_000_000,
  /** Milliseconds that the server may take to answer. */
  answerMs: 60_000,
  /** Attempts to sign in before the phone gives up. */
  signIns: 3,
  /** Entries that the phone's screen lists. */
  shownItems: 20_000,
} as const;
