import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { nextTurn } from '../../platform/turns.ts';
import { seededRandom } from '../../platform/random.ts';
import { gatewayRow } from '../../store/testing/rows.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import type { HandOver, ProviderReport } from '../gateways/gateway.ts';
import { createQueueFixture } from '../testing/queue-fixture.ts';
import type { QueueFixture } from '../testing/queue-fixture.ts';
import { exampleMessage } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('answer' as const) },
  { weight: 2, arbitrary: fc.constant('kill' as const) },
  { weight: 2, arbitrary: fc.constant('turn' as const) },
  {
    weight: 6,
    arbitrary: fc.record({
      by: fc.constantFrom('provider', 'own'),
      state: fc.constantFrom('accepted', 'enroute', 'failed', 'delivered'),
    } as const),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A process: its store is dead from the moment it is killed. */
interface Life {
  readonly fixture: QueueFixture;
  kill(): void;
  /** Lets the far side answer, if it was handed anything. */
  answer(): void;
}

async function begin(store: Store, now: number): Promise<Life> {
  let isDead = false;
  const mortal: Store = Object.create(store) as Store;
  mortal.transaction = (work) =>
    isDead ? new Promise<never>(() => undefined) : store.transaction(work);
  const waiting: ((answer: HandOver) => void)[] = [];
  const fixture = createQueueFixture({
    ...{ store: mortal, clock: createFakeClock(now), random: seededRandom(3) },
    settings: { uncertainAlerts: 'hold' },
    handOver: () => new Promise((resolve) => waiting.push(resolve)),
  });
  await fixture.start();
  return {
    fixture,
    kill: () => (isDead = true),
    answer() {
      for (const resolve of waiting.splice(0)) {
        resolve({ outcome: 'accepted', providerId: '17', detail: '' });
      }
    },
  };
}

function reportOf({ by, state }: Exclude<Step, string>): ProviderReport {
  return { ...(by === 'own' ? { messageId: 'm' } : { providerId: '17' }), state, detail: '' };
}

async function run(steps: readonly Step[]): Promise<void> {
  const store = await openTestStore();
  const clock = createFakeClock();
  try {
    await store.gateways.insert(gatewayRow('g'));
    let life = await begin(store, clock.now());
    await life.fixture.queue.put([exampleMessage('m', clock.now())]);
    for (const each of steps) {
      if (each === 'answer') life.answer();
      else if (each === 'turn') await nextTurn();
      else if (each === 'kill') {
        life.kill();
        life = await begin(store, clock.now());
      } else void life.fixture.queue.report('g', reportOf(each));
    }
    // In the end the far side answers if it still can, and says again what became of the message.
    life.answer();
    await waitFor(async () => expect(await store.messages.countInState('sending')).toBe(0));
    const delivered = { messageId: 'm', state: 'delivered', detail: '' } as const;
    await life.fixture.queue.report('g', delivered);
    await Promise.all([1, 2].map(() => life.fixture.queue.report('g', delivered)));

    expect(await store.messages.get('m')).toMatchObject({ state: 'delivered', attempts: 1 });
    const deliveries = await store.messages.listDeliveries(['m']);
    expect(deliveries).toMatchObject([{ outcome: 'accepted', reportState: 'delivered' }]);
    const [usage, ...others] = await store.usage.report('2000-01', '2999-12', 'month');
    expect(usage).toMatchObject({ messages: 1, parts: 1 });
    expect((usage?.delivered ?? 0) + (usage?.failed ?? 0)).toBe(1);
    expect(others).toEqual([]);
    await life.fixture.stop();
  } finally {
    await store.close();
  }
}

it('ends in the same state with everything counted once, whatever comes in whatever order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), run), { numRuns: 60 });
}, 60_000);
