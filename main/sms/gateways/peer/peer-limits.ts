import { smsHttpLimits } from '../../http/limits.ts';

/** Every limit of the way to another Pushdesk, with its reason. */
export const peerLimits = {
  /** How long a request for reports may wait at the far side, in seconds. */
  pollSeconds: 25,
  /** Its answer may take so much longer. */
  pollGraceMs: 15_000,
  /** Five hundred reports, each with a detail. */
  pollOctets: 1_048_576,
  /** Answers whose reports are not all stored yet; more are not asked for. */
  pages: 8,
  /** Pauses before a far side that does not answer is asked again: the first, and the longest. */
  firstPauseMs: 500,
  longestPauseMs: 30_000,
  /** It does not want us: people have to do something about that. */
  refusedPauseMs: 60_000,
  /** A far side that is no Pushdesk may have become one. */
  plainPauseMs: 3_600_000,
  /** Whether it is still there, where no reports are asked for. */
  idlePauseMs: 60_000,
  /** A message whose answer got lost is handed over again under its name for so long. */
  settleMs: 60_000,
  settlePauseMs: 500,
  longestSettlePauseMs: 5_000,
  /** Pushdesks that may have passed a message on before: the far side takes no more. */
  hops: smsHttpLimits.hops,
  /** A far side that answers at once, and with nothing new, is asked again no sooner. */
  emptyPauseMs: 1_000,
  /** What is shown of an answer. */
  detail: 300,
} as const;
