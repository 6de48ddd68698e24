import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** Makes identifiers for stored things. */
export interface Ids {
  /** A new identifier; those made later sort later. */
  next(): string;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_LENGTH = 8;
const COUNTER_LENGTH = 4;

function encode(value: number, length: number): string {
  let text = '';
  for (let rest = value, digit = 0; digit < length; digit += 1) {
    text = (ALPHABET[rest % 32] ?? '0') + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/**
 * Makes identifiers of 21 characters: time (9), a counter within the millisecond (4), and a
 * part drawn once per process (8), so that two processes on one database do not meet.
 */
export function createIds(clock: Clock, random: Random): Ids {
  const process = Array.from(random.bytes(RANDOM_LENGTH), (octet) => ALPHABET[octet % 32]).join('');
  let lastTime = 0;
  let counter = 0;
  return {
    next() {
      const now = clock.now();
      // A clock that is set back must not make identifiers sort before those already given out.
      if (now > lastTime) {
        lastTime = now;
        counter = 0;
      } else {
        counter += 1;
      }
      return encode(lastTime, 9) + encode(counter, COUNTER_LENGTH) + process;
    },
  };
}
