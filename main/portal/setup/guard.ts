import type { Clock } from '../../platform/clock.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import { portalLimits } from '../limits.ts';
import { createRateLimit } from '../../platform/rate-limit.ts';
import { networkOf } from '../../platform/remote.ts';

/**
 * Slows those down who open links that do not exist, and those who open more than any owner would.
 * A link that does exist works for a guesser's network too: 256 bits are not guessed, and a mobile
 * operator may have thousands of phones behind one address.
 */
export interface LinkGuard {
  /** Counts a page; gives the seconds that this network has to wait, or 0. */
  enter(remote: string): number;
  /** Counts a link that does not exist; gives the seconds to wait, or 0. */
  unknown(remote: string): number;
  /** How many networks are remembered, for each of the two. */
  readonly sizes: readonly number[];
}

/** Makes a guard that has seen nobody. */
export function createLinkGuard(clock: Clock, log: LogWriter): LinkGuard {
  const { linkWindowMs: windowMs, networks: keys } = portalLimits;
  const unknown = createRateLimit(clock, { limit: portalLimits.unknownLinks, windowMs, keys });
  const pages = createRateLimit(clock, { limit: portalLimits.linkPages, windowMs, keys });
  const lines = createRateLimit(clock, { limit: portalLimits.unknownLines, windowMs, keys: 1 });

  /** A burst is one line; many bursts from everywhere are as many as the limit. */
  function tell(
    key: 'portal.link-unknown' | 'portal.link-guessed' | 'portal.flooded',
    remote: string,
  ): void {
    if (lines.waitSeconds('') > 0) return;
    lines.count('');
    log.write({ level: 'warn', area: 'provisioning', key, params: { remote } });
  }

  return {
    enter(remote) {
      const network = networkOf(remote);
      const wait = pages.waitSeconds(network);
      if (wait > 0) return wait;
      if (pages.count(network) === portalLimits.linkPages) tell('portal.flooded', remote);
      return 0;
    },
    unknown(remote) {
      const network = networkOf(remote);
      const wait = unknown.waitSeconds(network);
      if (wait > 0) return wait;
      const count = unknown.count(network);
      if (count === 1) tell('portal.link-unknown', remote);
      if (count === portalLimits.unknownLinks) tell('portal.link-guessed', remote);
      return 0;
    },
    get sizes() {
      return [unknown.size, pages.size];
    },
  };
}
