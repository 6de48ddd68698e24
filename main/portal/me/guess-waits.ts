import type { Clock } from '../../platform/clock.ts';
import { BoundedMap } from '../../platform/bounded-map.ts';
import { portalLimits } from '../limits.ts';

/** Who tries a password. */
export interface Guess {
  /** Address of the account, as it was typed. */
  readonly address: string;
  /** Where from: one visitor's addresses. */
  readonly network: string;
}

/** Which guess of one network for one account it is. */
export interface GuessPlace {
  readonly isFirst: boolean;
  /** The next one has to wait. */
  readonly isLastFree: boolean;
}

/** What becomes of a guess before anybody looks at it. */
export type GuessAnswer =
  | ({ readonly ok: true; right(): void; unknown(): void } & GuessPlace)
  | { readonly ok: false; readonly waitSeconds: number };

/**
 * Makes those wait who try passwords: by account and network, by network, and, for a short time at
 * most, by account, except for networks from which its owner has signed in. Beyond the free guesses
 * the wait doubles with each. A guess counts as wrong until it is known to be right, so that many at
 * once are no way around.
 */
export interface GuessWaits {
  begin(guess: Guess): GuessAnswer;
  /** How many guessers are remembered. */
  readonly size: number;
}

interface Guesser {
  readonly count: number;
  readonly at: number;
}

interface Rule {
  readonly key: string;
  readonly free: number;
  readonly longestMs: number;
}

/** Makes one that has seen nobody. */
export function createGuessWaits(clock: Clock): GuessWaits {
  const guessers = new BoundedMap<string, Guesser>(portalLimits.guessers);
  const trusted = new BoundedMap<string, true>(portalLimits.guessers);

  function counted(key: string): Guesser | undefined {
    const guesser = guessers.get(key);
    const isOld =
      guesser !== undefined && clock.monotonic() - guesser.at > portalLimits.forgetGuessesMs;
    return isOld ? undefined : guesser;
  }

  function waitMs({ key, free, longestMs }: Rule): number {
    const guesser = counted(key);
    if (guesser === undefined || guesser.count < free) return 0;
    const doubled = portalLimits.firstWaitMs * 2 ** Math.min(guesser.count - free, 20);
    return Math.max(0, guesser.at + Math.min(doubled, longestMs) - clock.monotonic());
  }

  function add(key: string, by: number): void {
    const count = Math.max(0, (counted(key)?.count ?? 0) + by);
    if (count === 0) guessers.delete(key);
    else guessers.set(key, { count, at: clock.monotonic() });
  }

  return {
    begin({ address, network }) {
      const { freeGuesses, freeGuessesOfNetwork, freeGuessesOfAccount } = portalLimits;
      const account = address.toLowerCase().slice(0, 320);
      const pair = JSON.stringify([network, account]);
      const longestMs = portalLimits.longestWaitMs;
      const rules: Rule[] = [
        { key: pair, free: freeGuesses, longestMs },
        { key: `network ${network}`, free: freeGuessesOfNetwork, longestMs },
        ...(trusted.get(pair) === true
          ? []
          : [
              {
                key: `account ${account}`,
                free: freeGuessesOfAccount,
                longestMs: portalLimits.longestWaitOfAccountMs,
              },
            ]),
      ];
      const wait = Math.max(...rules.map(waitMs));
      if (wait > 0) return { ok: false, waitSeconds: Math.ceil(wait / 1_000) };
      for (const { key } of rules) add(key, 1);
      const takeBack = (): void => {
        for (const { key } of rules) add(key, -1);
      };
      return {
        ok: true,
        isFirst: guessers.get(pair)?.count === 1,
        isLastFree: guessers.get(pair)?.count === freeGuesses,
        right() {
          takeBack();
          guessers.delete(pair);
          trusted.set(pair, true);
        },
        // Nobody could say whether it was right.
        unknown: takeBack,
      };
    },
    get size() {
      return guessers.size;
    },
  };
}
