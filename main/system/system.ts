import type { Attention, Listener, SystemStatus } from '../../shared/model/system.ts';
import type { StateMark } from '../../shared/model/words.ts';
import type { AreaService } from '../api/services.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import { startOfDay } from '../platform/start-of-day.ts';
import type { Store } from '../store/types.ts';
import { findAttention } from './attention.ts';
import type { Facts } from './attention.ts';
import type { Backups } from './backups.ts';
import { countAlerts, countDevices, countGateways, fillHours, firstHour } from './overview.ts';

/** An SMS that is due for so long and not taken by any gateway is stuck. */
const STUCK_AFTER_MS = 2 * 60_000;
const STUCK_COUNTED = 1_000;
const RECENT_ALERTS = 8;
/** Several readers ask at once after an event; what one was told is told to the others. */
const FRESH_MS = 250;
const setupDoneName = 'setup.done';

/** What the system area needs. */
export interface SystemDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: Events;
  readonly backups: Backups;
  readonly accounts: Pick<AreaService<'accounts'>, 'list'>;
  readonly devices: Pick<AreaService<'devices'>, 'list'>;
  readonly gateways: Pick<AreaService<'gateways'>, 'list'>;
  readonly push: Pick<AreaService<'push'>, 'status'>;
  readonly alerts: Pick<AreaService<'alerts'>, 'list'>;
  readonly pending: Pick<AreaService<'pending'>, 'list'>;
  readonly holds: Pick<AreaService<'holds'>, 'list'>;
  /** Whether the SMS queue is paused. */
  readonly isQueuePaused: () => boolean;
  /** What is to be said about budgets of SMS. */
  readonly budgets: () => Promise<readonly Attention[]>;
  readonly listeners: () => readonly Listener[];
  /** What is to be said about the certificate of the devices' listener. */
  readonly certificate: () => Attention | null;
  readonly facts: Pick<SystemStatus, 'version' | 'host' | 'demo' | 'dataDir'>;
  /** Octets of memory that the process holds. */
  readonly memory: () => number;
}

function worst(isActive: boolean, attention: readonly Attention[]): StateMark {
  if (attention.some(({ level }) => level === 'failed')) return 'failed';
  if (!isActive) return 'off';
  return attention.length > 0 ? 'attention' : 'working';
}

/** Gives the same answer to all who ask within a moment in which nothing changes. */
function keepFresh<Answer>(
  { clock, events }: Pick<SystemDeps, 'clock' | 'events'>,
  make: () => Promise<Answer>,
): () => Promise<Answer> {
  let kept: { readonly until: number; readonly answer: Promise<Answer> } | undefined;
  events.subscribe(() => (kept = undefined));
  return () => {
    const now = clock.monotonic();
    if (kept === undefined || kept.until <= now) {
      const answer = make();
      kept = { until: now + FRESH_MS, answer };
      // A failure is told to those who asked, and not to the next.
      answer.catch(() => (kept = undefined));
    }
    return kept.answer;
  };
}

/** Tells how the process and everything in it is. */
export function createSystem(deps: SystemDeps): AreaService<'system'> {
  const { store, clock, backups } = deps;
  const startedAt = clock.now();

  const lookAround = keepFresh(deps, async () => {
    const isPaused = deps.isQueuePaused();
    const [
      push,
      { gateways },
      { devices },
      { accounts },
      { pending },
      { holds },
      stuck,
      lost,
      uncertain,
      waiting,
      budgets,
    ] = await Promise.all([
      deps.push.status(undefined),
      deps.gateways.list(undefined),
      deps.devices.list(undefined),
      deps.accounts.list(undefined),
      deps.pending.list(undefined),
      deps.holds.list(undefined),
      store.messages.listDue(clock.now() - STUCK_AFTER_MS, STUCK_COUNTED),
      store.secrets.lostNames(),
      store.messages.countInState('uncertain'),
      isPaused ? store.messages.countInState('queued') : null,
      deps.budgets(),
    ]);
    const facts: Facts = {
      isEngineActive: push.active,
      gateways,
      devices,
      accounts,
      listeners: deps.listeners(),
      // While the queue is paused, nothing is stuck that does not go out.
      stuckMessages: isPaused ? 0 : stuck.length,
      uncertainMessages: uncertain,
      pausedMessages: waiting,
      budgets,
      backupError: backups.lastError(),
      pendingClients: pending.length,
      holds,
      certificate: deps.certificate(),
      lostSecrets: lost,
    };
    return { push, facts, attention: findAttention(facts) };
  });

  return {
    async status() {
      const [{ push, facts, attention }, changes, alerts, logEntries, storageBytes] =
        await Promise.all([
          lookAround(),
          store.changes.lastId(),
          store.alerts.count(),
          store.log.count(),
          store.size(),
        ]);
      return {
        ...deps.facts,
        startedAt,
        now: clock.now(),
        state: worst(push.active, attention),
        listeners: [...facts.listeners],
        attention,
        counts: {
          accounts: facts.accounts.length,
          devices: facts.devices.length,
          gateways: facts.gateways.length,
          changes,
          alerts,
          logEntries,
        },
        storageBytes,
        memoryBytes: deps.memory(),
        lastBackupAt: backups.lastAt(),
      };
    },

    async overview() {
      const now = clock.now();
      const today = startOfDay(now);
      const [{ push, facts, attention }, counts, latencies, buckets, { alerts }, setupDone] =
        await Promise.all([
          lookAround(),
          store.alerts.countsSince(today),
          store.alerts.latencies(today),
          store.alerts.buckets(firstHour(now)),
          deps.alerts.list({ limit: RECENT_ALERTS }),
          store.values.get(setupDoneName),
        ]);
      return {
        engine: { active: push.active, state: push.state },
        gateways: countGateways(facts.gateways),
        devices: countDevices(facts.devices),
        accounts: facts.accounts.length,
        alertsToday: {
          ...countAlerts(counts, latencies),
          // Quiet hours last past midnight: what waits is told whichever day it is from.
          waiting: push.planned + push.queued,
        },
        hours: fillHours(buckets, now),
        recentAlerts: alerts,
        attention,
        setupDone: setupDone === true,
      };
    },

    backup: () => backups.make(),

    async setSetupDone({ done }) {
      await store.values.set(setupDoneName, done);
      deps.events.emit({ kind: 'system', id: null });
      return { done: true };
    },
  };
}
