import type { StopAsync } from '../platform/clock.ts';

/** Something that runs with settings and starts anew when they change. */
export interface Restartable {
  /** Starts it, or starts it anew when its settings are others than those it runs with. */
  apply(): Promise<void>;
  readonly stop: StopAsync;
}

/**
 * Keeps something running with the settings of the moment, one change after the other.
 *
 * @param settings What it depends on, compared by its JSON; null when it should not run.
 */
export function createRestartable<Settings>(
  settings: () => Settings | null,
  start: (settings: Settings) => Promise<StopAsync>,
): Restartable {
  let running: { readonly with: string; readonly stop: StopAsync } | undefined;
  let isStopped = false;
  let changing: Promise<void> = Promise.resolve();

  async function change(): Promise<void> {
    const wanted = isStopped ? null : settings();
    const text = JSON.stringify(wanted);
    if (running?.with === text) return;
    const old = running;
    running = undefined;
    await old?.stop();
    if (wanted !== null) running = { with: text, stop: await start(wanted) };
  }
  function apply(): Promise<void> {
    const done = changing.then(change);
    changing = done.catch(() => undefined);
    return done;
  }

  return {
    apply,
    stop() {
      isStopped = true;
      return apply();
    },
  };
}
