import type { Clock } from '../../platform/clock.ts';
import { nextTurn } from '../../platform/turns.ts';
import { syncLimits } from '../limits.ts';

/** Lets others have their turn when the work of one message has gone on for long enough. */
export interface TimeSlice {
  /** To be awaited between two pieces of work. */
  breathe(): Promise<void>;
}

/** Starts a slice now. */
export function startTimeSlice(clock: Clock): TimeSlice {
  let started = clock.monotonic();
  return {
    async breathe() {
      if (clock.monotonic() - started < syncLimits.sliceMs) return;
      await nextTurn();
      started = clock.monotonic();
    },
  };
}
