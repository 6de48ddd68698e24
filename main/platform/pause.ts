import type { Clock } from './clock.ts';

/** Waits so long; resolves at once, and to false, when the signal ends it. */
export function pause(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<boolean> {
  if (signal?.aborted === true) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stopTimer = clock.after(delayMs, end);
    function end(): void {
      stopTimer();
      signal?.removeEventListener('abort', end);
      resolve(signal?.aborted !== true);
    }
    signal?.addEventListener('abort', end, { once: true });
  });
}
