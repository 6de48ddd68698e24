import type { Clock } from '../../../platform/clock.ts';

/** Resolves after a while; with a signal, as soon as that says so. */
export function pause(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const stopTimer = clock.after(delayMs, end);
    function end(): void {
      stopTimer();
      signal?.removeEventListener('abort', end);
      resolve();
    }
    signal?.addEventListener('abort', end, { once: true });
  });
}
