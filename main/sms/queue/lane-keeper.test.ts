import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repositories, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { exampleMessage } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';
import { LaneKeeper } from './lane-keeper.ts';

const count = 20_000;

describe('20,000 messages whose route changes', () => {
  let store: Store;

  beforeEach(async () => {
    store = await openTestStore();
    const rows = Array.from({ length: count }, (_, index) =>
      exampleMessage(`m${String(index).padStart(6, '0')}`, 1_000_000, {
        number: `+42060${String(index).padStart(7, '0')}`,
        lane: 'route:old',
      }),
    );
    await store.messages.insert(rows);
  }, 30_000);

  afterEach(() => store.close());

  /** Odd numbers have a route, all others go by any gateway. */
  function laneOf({ number }: { readonly number: string }): string {
    return Number(number.at(-1)) % 2 === 1 ? 'route:odd' : '';
  }

  function keeper(of: Store, lane = laneOf): LaneKeeper {
    return new LaneKeeper({
      ...{ store: of, laneOf: lane, onMoved: () => undefined },
      onFault(error) {
        throw error;
      },
    });
  }

  async function counts(): Promise<Record<string, number>> {
    return Object.fromEntries(await store.gateways.queuedByLane());
  }

  it('are put into their lanes a slice at a time, with turns for others in between', async () => {
    const slices: number[] = [];
    let turns = 0;
    let isOver = false;
    const watched = watchedStore(store, (rows) => slices.push(rows));
    const lanes = keeper(watched);
    const tick = (): void => {
      turns += 1;
      if (!isOver) setImmediate(tick);
    };
    tick();
    lanes.request();
    await waitFor(async () => expect(await counts()).toEqual({ '': 10_000, 'route:odd': 10_000 }));
    isOver = true;
    await lanes.stop();
    expect(Math.max(...slices)).toBeLessThanOrEqual(500);
    // Others have had a turn at least between each slice and the next.
    expect(turns).toBeGreaterThanOrEqual(slices.length - 1);
  });

  it('are all right when the routes change again meanwhile', async () => {
    let isNew = false;
    const lanes = keeper(store, (message) => (isNew ? 'route:new' : laneOf(message)));
    lanes.request();
    await waitFor(async () => expect(await counts()).toHaveProperty('route:odd'));
    isNew = true;
    lanes.request();
    await waitFor(async () => expect(await counts()).toEqual({ 'route:new': count }));
    await lanes.stop();
  });

  it('are all right after the process was killed in the middle', async () => {
    let left = 13;
    const never = new Promise<never>(() => undefined);
    const mortal: Store = Object.create(store) as Store;
    mortal.transaction = (work) => {
      left -= 1;
      return left < 0 ? never : store.transaction(work);
    };
    keeper(mortal).request();
    await waitFor(() => expect(left).toBe(-1));
    expect(await counts()).toMatchObject({ 'route:old': count - 13 * 500 });
    const next = keeper(store);
    next.request();
    await waitFor(async () => expect(await counts()).toEqual({ '': 10_000, 'route:odd': 10_000 }));
    await next.stop();
  });
});

/** Tells how many rows each transaction has moved. */
function watchedStore(store: Store, told: (rows: number) => void): Store {
  const watched: Store = Object.create(store) as Store;
  watched.transaction = (work) =>
    store.transaction((tx) => {
      const queue: Repositories['queue'] = {
        ...tx.queue,
        async setLanes(moved) {
          told(moved.length);
          await tx.queue.setLanes(moved);
        },
      };
      return work({ ...tx, queue });
    });
  return watched;
}
