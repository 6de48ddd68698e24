import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StopAsync } from '../../platform/clock.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { startHttpSink } from '../testing/http-sink.ts';
import type { HttpSink } from '../testing/http-sink.ts';
import { createSmsFixture } from '../testing/sms-fixture.ts';
import type { SmsFixture } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

describe('lanes of the queue', () => {
  let store: Store;
  let first: HttpSink;
  let second: HttpSink;
  let fixture: SmsFixture;
  let stop: StopAsync;

  beforeEach(async () => {
    store = await openTestStore();
    first = await startHttpSink();
    second = await startHttpSink();
    fixture = createSmsFixture(store);
    stop = await fixture.sms.start();
  });

  afterEach(async () => {
    await stop();
    await first.close();
    await second.close();
    await store.close();
  });

  async function addGateway(sink: HttpSink, name: string, more: object = {}): Promise<string> {
    const url = `${sink.url}/?id=%id%&udh=%udh;hex%&data=%data;hex%`;
    const { id } = await fixture.sms.gateways.create({
      ...{ kind: 'http', name, url, timeoutMs: 120_000, ...more },
    });
    return id;
  }

  function bound(gatewayId: string): { gatewayId: string; lane: string } {
    return { gatewayId, lane: `gateway:${gatewayId}` };
  }

  it('do not wait for one another: one that is down keeps nothing else back', async () => {
    first.otherwise = { status: 503 };
    const dead = await addGateway(first, 'Dead');
    const alive = await addGateway(second, 'Alive', { priority: 50 });
    await fixture.queue(...Array.from({ length: 120 }, () => bound(dead)));
    const rows = await fixture.queue(...Array.from({ length: 30 }, () => bound(alive)));
    await waitFor(() => expect(second.received).toHaveLength(30));
    const sent = second.received.map(({ query }) => query.get('id'));
    expect(new Set(sent)).toEqual(new Set(rows.map(({ id }) => id)));
  });

  it('send alerts before single messages, and those before bulk', async () => {
    await fixture.sms.messages.setQueuePaused({ paused: true });
    await addGateway(first, 'One', { concurrency: 1 });
    await fixture.queue({ class: 'bulk' }, { class: 'normal' }, { class: 'alert' });
    await fixture.sms.messages.setQueuePaused({ paused: false });
    await waitFor(() => expect(first.received).toHaveLength(3));
    const order: (string | undefined)[] = [];
    for (const { query } of first.received) {
      order.push((await store.messages.get(query.get('id') ?? ''))?.class);
    }
    expect(order).toEqual(['alert', 'normal', 'bulk']);
  });

  it('are all emptied by the next gateway when the first dies: none lost, none doubled', async () => {
    first.otherwise = { status: 503 };
    await addGateway(first, 'First', { priority: 1, concurrency: 8 });
    await addGateway(second, 'Second', { priority: 2, concurrency: 8 });
    const rows = await fixture.queue(...Array.from({ length: 1_000 }, () => ({})));
    await waitFor(async () => {
      await fixture.clock.advance(200);
      expect(await store.messages.countInState('sent')).toBe(1_000);
    });
    const ids = second.received.map(({ query }) => query.get('id'));
    expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });
});
