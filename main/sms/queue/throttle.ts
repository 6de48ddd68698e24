import type { Clock, Stop } from '../../platform/clock.ts';

/** Does something at most once in a while. */
export interface Throttle {
  /** Does it now, or when the while is over. */
  request(): void;
  stop: Stop;
}

/** Makes a throttle: the first request is served at once, those within `intervalMs` by one more. */
export function createThrottle(clock: Clock, intervalMs: number, action: () => void): Throttle {
  let lastAt = -Infinity;
  let stopTimer: Stop | undefined;
  function run(): void {
    stopTimer = undefined;
    lastAt = clock.monotonic();
    action();
  }
  return {
    request() {
      if (stopTimer !== undefined) return;
      const wait = lastAt + intervalMs - clock.monotonic();
      if (wait <= 0) run();
      else stopTimer = clock.after(wait, run);
    },
    stop() {
      stopTimer?.();
      stopTimer = undefined;
    },
  };
}
