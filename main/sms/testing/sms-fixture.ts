import type { MessagePart } from '../../../shared/model/message.ts';
import type { PhoneProfile } from '../../../shared/model/phone.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import type { LiveEvent } from '../../../shared/model/system.ts';
import { createEvents } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogLine, LogWriter } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { DeviceRow, MessageOutcomes, MessageRow, Store } from '../../store/types.ts';
import { newMessage } from '../../store/new-message.ts';
import { createSms } from '../index.ts';
import type { Sms, SmsDeps } from '../index.ts';

/** One bare notification in one part, as good as any other to the queue. */
export const examplePart: MessagePart = { udh: '0605040b84c002', data: '010603ceaf8500' };

/** What became of messages, as the push engine is told: `sent m1`, `failed m2 too-old`. */
export type OutcomeLog = string[];

/** The SMS service of a test, with everything around it. */
export interface SmsFixture {
  readonly sms: Sms;
  readonly store: Store;
  readonly clock: FakeClock;
  readonly ids: Ids;
  readonly lines: LogLine[];
  readonly events: LiveEvent[];
  readonly outcomes: OutcomeLog;
  /** Puts messages into the queue and wakes it. */
  queue(...messages: readonly Partial<MessageRow>[]): Promise<MessageRow[]>;
  state(messageId: string): Promise<MessageRow['state'] | undefined>;
}

/** Settings that a device's owner has typed in. */
export function typedProfile({ name, folders }: DeviceRow): PhoneProfile {
  return {
    source: 'device',
    name,
    serverId: 'Pushdesk',
    url: 'http://127.0.0.1/syncml',
    user: 'anna@example.org',
    hasPassword: true,
    databases: folders.map(({ dataType, name: folder }) => ({ dataType, name: folder })),
  };
}

/** Phones that hold nothing, do not answer, and cannot be set up. */
export const sleepingPhones: SmsDeps['phones'] = {
  wake: () => undefined,
  lastSession: () => ({ state: 'never', at: null, received: 0, sent: 0, problem: null }),
  counts: () => Promise.resolve(new Map()),
  profiles: (devices) =>
    Promise.resolve(new Map(devices.map((device) => [device.id, typedProfile(device)]))),
  configure: (device) => Promise.resolve(typedProfile(device)),
  empty: (device) => Promise.resolve(typedProfile(device)),
};

/** What a test may want otherwise. */
export type SmsFixtureOptions = Partial<SmsDeps> & { readonly clock?: FakeClock };

/** Makes the SMS service on a store. The test starts and stops it. */
export function createSmsFixture(store: Store, options: SmsFixtureOptions = {}): SmsFixture {
  const clock = options.clock ?? createFakeClock();
  const random = seededRandom(7);
  const ids = options.ids ?? createIds(clock, random);
  const lines: LogLine[] = [];
  const seen: LiveEvent[] = [];
  const outcomes: OutcomeLog = [];
  const events = createEvents((error) => {
    throw error;
  });
  events.subscribe((event) => seen.push(event));
  let queuePaused = false;
  const sms = createSms({
    store,
    random,
    events,
    log: createLog(lines),
    outcomes: createOutcomes(outcomes),
    settings: () => ({ ...defaultSettings.sms, maxAttempts: 12, queuePaused }),
    pauseQueue(isPaused) {
      queuePaused = isPaused;
      return Promise.resolve();
    },
    serverPassword: () => Promise.resolve(''),
    phones: sleepingPhones,
    ...options,
    ids,
    clock,
  });

  return {
    sms,
    store,
    clock,
    ids,
    lines,
    events: seen,
    outcomes,
    async queue(...messages) {
      const rows = messages.map((message) => exampleMessage(ids.next(), clock.now(), message));
      await store.messages.insert(rows);
      sms.wake();
      return rows;
    },
    async state(messageId) {
      return (await store.messages.get(messageId))?.state;
    },
  };
}

/** A message that is due. */
export function exampleMessage(
  id: string,
  now: number,
  changes: Partial<MessageRow> = {},
): MessageRow {
  const fresh = newMessage({
    id,
    traceId: `trace-${id}`,
    alertId: `alert-${id}`,
    accountId: 'account',
    deviceId: 'device',
    number: '+420601123456',
    parts: [examplePart],
    dcs: 0xf5,
    source: 'alert',
    class: 'alert',
    expiresAt: now + 86_400_000,
    createdAt: now,
  });
  return { ...fresh, ...changes };
}

function createLog(lines: LogLine[]): LogWriter {
  return {
    write(line) {
      lines.push(line);
      const { level, area, key, params = {} } = line;
      const about = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
      return { id: lines.length, at: 0, level, area, key, params, text: key, ...about };
    },
  };
}

function createOutcomes(log: OutcomeLog): MessageOutcomes {
  const note = (...words: string[]): Promise<void> => {
    log.push(words.join(' '));
    return Promise.resolve();
  };
  return {
    sent: (_tx, { id }, { name }) => note('sent', id, 'by', name),
    delivered: (_tx, { id }) => note('delivered', id),
    failed: (_tx, { id }, reason) => note('failed', id, reason),
    uncertain: (_tx, { id }) => note('uncertain', id),
  };
}
