import { createPush } from '../push/index.ts';
import type { Push } from '../push/index.ts';
import { createSessionView } from '../sync/registry/index.ts';
import { createSms } from '../sms/index.ts';
import type { Sms, SmsDeps } from '../sms/index.ts';
import type { StopStack } from '../system/stop-stack.ts';
import type { MessageOutcomes } from '../store/types.ts';
import type { Foundation } from './foundation.ts';
import type { ServerOptions } from './options.ts';
import { tellAll } from './outcomes.ts';

/** The push engine and the SMS service, which call each other. */
export interface Engine {
  readonly push: Push;
  readonly sms: Sms;
  start(stops: StopStack): Promise<void>;
}

/**
 * Makes both.
 *
 * @param hadGateway What is taken for true until the gateways are open.
 * @param outcomes Who else follows what becomes of messages.
 * @param mail Hands incoming SMS on.
 * @param reportBase Where providers reach the server with reports.
 */
export function createEngine(
  foundation: Foundation,
  options: ServerOptions,
  phones: SmsDeps['phones'],
  hadGateway: boolean,
  outcomes: MessageOutcomes,
  reportBase: NonNullable<SmsDeps['reportBase']>,
  mail: NonNullable<SmsDeps['mail']>,
): Engine {
  const { store, events, settings } = foundation;
  const sessions = createSessionView(foundation);
  let hasGateway = (): boolean => hadGateway;
  const push = createPush({
    ...foundation,
    showSessions: (rows) => sessions.show(rows),
    sms: { enqueue: (tx, rows) => sms.enqueue(tx, rows), hasGateway: () => hasGateway() },
  });
  const sms: Sms = createSms({
    ...foundation,
    outcomes: tellAll(push.outcomes, outcomes),
    phones,
    reportBase,
    mail,
    settings: () => settings.current().sms,
    pauseQueue: async (queuePaused) => {
      await settings.update({ sms: { queuePaused } });
    },
    serverPassword: async () => (await store.secrets.get('push:server')) ?? '',
    ...(options.simulatorReportMs === undefined
      ? {}
      : { simulatorReportMs: options.simulatorReportMs }),
  });
  return {
    push,
    sms,
    async start(stops) {
      // The engine takes up its alerts before the queue tells it what becomes of them.
      stops.push(await push.start());
      stops.push(await sms.start());
      const stopHearing = settings.subscribe((parts) => {
        if (parts.has('sms')) sms.wake();
      });
      stops.push(() => Promise.resolve(stopHearing()));
      hasGateway = () => sms.hasActiveGateway();
      events.emit({ kind: 'gateway', id: null });
    },
  };
}
