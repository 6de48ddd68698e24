import type { Clock, Stop } from '../platform/clock.ts';
import type { RunningServer } from '../server.ts';
import type { EngineState } from './tray.ts';

/** Events come in bursts; tray and menus are drawn anew at most this often. */
const QUIET_MS = 400;

/** Tells how the engine is, now and whenever that changes. */
export function watchEngine(
  server: Pick<RunningServer, 'services' | 'events'>,
  clock: Clock,
  onState: (state: EngineState) => void,
  onError: (error: unknown) => void,
): Stop {
  let isStopped = false;
  let stopTimer: Stop | undefined;

  async function look(): Promise<void> {
    const { engine, attention } = await server.services.system.overview(undefined);
    // That push is off is what the tray shows anyway.
    const others = attention.filter(({ key }) => key !== 'engine-off');
    if (!isStopped) onState({ isActive: engine.active, attention: others.length });
  }
  function lookSoon(): void {
    stopTimer ??= clock.after(QUIET_MS, () => {
      stopTimer = undefined;
      look().catch(onError);
    });
  }
  const unsubscribe = server.events.subscribe(({ kind }) => {
    if (kind !== 'alert' && kind !== 'phone') lookSoon();
  });
  look().catch(onError);
  return () => {
    isStopped = true;
    unsubscribe();
    stopTimer?.();
  };
}
