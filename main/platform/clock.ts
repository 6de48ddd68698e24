/** Ends something that was started. Calling it twice does no harm. */
export type Stop = () => void;
/** Ends something whose end takes a while; resolves when no handle is open any more. */
export type StopAsync = () => Promise<void>;

/** Time, as the services see it; a test owns it, and so does the making of the demo's history. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Milliseconds from an arbitrary start, never going back; for durations. */
  monotonic(): number;
  /** Calls back once, `delayMs` from now at the earliest. */
  after(delayMs: number, callback: () => void): Stop;
}

/** Longest delay that a timer takes before it fires at once (signed 32 bits). */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), LONGEST_DELAY_MS));
    return () => clearTimeout(timer);
  },
};

/**
 * The machine's clock, moved so that it shows `start` (ISO 8601) now and goes on from there, for
 * pictures and tests that must show the same times every day. Without a start, or with one that is
 * no time, it is the machine's own.
 */
export function clockStartingAt(start: string | undefined): Clock {
  const at = Date.parse(start ?? '');
  if (Number.isNaN(at)) return systemClock;
  const shift = at - Date.now();
  return { ...systemClock, now: () => Date.now() + shift };
}
