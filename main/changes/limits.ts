import { changeLimits } from '../../shared/model/change.ts';

/** Every limit of the doors that changes come in by, with its reason. */
export const doorLimits = {
  /** A change with the longest names and a signature is shorter; a longer datagram is no change. */
  datagramOctets: changeLimits.datagramOctets,
  /** Datagrams being written down at once; what floods in beyond that is dropped, as UDP may. */
  datagramsUnderWay: 10_000,
  /** How far a signed datagram's time may be from ours: clocks differ, and replays must age. */
  signatureAgeMs: 5 * 60_000,
  /** Nonces remembered. The oldest leaves first, so memory stays bounded under a flood. */
  nonces: 100_000,
  /** A nonce of 16 octets cannot be guessed; hex doubles it, and nobody needs more than twice that. */
  nonceLength: { min: 16, max: 64 },
  /** Body of a webhook call: about ten thousand changes. */
  webhookOctets: 1_048_576,
  /** Changes in one webhook call. */
  webhookChanges: 10_000,
  /** Body of one of Dovecot's notifications; its snippet of the message has 100 characters. */
  dovecotOctets: 65_536,
  /** Changes written in one transaction, so that none blocks the process for long. */
  changesPerCommit: 1_000,
  /** More changes in one commit become one log line: a backlog must not fill the log. */
  logLinesPerCommit: 100,
  /** Log lines about refused input within a minute, per door; the rest is counted. */
  refusalsPerMinute: 20,
  /** How long to wait before a port that is taken is tried again. */
  bindRetryMs: 30_000,
} as const;

/** How a watched mailbox is kept connected. */
export const mailboxLimits = {
  /** First pause after a lost or refused connection; doubles up to the longest. */
  retryMinMs: 2_000,
  retryMaxMs: 5 * 60_000,
  /** A watch that held for so long makes the next pause a short one again. */
  steadyMs: 60_000,
  /** RFC 2177 lets servers drop a client that idles for 30 minutes. */
  idleMs: 25 * 60_000,
  /** A server that says nothing for so long while connecting is given up. */
  connectMs: 20_000,
  /** Longest silence on the socket while it idles, before the connection counts as dead. */
  socketMs: 30 * 60_000,
} as const;
