import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { DeviceIndex } from './device-index.ts';
import type { Inbox } from './inbox.ts';
import { pushLimits } from './limits.ts';
import type { Rounds } from './round.ts';

/** What {@link createEngine} needs. */
export interface EngineDeps {
  readonly clock: Clock;
  readonly events: Events;
  readonly log: LogWriter;
  readonly devices: DeviceIndex;
  readonly rounds: Rounds;
  readonly inbox: Inbox;
}

/** Runs rounds when there is something to do, one at a time. */
export interface Engine {
  /** There are changes to plan. */
  wake(): void;
  /** The circumstances of waiting alerts have changed. */
  recheckAll(): void;
  /** Begins; everything that waits is looked at. */
  start(): StopAsync;
  /** Resolves when no round runs and none is asked for. */
  idle(): Promise<void>;
}

/** Makes an engine that stands still until it is started. */
export function createEngine(deps: EngineDeps): Engine {
  const { clock, events, log, devices, rounds, inbox } = deps;
  let isRunning = false;
  let isStarted = false;
  let isWanted = false;
  let isRecheckWanted = false;
  let failures = 0;
  /** No round before this, on the monotonic clock: the store has failed. */
  let retryAt = Number.NEGATIVE_INFINITY;
  /** No round before this while changes keep coming in. */
  let floodUntil = Number.NEGATIVE_INFINITY;
  /** Changes planned within a short span, and when it began. */
  let recent = { since: Number.NEGATIVE_INFINITY, changes: 0 };
  let stopTimer: Stop | null = null;
  let current: Promise<void> = Promise.resolve();

  function setTimer(delayMs: number): void {
    stopTimer?.();
    stopTimer = clock.after(Math.max(0, delayMs), () => {
      stopTimer = null;
      floodUntil = Number.NEGATIVE_INFINITY;
      wake();
    });
  }

  function wake(): void {
    isWanted = true;
    if (isStarted && !isRunning) begin();
  }

  function begin(): void {
    const now = clock.monotonic();
    if (retryAt > now) setTimer(retryAt - now);
    else if (floodUntil > now) setTimer(Math.min(floodUntil - now, pushLimits.floodQuietMs));
    else {
      isRunning = true;
      current = loop();
    }
  }

  async function loop(): Promise<void> {
    while (isWanted && isStarted && Math.max(retryAt, floodUntil) <= clock.monotonic()) {
      isWanted = false;
      try {
        if (await round()) isWanted = true;
        failures = 0;
      } catch (error) {
        faulted(error);
      }
    }
    // Nothing waits between the last look at what is wanted and this, or a wake-up would get lost.
    isRunning = false;
    if (!isStarted) return;
    const next = rounds.nextAt();
    if (isWanted || isRecheckWanted) begin();
    else if (next !== null) setTimer(next - clock.now());
  }

  async function round(): Promise<boolean> {
    const changed = await devices.refresh();
    const recheck = isRecheckWanted ? 'all' : changed;
    isRecheckWanted = false;
    try {
      const { changes, isMore } = await rounds.run(recheck);
      if (isFlood(changes)) floodUntil = clock.monotonic() + floodPause();
      return isMore;
    } catch (error) {
      // What it took out of memory is still in the journal.
      inbox.miss();
      isRecheckWanted = true;
      throw error;
    }
  }

  /** Whether this round and those right before it have planned many changes. */
  function isFlood(changes: number): boolean {
    const now = clock.monotonic();
    if (now - recent.since > pushLimits.floodSpanMs) recent = { since: now, changes: 0 };
    recent.changes += changes;
    return recent.changes > pushLimits.floodChanges;
  }

  /**
   * How long to let changes come together in a flood: each round writes every alert that it adds
   * to, so few large rounds cost less than many small ones. What is due soon must not wait for it.
   */
  function floodPause(): number {
    const untilNext = (rounds.nextAt() ?? clock.now()) - clock.now();
    return Math.min(
      Math.max(untilNext / 2, pushLimits.floodPauseMinMs),
      pushLimits.floodPauseMaxMs,
    );
  }

  function faulted(error: unknown): void {
    log.write({
      level: 'error',
      area: 'system',
      key: 'system.fault',
      params: { id: 'push', detail: error instanceof Error ? error.message : String(error) },
    });
    devices.forget();
    isWanted = true;
    const pause = pushLimits.retryMinMs * 2 ** Math.min(failures, 16);
    failures += 1;
    retryAt = clock.monotonic() + Math.min(pause, pushLimits.retryMaxMs);
  }

  function recheckAll(): void {
    isRecheckWanted = true;
    wake();
  }

  return {
    wake,
    recheckAll,
    start() {
      isStarted = true;
      const stopListening = events.subscribe(({ kind }) => {
        // A gateway may be the way out that waiting alerts have waited for.
        if (kind === 'gateway') recheckAll();
      });
      recheckAll();
      return async () => {
        isStarted = false;
        stopListening();
        stopTimer?.();
        await current;
      };
    },
    async idle() {
      while (isRunning) await current;
    },
  };
}
