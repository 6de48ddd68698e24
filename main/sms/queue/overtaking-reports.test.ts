import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { DeliveryRow, Repositories, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { noAccounting } from '../testing/no-accounting.ts';
import { exampleMessage } from '../testing/sms-fixture.ts';
import { DeliveryReports } from './reports.ts';

type Commit = (work: (tx: Repositories) => Promise<void>) => Promise<boolean>;

const clock = createFakeClock();
const now = clock.now();
const holdMs = 30_000;

describe('a report that overtakes the answer', () => {
  let store: Store;
  let reports: DeliveryReports;
  let underWay: number;
  let commit: Commit;
  let counter = 0;

  const storeNow: Commit = async (work) => {
    await store.transaction(work);
    return true;
  };

  beforeEach(async () => {
    store = await openTestStore();
    underWay = 1;
    commit = storeNow;
    const nothing = (): Promise<void> => Promise.resolve();
    reports = new DeliveryReports({
      ...{ store, clock, accounting: noAccounting, log: { write: () => undefined } as never },
      outcomes: { sent: nothing, delivered: nothing, failed: nothing, uncertain: nothing },
      commit: { run: (work) => commit(work) },
      pool: { get: () => ({ underWay }) as never, list: () => [] },
      onChange: () => undefined,
    });
  });

  afterEach(async () => {
    await reports.stop();
    await store.close();
  });

  /** A message that is being handed over. */
  async function handingOver(): Promise<string> {
    counter += 1;
    const id = `m${String(counter)}`;
    await store.messages.insert([exampleMessage(id, now, { state: 'sending', attempts: 1 })]);
    await store.messages.insertDelivery(delivery(id));
    return id;
  }

  async function answered(id: string): Promise<void> {
    await commit(async (tx) => {
      await tx.messages.updateDelivery({ ...delivery(id), outcome: 'accepted', providerId: id });
      await tx.messages.update(exampleMessage(id, now, { state: 'sent', attempts: 1 }));
    });
    reports.handedOver('g', id, [id]);
  }

  const state = async (id: string): Promise<string | undefined> =>
    (await store.messages.get(id))?.state;

  it.each(['our id', 'their id', 'both'])(
    'is never lost, whatever is stored first (%s)',
    async (named) => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const id = await handingOver();
          const ours = named === 'their id' ? {} : { messageId: id };
          const theirs = named === 'our id' ? {} : { providerId: id };
          const turn = (name: string): Promise<void> => scheduler.schedule(Promise.resolve(), name);
          commit = async (work) => {
            await turn('begins');
            const isStored = await storeNow(work);
            await turn('has ended');
            return isStored;
          };
          const taken = reports.take('g', { ...ours, ...theirs, state: 'delivered', detail: '' });
          await scheduler.waitFor(Promise.all([taken, answered(id)]));
          commit = storeNow;
          expect(await state(id)).toBe('delivered');
        }),
      );
    },
  );

  it('is looked at once more before it is given up', async () => {
    const id = await handingOver();
    const taken = reports.take('g', { providerId: id, state: 'delivered', detail: '' });
    await clock.advance(holdMs - 1);
    // Stored by somebody else: nobody tells of it.
    await store.messages.updateDelivery({
      ...delivery(id),
      outcome: 'accepted',
      providerId: id,
    });
    await store.messages.update(exampleMessage(id, now, { state: 'sent', attempts: 1 }));
    await clock.advance(1);
    await taken;
    expect(await state(id)).toBe('delivered');
  });

  it('waits for as long as its message is under way', async () => {
    const id = await handingOver();
    const taken = reports.take('g', { messageId: id, state: 'delivered', detail: '' });
    await clock.advance(holdMs * 10);
    await answered(id);
    await taken;
    expect(await state(id)).toBe('delivered');
  });

  it('is given up when no answer tells its id', async () => {
    const taken = reports.take('g', { providerId: 'strange', state: 'delivered', detail: '' });
    await clock.advance(holdMs);
    await taken;
  });
});

function delivery(id: string): DeliveryRow {
  return {
    ...{ id: `d${id}`, messageId: id, gatewayId: 'g', attempt: 1, startedAt: now, endedAt: null },
    ...{ outcome: 'under-way', reason: null, detail: '', providerId: null, reportedAt: null },
    ...{ reportState: null, reportDetail: '' },
  };
}
