import type { AreaService } from '../api/services.ts';
import type { Clock, StopAsync } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';
import type { ChangeRow, MessageOutcomes, Store } from '../store/types.ts';
import { createAlertNow } from './alert-now.ts';
import type { AlertNow } from './alert-now.ts';
import { createAlertsArea } from './alerts.ts';
import { createAnswers } from './answers.ts';
import type { Answers } from './answers.ts';
import { createAlertBook } from './book.ts';
import { createDeviceIndex } from './device-index.ts';
import type { SmsOutbox } from './dispatcher.ts';
import { createEngine } from './engine.ts';
import { createHourlyCap } from './hourly-cap.ts';
import { createInbox } from './inbox.ts';
import { pushLimits } from './limits.ts';
import { createOutcomes } from './outcomes.ts';
import { recover } from './recover.ts';
import { createRounds } from './round.ts';
import { createPushSettings } from './settings.ts';
import { createPushArea } from './status.ts';
import type { ShowSessions } from './show-sessions.ts';
import { createTracesArea } from './traces.ts';

/** What {@link createPush} needs. */
export interface PushDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  /** Sessions as the API shows them. */
  readonly showSessions: ShowSessions;
  readonly sms: SmsOutbox & {
    /** Whether there is any way out for SMS: a gateway that is switched on. Answered from memory. */
    hasGateway(): boolean;
  };
}

/** The push engine: turns changes into alerts and hands them to the SMS queue. */
export interface Push {
  readonly push: AreaService<'push'>;
  readonly alerts: AreaService<'alerts'>;
  readonly traces: AreaService<'traces'>;
  readonly alertNow: AlertNow;
  /** For the SMS queue, which calls it within its own transactions. */
  readonly outcomes: MessageOutcomes;
  /** For sessions, which call it within their own transactions. */
  readonly answers: Answers;
  /** There are changes in the journal: these, or none knows which. */
  wake(changes?: readonly ChangeRow[]): void;
  /** Takes up what an earlier run has left and begins. */
  start(): Promise<StopAsync>;
  /** Resolves when there is nothing to do at this moment. */
  idle(): Promise<void>;
}

/** Makes the push engine; it does nothing before it is started. */
export function createPush(deps: PushDeps): Push {
  const { store, clock, events, log, sms } = deps;
  const book = createAlertBook();
  const cap = createHourlyCap();
  const inbox = createInbox(pushLimits.changesPerSlice);
  const devices = createDeviceIndex(store, events, () => engine.wake());
  const settings = createPushSettings({ store, events, log, onChange: () => engine.recheckAll() });
  const hasGateway = (): boolean => sms.hasGateway();
  const shared = { ...deps, book, cap, inbox, devices, settings, hasGateway };
  const rounds = createRounds(shared);
  const engine = createEngine({ clock, events, log, devices, rounds, inbox });

  return {
    push: createPushArea(shared),
    alerts: createAlertsArea(store, devices),
    traces: createTracesArea({ store, clock, devices, showSessions: deps.showSessions }),
    alertNow: createAlertNow(shared),
    outcomes: createOutcomes(shared),
    answers: createAnswers(shared),
    wake(changes) {
      if (changes === undefined) inbox.miss();
      else inbox.put(changes);
      engine.wake();
    },
    idle: () => engine.idle(),
    async start() {
      await settings.load();
      await recover(store, book, cap, clock.now());
      await rounds.load();
      const stopEngine = engine.start();
      return async () => {
        await stopEngine();
        devices.stop();
      };
    },
  };
}
