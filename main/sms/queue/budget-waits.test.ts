import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { seededRandom } from '../../platform/random.ts';
import { gatewayRow } from '../../store/testing/rows.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createQueueFixture } from '../testing/queue-fixture.ts';
import type { QueueFixture } from '../testing/queue-fixture.ts';
import { exampleMessage } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

describe('a message over the budget of its account', () => {
  let store: Store;
  let clock: FakeClock;
  let handed: string[];
  let fixture: QueueFixture;

  beforeEach(async () => {
    store = await openTestStore();
    await store.gateways.insert(gatewayRow('g'));
    clock = createFakeClock();
    handed = [];
    fixture = createQueueFixture({
      ...{ store, clock, random: seededRandom(1) },
      handOver({ id }) {
        handed.push(id);
        return Promise.resolve({ outcome: 'accepted', providerId: null, detail: '' });
      },
    });
    await fixture.start();
  });

  afterEach(async () => {
    await fixture.stop();
    await store.close();
  });

  async function allow(perMinute: number | null, perDay: number | null): Promise<void> {
    const limits = { perMinute, perDay, perMonth: null };
    await fixture.ways.areas.budgets.set({ scope: 'account', id: null, ...limits });
  }

  async function put(...ids: readonly string[]): Promise<void> {
    await fixture.queue.put(ids.map((id) => exampleMessage(id, clock.now())));
  }

  it('waits until the minute has room again, and says for what', async () => {
    await allow(1, null);
    await put('m1', 'm2');
    await waitFor(() => expect(handed).toEqual(['m1']));
    await waitFor(async () =>
      expect(await store.messages.get('m2')).toMatchObject({ state: 'queued', reason: 'budget' }),
    );
    const { nextAttemptAt = 0 } = (await store.messages.get('m2')) ?? {};
    expect(nextAttemptAt).toBeGreaterThan(clock.now());
    await clock.advance(nextAttemptAt - clock.now());
    await waitFor(() => expect(handed).toEqual(['m1', 'm2']));
    await waitFor(async () =>
      expect(await store.messages.get('m2')).toMatchObject({ state: 'sent', reason: null }),
    );
  });

  it('keeps nobody else’s waiting', async () => {
    await allow(null, 1);
    await put('m1', 'm2');
    await waitFor(() => expect(handed).toEqual(['m1']));
    await fixture.queue.put([exampleMessage('m3', clock.now(), { accountId: 'other' })]);
    await waitFor(() => expect(handed).toEqual(['m1', 'm3']));
  });

  it('goes at once when the budget is raised, and when it is taken away', async () => {
    await allow(null, 1);
    await put('m1', 'm2', 'm3');
    await waitFor(async () => {
      expect(await store.messages.get('m3')).toMatchObject({ reason: 'budget' });
    });
    await allow(null, 2);
    await waitFor(() => expect(handed).toHaveLength(2));
    await fixture.ways.areas.budgets.remove({ scope: 'account', id: null });
    await waitFor(() => expect(handed.toSorted()).toEqual(['m1', 'm2', 'm3']));
  });

  it('is given up when it becomes too old meanwhile', async () => {
    await allow(null, 1);
    await put('m1');
    await waitFor(() => expect(handed).toEqual(['m1']));
    await fixture.queue.put([
      exampleMessage('m2', clock.now(), { expiresAt: clock.now() + 60_000 }),
    ]);
    await waitFor(async () => {
      expect(await store.messages.get('m2')).toMatchObject({ reason: 'budget' });
    });
    await clock.advance(60_000);
    await waitFor(async () =>
      expect(await store.messages.get('m2')).toMatchObject({ state: 'expired' }),
    );
    expect(handed).toEqual(['m1']);
  });
});
