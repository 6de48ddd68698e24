import type { Clock } from '../../../platform/clock.ts';

/** Waits so long; resolves to false when the signal has ended it. */
export function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stopTimer = clock.after(delayMs, end);
    function end(): void {
      stopTimer();
      signal.removeEventListener('abort', end);
      resolve(!signal.aborted);
    }
    signal.addEventListener('abort', end, { once: true });
  });
}
