import type { RetentionSettings } from '../../shared/model/settings.ts';
import type { Clock, Stop, StopAsync } from '../platform/clock.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Store } from '../store/types.ts';

const DAY_MS = 86_400_000;
/** How often what is past its time is removed. */
const EVERY_MS = 3_600_000;
/** The first time waits until the start is over. */
const FIRST_DELAY_MS = 2 * 60_000;

/** What retention needs. */
export interface RetentionDeps {
  readonly store: Pick<Store, 'removeOld'>;
  readonly clock: Clock;
  readonly log: LogWriter;
  /** Asked each time. */
  readonly settings: () => RetentionSettings;
  readonly onError: (error: unknown) => void;
}

/** Removes what is past its time, now and then. */
export function startRetention(deps: RetentionDeps): StopAsync {
  const { store, clock, log } = deps;
  let isStopped = false;
  let removing: Promise<void> = Promise.resolve();
  let stopTimer: Stop;

  async function remove(): Promise<void> {
    const { logDays, logEntries, historyDays, versionDays } = deps.settings();
    const now = clock.now();
    try {
      const removed = await store.removeOld({
        logBefore: now - logDays * DAY_MS,
        logEntries,
        historyBefore: now - historyDays * DAY_MS,
        versionsBefore: now - versionDays * DAY_MS,
      });
      const count = removed.logEntries + removed.history;
      if (count > 0) {
        log.write({ level: 'info', area: 'system', key: 'system.retention', params: { count } });
      }
    } catch (error) {
      deps.onError(error);
    }
  }

  function plan(delayMs: number): void {
    stopTimer = clock.after(delayMs, () => {
      removing = remove().then(() => {
        if (!isStopped) plan(EVERY_MS);
      });
    });
  }
  plan(FIRST_DELAY_MS);
  return async () => {
    isStopped = true;
    stopTimer();
    await removing;
  };
}
