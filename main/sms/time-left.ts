import type { OutgoingMessage } from './outgoing.ts';

/** Shorter periods are refused by many centres, and a part on its way needs some time. */
const shortestSeconds = 60;
/** Centres keep messages for a few days; longer periods are refused by some. */
const longestSeconds = 7 * 86_400;

/**
 * Seconds for which the network may go on trying to deliver a message, 1 minute to 7 days; undefined
 * where nobody said how long.
 *
 * @param now Milliseconds since 1970.
 */
export function secondsLeft(
  { expiresAt }: Pick<OutgoingMessage, 'expiresAt'>,
  now: number,
): number | undefined {
  if (expiresAt === undefined) return undefined;
  const seconds = Math.ceil((expiresAt - now) / 1_000);
  return Math.min(Math.max(seconds, shortestSeconds), longestSeconds);
}
