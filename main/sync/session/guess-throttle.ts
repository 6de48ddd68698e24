import type { Clock } from '../../platform/clock.ts';
import { syncLimits } from '../limits.ts';
import { BoundedMap } from '../../platform/bounded-map.ts';

/** Who tries a password. */
export interface Guess {
  /** Address of the peer. */
  readonly remote: string;
  readonly user: string;
  readonly syncId: string;
  /** The account has let this client in before. */
  readonly isKnown: boolean;
}

/**
 * Slows down those who try passwords. Counted are the wrong ones of strangers, per peer address and
 * name, and per peer address; and those of each known client apart, so that one phone with an old
 * password keeps nobody else out who comes by the same proxy. Never counted is by name alone, or
 * else a stranger could lock a user out. Beyond the free ones a pause follows each, twice as long as
 * the one before; what comes within it is refused like a wrong password, whether it is one or not.
 */
export interface GuessThrottle {
  mayTry(guess: Guess): boolean;
  wrong(guess: Guess): void;
  right(guess: Guess): void;
}

interface Guesser {
  readonly count: number;
  readonly at: number;
}

/** Makes a throttle that has seen nobody. */
export function createGuessThrottle(clock: Clock): GuessThrottle {
  const guessers = new BoundedMap<string, Guesser>(syncLimits.guessers);
  const ofName = ({ remote, user, syncId, isKnown }: Guess): string =>
    [remote, user.toLowerCase(), ...(isKnown ? [syncId] : [])].join('\n');

  const counted = (key: string): Guesser | undefined => {
    const guesser = guessers.get(key);
    const isOld = guesser && clock.monotonic() - guesser.at > syncLimits.forgetGuessesMs;
    return isOld ? undefined : guesser;
  };
  const pauses = (key: string, free: number): boolean => {
    const guesser = counted(key);
    if (!guesser || guesser.count < free) return false;
    const doubled = syncLimits.firstPauseMs * 2 ** Math.min(guesser.count - free, 16);
    return clock.monotonic() - guesser.at < Math.min(doubled, syncLimits.longestPauseMs);
  };
  const add = (key: string): void => {
    guessers.set(key, { count: (counted(key)?.count ?? 0) + 1, at: clock.monotonic() });
  };

  return {
    mayTry: (guess) =>
      !pauses(ofName(guess), syncLimits.freeGuesses) &&
      (guess.isKnown || !pauses(guess.remote, syncLimits.freeGuessesOfPeer)),
    wrong(guess) {
      add(ofName(guess));
      if (!guess.isKnown) add(guess.remote);
    },
    right(guess) {
      guessers.take(ofName(guess));
    },
  };
}
