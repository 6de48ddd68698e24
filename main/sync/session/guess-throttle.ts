import type { Clock } from '../../platform/clock.ts';
import { syncLimits } from '../limits.ts';
import { BoundedMap } from './bounded-map.ts';

/**
 * Slows down those who try passwords. Counted are wrong ones per peer address and name, and per peer
 * address alone; never per name alone, or else a stranger could lock a user out. Beyond the free
 * ones a pause follows each, twice as long as the one before; what comes within it is refused like a
 * wrong password, whether it is one or not.
 */
export interface GuessThrottle {
  mayTry(remote: string, user: string): boolean;
  wrong(remote: string, user: string): void;
  right(remote: string, user: string): void;
}

interface Guesser {
  readonly count: number;
  readonly at: number;
}

/** Makes a throttle that has seen nobody. */
export function createGuessThrottle(clock: Clock): GuessThrottle {
  const guessers = new BoundedMap<string, Guesser>(syncLimits.guessers);
  const ofName = (remote: string, user: string): string => `${remote}\n${user.toLowerCase()}`;

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
    mayTry: (remote, user) =>
      !pauses(ofName(remote, user), syncLimits.freeGuesses) &&
      !pauses(remote, syncLimits.freeGuessesOfPeer),
    wrong(remote, user) {
      add(ofName(remote, user));
      add(remote);
    },
    right(remote, user) {
      guessers.take(ofName(remote, user));
    },
  };
}
