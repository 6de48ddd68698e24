import type { Clock } from '../../platform/clock.ts';
import { nextTurn } from '../../platform/turns.ts';
import { syncLimits } from '../limits.ts';

/** Lets others have their turn when the work of one message has gone on for long enough. */
export interface TimeSlice {
  /** To be awaited between two pieces of work. There is nothing to wait for before it is time. */
  breathe(): Promise<void> | undefined;
}

/** Starts a slice now. */
export function startTimeSlice(clock: Clock): TimeSlice {
  let started = clock.monotonic();

  async function pause(): Promise<void> {
    await nextTurn();
    started = clock.monotonic();
  }

  return {
    breathe: () => (clock.monotonic() - started < syncLimits.sliceMs ? undefined : pause()),
  };
}
