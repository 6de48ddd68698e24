import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StopAsync } from '../../platform/clock.ts';
import type { MessageRow, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { startHttpSink } from '../testing/http-sink.ts';
import type { HttpSink } from '../testing/http-sink.ts';
import { createSmsFixture, exampleMessage } from '../testing/sms-fixture.ts';
import type { SmsFixture } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

describe('messages that come with a transaction of the caller', () => {
  let store: Store;
  let first: HttpSink;
  let stop: StopAsync | undefined;

  beforeEach(async () => {
    store = await openTestStore();
    first = await startHttpSink();
  });

  afterEach(async () => {
    await stop?.();
    stop = undefined;
    await first.close();
    await store.close();
  });

  async function start(): Promise<SmsFixture> {
    const fixture = createSmsFixture(store);
    stop = await fixture.sms.start();
    return fixture;
  }

  async function addGateway({ sms }: SmsFixture, concurrency: number): Promise<void> {
    const url = `${first.url}/?id=%id%`;
    const more = { timeoutMs: 120_000, concurrency };
    await sms.gateways.create({ kind: 'http', name: 'First', url, ...more });
  }

  const handed = (): (string | null)[] => first.received.map(({ query }) => query.get('id'));

  function examples(fixture: SmsFixture, count: number): MessageRow[] {
    const { ids, clock } = fixture;
    return Array.from({ length: count }, () => exampleMessage(ids.next(), clock.now()));
  }

  it('are claimed as far as they can go at once in it, and the rest later', async () => {
    const fixture = await start();
    await addGateway(fixture, 2);
    const rows = examples(fixture, 5);
    const enqueued = await store.transaction((tx) => fixture.sms.enqueue(tx, rows));
    expect(await store.messages.countInState('sending')).toBe(2);
    expect(await store.messages.countInState('queued')).toBe(3);
    expect(first.received).toHaveLength(0);
    enqueued.begin();
    await waitFor(() => expect(fixture.outcomes).toHaveLength(5));
    expect(handed().sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it('give their places back when they are not stored', async () => {
    const fixture = await start();
    await addGateway(fixture, 1);
    const [row] = examples(fixture, 1);
    if (row === undefined) throw new Error('no example');
    const failing = store.transaction(async (tx) => {
      const enqueued = await fixture.sms.enqueue(tx, [row]);
      enqueued.drop();
      throw new Error('no room on the disk');
    });
    await expect(failing).rejects.toThrow('no room');
    await fixture.queue({});
    await waitFor(() => expect(fixture.outcomes).toHaveLength(1));
    expect(handed()).not.toContain(row.id);
  });

  it('stay in the queue while there is no way out, or before it started', async () => {
    const fixture = createSmsFixture(store);
    const rows = examples(fixture, 2);
    const enqueued = await store.transaction((tx) => fixture.sms.enqueue(tx, rows));
    enqueued.begin();
    expect(await store.messages.countInState('queued')).toBe(2);
  });
});
