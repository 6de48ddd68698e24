import { defaultSettings } from '../../../shared/model/settings.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import { seededRandom } from '../../platform/random.ts';
import type { Random } from '../../platform/random.ts';
import type { DeliveryRow, MessageRow, Repositories, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { startHttpSink } from '../testing/http-sink.ts';
import type { HttpSink } from '../testing/http-sink.ts';
import { createSmsFixture, exampleMessage } from '../testing/sms-fixture.ts';
import type { SmsFixture, SmsFixtureOptions } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

const now = createFakeClock().now();

describe('after a restart the queue', () => {
  let store: Store;
  let sink: HttpSink;

  beforeEach(async () => {
    store = await openTestStore();
    sink = await startHttpSink();
  });

  afterEach(async () => {
    await sink.close();
    await store.close();
  });

  /** Runs a process of its own on the store. */
  async function run(
    work: (fixture: SmsFixture) => Promise<void>,
    options: SmsFixtureOptions = {},
  ): Promise<void> {
    const fixture = createSmsFixture(store, options);
    const stop = await fixture.sms.start();
    await work(fixture);
    await stop();
  }

  async function addGateway(
    { sms }: SmsFixture,
    kind: 'http' | 'simulator' = 'http',
  ): Promise<string> {
    const url = `${sink.url}/?id=%id%&udh=%udh;hex%&data=%data;hex%`;
    const { id } = await sms.gateways.create({ kind, name: kind, url, timeoutMs: 120_000 });
    return id;
  }

  function underWay(message: MessageRow, gatewayId: string): DeliveryRow {
    return {
      id: `d-${message.id}`,
      messageId: message.id,
      gatewayId,
      attempt: 1,
      startedAt: now,
      endedAt: null,
      outcome: 'under-way',
      reason: null,
      detail: '',
      providerId: null,
      reportedAt: null,
      reportState: null,
      reportDetail: '',
    };
  }

  it('sends what was queued', async () => {
    await run(async (fixture) => void (await addGateway(fixture)));
    await store.messages.insert([exampleMessage('m1', now), exampleMessage('m2', now + 3_000)]);
    await run(async ({ clock, outcomes }) => {
      await waitFor(() => expect(outcomes).toEqual(['sent m1 by http']));
      await clock.advance(3_000);
      await waitFor(() => expect(outcomes).toEqual(['sent m1 by http', 'sent m2 by http']));
    });
  });

  it('sends an alert that was cut off again, with the same bytes', async () => {
    let gatewayId = '';
    await run(async (fixture) => {
      gatewayId = await addGateway(fixture);
    });
    const message = exampleMessage('m1', now, { state: 'sending', attempts: 1 });
    await store.messages.insert([message]);
    await store.messages.insertDelivery(underWay(message, gatewayId));
    await run(async ({ outcomes, lines }) => {
      await waitFor(() => expect(outcomes).toEqual(['sent m1 by http']));
      expect(lines.map(({ key }) => key)).toContain('alert.repeated');
    });
    expect(sink.received[0]?.query.get('data')).toBe(message.parts[0]?.data);
    const deliveries = await store.messages.listDeliveries(['m1']);
    expect(deliveries.map(({ outcome, attempt }) => [outcome, attempt]).sort()).toEqual([
      ['accepted', 2],
      ['uncertain', 1],
    ]);
  });

  it('puts it aside instead when the admin wants it so', async () => {
    await run(async (fixture) => void (await addGateway(fixture)));
    await store.messages.insert([exampleMessage('m1', now, { state: 'sending', attempts: 1 })]);
    const settings = { ...defaultSettings.sms, uncertainAlerts: 'hold' } as const;
    await run(
      async ({ outcomes, state }) => {
        expect(outcomes).toEqual(['uncertain m1']);
        expect(await state('m1')).toBe('uncertain');
      },
      { settings: () => settings },
    );
    expect(sink.received).toHaveLength(0);
  });

  it('never repeats what is no alert: a person would read it twice', async () => {
    await run(async (fixture) => void (await addGateway(fixture)));
    const text = exampleMessage('m1', now, { state: 'sending', attempts: 1, alertId: null });
    await store.messages.insert([text]);
    await run(async ({ outcomes }) => expect(outcomes).toEqual(['uncertain m1']));
    expect(sink.received).toHaveLength(0);
  });

  it('leaves alone what has ended', async () => {
    await run(async (fixture) => void (await addGateway(fixture)));
    const ended = ['sent', 'delivered', 'failed', 'expired', 'uncertain'] as const;
    await store.messages.insert(ended.map((state) => exampleMessage(state, now, { state })));
    await run(async ({ clock, outcomes }) => {
      await clock.advance(60_000);
      expect(outcomes).toEqual([]);
    });
    expect(sink.received).toHaveLength(0);
  });

  it('still hears the report of a virtual phone that was to come', async () => {
    const clock = createFakeClock();
    await run(
      async (fixture) => {
        await addGateway(fixture, 'simulator');
        await fixture.queue({});
        await waitFor(() => expect(fixture.outcomes).toHaveLength(1));
      },
      { clock, simulatorReportMs: 5_000 },
    );
    await run(
      async ({ outcomes }) => {
        await clock.advance(0);
        await waitFor(() => expect(outcomes).toEqual([expect.stringMatching(/^delivered /u)]));
      },
      { clock },
    );
  });

  it('remembers what its gateways did today', async () => {
    const clock = createFakeClock();
    await run(
      async (fixture) => {
        await addGateway(fixture);
        sink.answers = [{ status: 400 }];
        await fixture.queue({});
        await waitFor(() => expect(fixture.outcomes).toHaveLength(1));
        await clock.advance(1);
        await fixture.queue({}, {});
        await waitFor(() => expect(fixture.outcomes).toHaveLength(3));
      },
      { clock },
    );
    await run(
      async ({ sms }) => {
        const { gateways } = await sms.gateways.list(undefined);
        expect(gateways).toMatchObject([{ state: 'working', sentToday: 2, failedToday: 1 }]);
      },
      { clock },
    );
  });
});

describe('when it stops, the queue', () => {
  let store: Store;
  let sink: HttpSink;

  beforeEach(async () => {
    store = await openTestStore();
    sink = await startHttpSink();
  });

  afterEach(async () => {
    await sink.close();
    await store.close();
  });

  async function startSilent(): Promise<{ fixture: SmsFixture; stop: () => Promise<void> }> {
    const fixture = createSmsFixture(store);
    const stop = await fixture.sms.start();
    const url = `${sink.url}/?id=%id%`;
    await fixture.sms.gateways.create({ kind: 'http', name: 'http', url });
    sink.otherwise = 'silence';
    await fixture.queue({});
    await waitFor(() => expect(sink.received).toHaveLength(1));
    return { fixture, stop };
  }

  it('cuts off a hand-over that takes too long, and leaves it marked as under way', async () => {
    const { fixture, stop } = await startSilent();
    let isStopped = false;
    const stopping = stop().then(() => {
      isStopped = true;
    });
    await fixture.clock.advance(2_999);
    expect(isStopped).toBe(false);
    await fixture.clock.advance(1);
    await stopping;
    expect(await store.messages.countInState('sending')).toBe(1);
    expect(fixture.outcomes).toEqual([]);
  });

  it('waits for one that ends in time', async () => {
    sink.answers = [];
    const fixture = createSmsFixture(store);
    const stop = await fixture.sms.start();
    await fixture.sms.gateways.create({ kind: 'http', name: 'http', url: sink.url });
    await fixture.queue({}, {}, {});
    await stop();
    expect(await store.messages.countInState('sending')).toBe(0);
    expect(fixture.outcomes).toHaveLength(sink.received.length);
  });

  it('takes nothing up any more, and may be stopped twice', async () => {
    const fixture = createSmsFixture(store);
    const stop = await fixture.sms.start();
    await fixture.sms.gateways.create({ kind: 'http', name: 'http', url: sink.url });
    await Promise.all([stop(), stop()]);
    await fixture.queue({});
    await fixture.clock.advance(60_000);
    expect(sink.received).toHaveLength(0);
  });
});

/**
 * A store that dies at its nth transaction, before or after it is stored: from then on nobody hears
 * from it, as from a process that was killed.
 */
function mortalStore(
  store: Store,
  dyingAt: number,
  isStored: boolean,
): { store: Store; died: Promise<void> } {
  let count = 0;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const never = new Promise<never>(() => undefined);
  const mortal: Store = Object.create(store) as Store;
  mortal.transaction = async <T>(work: (tx: Repositories) => Promise<T>): Promise<T> => {
    count += 1;
    if (count > dyingAt) return never;
    if (count < dyingAt) return store.transaction(work);
    if (isStored) await store.transaction(work);
    die();
    return never;
  };
  return { store: mortal, died };
}

describe('killed between any two steps, the queue', () => {
  async function killedRun(random: Random): Promise<void> {
    const store = await openTestStore();
    const [one, two] = [await startHttpSink(), await startHttpSink()];
    const flaky = (): { status: number } => ({ status: random.integer(4) === 0 ? 503 : 200 });
    one.otherwise = flaky;
    two.otherwise = flaky;
    const clock = createFakeClock();
    const ids = createIds(clock, random);
    let cutOff = 0;
    try {
      const first = createSmsFixture(store, { clock, ids });
      const stopFirst = await first.sms.start();
      for (const [index, sink] of [one, two].entries()) {
        const url = `${sink.url}/?id=%id%&udh=%udh;hex%&data=%data;hex%`;
        const priority = 1 + random.integer(2);
        const name = `gateway ${String(index)}`;
        const more = { priority, concurrency: 3, timeoutMs: 120_000 };
        await first.sms.gateways.create({ kind: 'http', name, url, ...more });
      }
      await stopFirst();
      const messages = Array.from({ length: 12 }, (_, index) => {
        const data = `0106${String(index).padStart(4, '0')}`;
        const parts = [
          { udh: '0605040b84c002', data },
          { udh: '', data: 'ff' },
        ];
        return exampleMessage(ids.next(), clock.now(), { parts: parts.slice(0, 1 + (index % 2)) });
      });
      await store.messages.insert(messages);

      for (let life = 0; life < 4; life += 1) {
        const mortal = mortalStore(store, 1 + random.integer(12), random.integer(2) === 0);
        const lifeClock = createFakeClock(clock.now());
        const { sms } = createSmsFixture(mortal.store, { clock: lifeClock, ids });
        let isDead = false;
        void mortal.died.then(() => {
          isDead = true;
        });
        void sms.start();
        await waitFor(async () => {
          await lifeClock.advance(1_000);
          const left = await store.messages.countInState('queued');
          expect(isDead || left === 0).toBe(true);
        });
        cutOff += await store.messages.countInState('sending');
        await clock.advance(lifeClock.now() - clock.now());
      }

      const last = createSmsFixture(store, { clock, ids });
      const stop = await last.sms.start();
      await waitFor(async () => {
        await clock.advance(5_000);
        expect(await store.messages.countInState('sent')).toBe(messages.length);
      });
      await stop();

      const accepted = [...one.received, ...two.received];
      for (const { id, parts } of messages) {
        const own = accepted.filter(({ query }) => query.get('id') === id);
        const bytes = new Set(
          own.map(({ query }) => `${query.get('udh') ?? ''}:${query.get('data') ?? ''}`),
        );
        // Not lost, and never with other bytes than its own.
        expect([...bytes].sort()).toEqual(parts.map(({ udh, data }) => `${udh}:${data}`).sort());
      }
      const deliveries = await store.messages.listDeliveries(messages.map(({ id }) => id));
      const isOpen = ({ outcome }: DeliveryRow): boolean => outcome === 'under-way';
      expect(deliveries.filter(isOpen)).toEqual([]);
      // Of each message exactly one acceptance is on record; what may have gone twice is marked.
      expect(deliveries.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(12);
      const uncertain = deliveries.filter(({ outcome }) => outcome === 'uncertain');
      expect(uncertain.length).toBeLessThanOrEqual(cutOff);
    } finally {
      await one.close();
      await two.close();
      await store.close();
    }
  }

  it.each(Array.from({ length: 25 }, (_, seed) => seed))(
    'loses nothing and sends nothing with other bytes (seed %i)',
    (seed) => killedRun(seededRandom(seed)),
  );
});
