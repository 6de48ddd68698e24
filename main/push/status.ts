import type { AlertState } from '../../shared/model/alert.ts';
import type { AreaService } from '../api/services.ts';
import type { Clock } from '../platform/clock.ts';
import { startOfDay } from '../platform/start-of-day.ts';
import type { Store } from '../store/types.ts';
import type { PushSettingsService } from './settings.ts';

/** What {@link createPushArea} needs. */
export interface PushAreaDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: PushSettingsService;
  readonly hasGateway: () => boolean;
}

/** The engine as the API reads and sets it. */
export function createPushArea(deps: PushAreaDeps): AreaService<'push'> {
  const { store, clock, settings, hasGateway } = deps;

  async function status() {
    const { active } = await settings.load();
    const since = startOfDay(clock.now());
    const today = await store.alerts.countsSince(since);
    const count = (...states: readonly AlertState[]): number =>
      states.reduce((sum, state) => sum + (today.get(state) ?? 0), 0);
    const [planned, queued] = await Promise.all([
      store.alerts.list({ state: 'planned', limit: 1 }),
      store.alerts.list({ state: 'queued', limit: 1 }),
    ]);
    return {
      active,
      state: !active ? 'off' : hasGateway() ? 'working' : 'attention',
      planned: planned.total,
      queued: queued.total,
      sentToday: count('sent', 'delivered', 'answered'),
      deliveredToday: count('delivered', 'answered'),
      failedToday: count('failed'),
      suppressedToday: count('suppressed'),
      changesToday: await store.changes.countSince(since),
      lastChangeAt: await store.changes.lastAt(),
    } as const;
  }

  return {
    status,
    async setActive({ active }) {
      await settings.setActive(active);
      return await status();
    },
    settings: () => settings.load(),
    updateSettings: (input) => settings.update(input),
  };
}
