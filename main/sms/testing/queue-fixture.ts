import { defaultSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../platform/clock.ts';
import { createEvents } from '../../platform/events.ts';
import { createIds } from '../../platform/ids.ts';
import type { LogLine } from '../../platform/logbook.ts';
import type { Random } from '../../platform/random.ts';
import type { MessageOutcomes, Store } from '../../store/types.ts';
import type { HandOver } from '../gateways/gateway.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import type { SmsSettings } from '../queue/queue-deps.ts';
import { SmsQueue } from '../queue/queue.ts';
import { createWays } from '../ways.ts';
import type { Ways } from '../ways.ts';

/** What a queue is to work with. */
export interface QueueFixtureOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings?: Partial<SmsSettings>;
  /** What the stored gateways do. */
  handOver(message: OutgoingMessage, gatewayId: string): Promise<HandOver>;
}

/** The queue with its ways out, of which only the links are not real. */
export interface QueueFixture {
  readonly queue: SmsQueue;
  readonly ways: Ways;
  readonly lines: LogLine[];
  /** What the push engine is told: `sent m1`. */
  readonly outcomes: string[];
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes the queue on a store that has gateways already. */
export function createQueueFixture(options: QueueFixtureOptions): QueueFixture {
  const { store, clock, random, handOver } = options;
  const lines: LogLine[] = [];
  const outcomes: string[] = [];
  const events = createEvents((error) => {
    throw error;
  });
  const deps = {
    ...{ store, clock, random, events, ids: createIds(clock, random) },
    outcomes: notedOutcomes(outcomes),
    log: {
      write(line: LogLine) {
        lines.push(line);
        const about = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
        return { id: lines.length, at: 0, params: {}, text: line.key, ...line, ...about };
      },
    },
    settings: (): SmsSettings => ({ ...defaultSettings.sms, ...options.settings }),
  };
  const ways = createWays({
    ...deps,
    open: (row) => ({
      handOver: (message) => handOver(message, row.id),
      check: () => Promise.resolve({ ok: true, reason: 'ok', detail: '' }),
      describe: () => '',
      close: () => undefined,
    }),
    report: (gatewayId, report) => queue.report(gatewayId, report),
    incoming: () => Promise.resolve(),
    wake: () => queue.roomChanged(),
    look: () => queue.wake(),
  });
  const { pool, accounting, router } = ways;
  const laneOf = router.laneOf.bind(router);
  const queue: SmsQueue = new SmsQueue(deps, { pool, accounting, laneOf });
  router.onChange(() => queue.lanesChanged());
  return {
    ...{ queue, ways, lines, outcomes },
    async start() {
      await ways.load();
      await queue.start();
    },
    async stop() {
      await queue.stop();
      pool.close();
    },
  };
}

function notedOutcomes(outcomes: string[]): MessageOutcomes {
  const note = (word: string, id: string): Promise<void> => {
    outcomes.push(`${word} ${id}`);
    return Promise.resolve();
  };
  return {
    sent: (_tx, { id }) => note('sent', id),
    delivered: (_tx, { id }) => note('delivered', id),
    failed: (_tx, { id }) => note('failed', id),
    uncertain: (_tx, { id }) => note('uncertain', id),
  };
}
