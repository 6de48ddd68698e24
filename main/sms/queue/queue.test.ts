import { defaultSettings } from '../../../shared/model/settings.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StopAsync } from '../../platform/clock.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { startHttpSink } from '../testing/http-sink.ts';
import type { HttpSink } from '../testing/http-sink.ts';
import { createSmsFixture, examplePart } from '../testing/sms-fixture.ts';
import type { SmsFixture, SmsFixtureOptions } from '../testing/sms-fixture.ts';
import { waitFor } from '../testing/wait-for.ts';

describe('the queue', () => {
  let store: Store;
  let first: HttpSink;
  let second: HttpSink;
  let stop: StopAsync | undefined;

  beforeEach(async () => {
    store = await openTestStore();
    first = await startHttpSink();
    second = await startHttpSink();
  });

  afterEach(async () => {
    await stop?.();
    stop = undefined;
    await first.close();
    await second.close();
    await store.close();
  });

  async function start(options: SmsFixtureOptions = {}): Promise<SmsFixture> {
    const fixture = createSmsFixture(store, options);
    stop = await fixture.sms.start();
    return fixture;
  }

  function addGateway(
    { sms }: SmsFixture,
    sink: HttpSink,
    more: { name?: string; priority?: number; concurrency?: number; timeoutMs?: number } = {},
  ): Promise<{ id: string }> {
    const url = `${sink.url}/?id=%id%&udh=%udh;hex%&data=%data;hex%`;
    // Longer than any test moves the clock while a request is open.
    const timeoutMs = 120_000;
    return sms.gateways.create({ kind: 'http', name: 'First', url, timeoutMs, ...more });
  }

  function keys({ lines }: SmsFixture): string[] {
    return lines.map(({ key }) => key);
  }

  function handedTo(sink: HttpSink): (string | null)[] {
    return sink.received.map(({ query }) => query.get('id'));
  }

  describe('forgets what is secret in a message', () => {
    const secret = { parts: [{ udh: '', data: '736563726574' }] };
    const shownParts = [{ udh: '', data: '2a2a2a2a2a2a' }];

    it('once a gateway has it, and not before', async () => {
      const fixture = await start();
      await addGateway(fixture, first);
      first.answers = [{ status: 503 }];
      const [message] = await fixture.queue({ ...secret, shownParts });
      const id = message?.id ?? '';
      await waitFor(async () => {
        expect(await store.messages.get(id)).toMatchObject({ state: 'queued', attempts: 1 });
      });
      expect(await store.messages.get(id)).toMatchObject(secret);
      await fixture.clock.advance(600_000);
      await waitFor(async () => expect(await fixture.state(id)).toBe('sent'));
      expect(first.received.map(({ query }) => query.get('data'))).toEqual(
        Array.from({ length: 2 }, () => '736563726574'),
      );
      expect(await store.messages.get(id)).toMatchObject({ parts: shownParts });
    });

    it.each(['refused', 'too old', 'cut off'])('that is %s', async (what) => {
      const fixture = createSmsFixture(store);
      const state = what === 'cut off' ? 'sending' : 'queued';
      const expiresAt = fixture.clock.now() + (what === 'too old' ? -1 : 60_000);
      const message = { alertId: null, ...secret, shownParts, state, expiresAt } as const;
      const [row] = await fixture.queue(message);
      first.otherwise = { status: 400 };
      await addGateway(fixture, first);
      stop = await fixture.sms.start();
      await waitFor(async () => {
        const stored = await store.messages.get(row?.id ?? '');
        expect(stored?.endedAt).not.toBeNull();
        expect(stored?.parts).toEqual(shownParts);
      });
      expect(await fixture.state(row?.id ?? '')).toMatch(/^(failed|expired|uncertain)$/u);
    });
  });

  it('hands a message over as soon as it is woken, and stores what came of it', async () => {
    const fixture = await start();
    const { id: gatewayId } = await addGateway(fixture, first);
    const [message] = await fixture.queue({});
    const id = message?.id ?? '';
    await waitFor(async () => expect(await fixture.state(id)).toBe('sent'));
    expect(first.received[0]?.query.get('data')).toBe(examplePart.data);
    expect(fixture.outcomes).toEqual([`sent ${id} by First`]);
    expect(await store.messages.listDeliveries([id])).toMatchObject([
      { gatewayId, attempt: 1, outcome: 'accepted', reason: 'ok', detail: 'HTTP 200: OK' },
    ]);
    expect(await store.messages.get(id)).toMatchObject({ attempts: 1, endedAt: expect.anything() });
  });

  it('hands over what waited while there was no way out, once there is one', async () => {
    const fixture = await start();
    const [message] = await fixture.queue({});
    await fixture.clock.advance(60_000);
    expect(await fixture.state(message?.id ?? '')).toBe('queued');
    await addGateway(fixture, first);
    await waitFor(() => expect(handedTo(first)).toEqual([message?.id]));
  });

  it('sends nothing before its time', async () => {
    const fixture = await start();
    await addGateway(fixture, first);
    const [message] = await fixture.queue({ nextAttemptAt: fixture.clock.now() + 5_000 });
    await fixture.clock.advance(4_999);
    expect(first.received).toHaveLength(0);
    await fixture.clock.advance(1);
    await waitFor(() => expect(handedTo(first)).toEqual([message?.id]));
  });

  it('tries again with the same bytes, waiting longer each time, until a gateway is back', async () => {
    const fixture = await start();
    await addGateway(fixture, first);
    first.answers = [{ status: 503 }, { status: 502 }, { status: 500, body: 'down' }];
    const [message] = await fixture.queue({});
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await waitFor(() => expect(first.received).toHaveLength(attempt));
      await waitFor(async () => expect(await fixture.state(message?.id ?? '')).not.toBe('sending'));
      if (attempt < 4) await fixture.clock.advance(1.2 * 1_000 * 2 ** (attempt - 1) + 1);
    }
    expect(new Set(first.received.map(({ target }) => target)).size).toBe(1);
    expect(await fixture.state(message?.id ?? '')).toBe('sent');
    expect(keys(fixture).filter((key) => key === 'sms.attempt-failed')).toHaveLength(3);
    expect(keys(fixture).filter((key) => key === 'gateway.failing')).toHaveLength(1);
    expect(keys(fixture)).toContain('gateway.recovered');
    const deliveries = await store.messages.listDeliveries([message?.id ?? '']);
    expect(deliveries.map(({ outcome }) => outcome)).toEqual([
      'unreachable',
      'unreachable',
      'unreachable',
      'accepted',
    ]);
  });

  it('leaves a dead gateway alone: one message tries it, the others wait', async () => {
    const fixture = await start();
    await addGateway(fixture, first, { concurrency: 4 });
    first.otherwise = { status: 503 };
    await fixture.queue(...Array.from({ length: 20 }, () => ({})));
    await waitFor(() => expect(keys(fixture)).toContain('gateway.failing'));
    await waitFor(() => expect(first.received).toHaveLength(4));
    await waitFor(async () => expect(await store.messages.countInState('sending')).toBe(0));
    await fixture.clock.advance(1_201);
    await waitFor(() => expect(first.received).toHaveLength(5));
    await waitFor(async () => expect(await store.messages.countInState('sending')).toBe(0));
    await fixture.clock.advance(1_000);
    expect(first.received).toHaveLength(5);
    expect(keys(fixture).filter((key) => key === 'gateway.failing')).toHaveLength(1);
  });

  it('sends all of a backlog once a gateway is back, each once', async () => {
    const fixture = await start();
    await addGateway(fixture, first);
    first.otherwise = { status: 503 };
    const rows = await fixture.queue(...Array.from({ length: 150 }, () => ({})));
    await waitFor(() => expect(keys(fixture)).toContain('gateway.failing'));
    await waitFor(async () => expect(await store.messages.countInState('sending')).toBe(0));
    const refused = first.received.length;
    first.otherwise = { status: 200 };
    await waitFor(async () => {
      await fixture.clock.advance(1_000);
      expect(await store.messages.countInState('sent')).toBe(150);
    });
    const accepted = handedTo(first).slice(refused);
    expect(accepted.sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it('goes on by the next gateway at once when the first fails', async () => {
    const fixture = await start();
    await addGateway(fixture, first, { name: 'First', priority: 1 });
    await addGateway(fixture, second, { name: 'Second', priority: 2 });
    first.otherwise = { status: 503 };
    const [message] = await fixture.queue({});
    await waitFor(() => expect(fixture.outcomes).toEqual([`sent ${message?.id ?? ''} by Second`]));
    expect(keys(fixture)).toContain('sms.failed-over');
    expect(handedTo(first)).toEqual(handedTo(second));
    const deliveries = await store.messages.listDeliveries([message?.id ?? '']);
    expect(deliveries.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
      [1, 'unreachable'],
      [2, 'accepted'],
    ]);
    // While it is left alone nobody asks it.
    await fixture.queue({}, {});
    await waitFor(() => expect(fixture.outcomes).toHaveLength(3));
    expect(first.received).toHaveLength(1);
  });

  it('fails over when a gateway is silent', async () => {
    const fixture = await start();
    await addGateway(fixture, first, { priority: 1, timeoutMs: 2_000 });
    await addGateway(fixture, second, { name: 'Second', priority: 2 });
    first.otherwise = 'silence';
    await fixture.queue({});
    await waitFor(() => expect(first.received).toHaveLength(1));
    await fixture.clock.advance(2_000);
    await waitFor(() => expect(second.received).toHaveLength(1));
  });

  it('asks nobody else about a message that is at fault itself', async () => {
    const fixture = await start();
    await addGateway(fixture, first, { priority: 1 });
    await addGateway(fixture, second, { name: 'Second', priority: 2 });
    first.otherwise = { status: 400, body: 'no such number' };
    const [message] = await fixture.queue({});
    const id = message?.id ?? '';
    await waitFor(() => expect(fixture.outcomes).toEqual([`failed ${id} gateway-refused`]));
    expect(second.received).toHaveLength(0);
    expect(await fixture.state(id)).toBe('failed');
    const { gateways } = await fixture.sms.gateways.list(undefined);
    expect(gateways[0]).toMatchObject({ state: 'working', failedToday: 1 });
    expect(fixture.lines.find(({ key }) => key === 'sms.failed')?.params).toMatchObject({
      attempts: 1,
      detail: 'HTTP 400: no such number',
    });
  });

  it('lets another gateway have what the first does not want for its own reasons', async () => {
    const fixture = await start();
    const { id: firstId } = await addGateway(fixture, first, { priority: 1 });
    await addGateway(fixture, second, { name: 'Second', priority: 2 });
    first.otherwise = { status: 401, body: 'wrong password' };
    await fixture.queue({});
    await waitFor(() => expect(second.received).toHaveLength(1));
    expect(await fixture.sms.gateways.get({ id: firstId })).toMatchObject({
      state: 'failed',
      reason: 'login-refused',
      detail: 'HTTP 401: wrong password',
    });
  });

  it('keeps what the only gateway refuses for its own reasons until that is put right', async () => {
    const fixture = await start();
    const gateway = await addGateway(fixture, first);
    first.otherwise = { status: 401, body: 'wrong password' };
    const [message] = await fixture.queue({});
    const id = message?.id ?? '';
    await waitFor(() => expect(keys(fixture)).toContain('sms.attempt-failed'));
    expect(await fixture.state(id)).toBe('queued');
    first.otherwise = { status: 200 };
    await fixture.sms.gateways.update({ id: gateway.id, password: 'the right one' });
    await fixture.clock.advance(2_000);
    await waitFor(() => expect(fixture.outcomes).toEqual([`sent ${id} by First`]));
  });

  it('comes back when a provider asks to be left alone for a while', async () => {
    const fixture = await start();
    const { id } = await addGateway(fixture, first);
    first.answers = [{ status: 429, headers: { 'retry-after': '30' } }];
    const [message] = await fixture.queue({});
    await waitFor(async () => expect(await fixture.state(message?.id ?? '')).toBe('queued'));
    await waitFor(() => expect(first.received).toHaveLength(1));
    expect(await fixture.sms.gateways.get({ id })).toMatchObject({
      state: 'waiting',
      reason: 'backing-off',
    });
    await fixture.clock.advance(29_000);
    expect(first.received).toHaveLength(1);
    await fixture.clock.advance(1_100);
    await waitFor(() => expect(fixture.outcomes).toHaveLength(1));
  });

  it('gives up after as many attempts as are set', async () => {
    const settings = { ...defaultSettings.sms, maxAttempts: 3 };
    const fixture = await start({ settings: () => settings });
    await addGateway(fixture, first);
    first.otherwise = { status: 500 };
    const [message] = await fixture.queue({});
    const id = message?.id ?? '';
    await waitFor(async () => {
      await fixture.clock.advance(1_000);
      expect(fixture.outcomes).toEqual([`failed ${id} gateway-unreachable`]);
    });
    expect(first.received).toHaveLength(3);
    expect(await fixture.state(id)).toBe('failed');
  });

  it('gives up what is too old, with a gateway and without', async () => {
    const fixture = await start();
    const soon = fixture.clock.now() + 10_000;
    const [waiting] = await fixture.queue({ expiresAt: soon });
    await fixture.clock.advance(9_999);
    expect(fixture.outcomes).toEqual([]);
    await fixture.clock.advance(1);
    await waitFor(() => expect(fixture.outcomes).toEqual([`failed ${waiting?.id ?? ''} too-old`]));
    expect(await fixture.state(waiting?.id ?? '')).toBe('expired');
    expect(keys(fixture)).toContain('sms.expired');

    await addGateway(fixture, first);
    first.otherwise = { status: 503 };
    const [retried] = await fixture.queue({ expiresAt: fixture.clock.now() + 1_500 });
    await waitFor(() => expect(first.received).toHaveLength(1));
    await waitFor(async () => {
      await fixture.clock.advance(500);
      expect(await fixture.state(retried?.id ?? '')).toBe('expired');
    });
  });

  it('shares the work between gateways of one priority, and spares the next', async () => {
    const third = await startHttpSink();
    const fixture = await start();
    await addGateway(fixture, first, { name: 'A', concurrency: 2 });
    await addGateway(fixture, second, { name: 'B', concurrency: 2 });
    await addGateway(fixture, third, { name: 'C', priority: 50 });
    await fixture.queue(...Array.from({ length: 30 }, () => ({})));
    await waitFor(() => expect(fixture.outcomes).toHaveLength(30));
    expect(first.received.length + second.received.length).toBe(30);
    expect(Math.min(first.received.length, second.received.length)).toBeGreaterThan(5);
    expect(third.received).toHaveLength(0);
    expect(first.mostOpen).toBeLessThanOrEqual(2);
    await third.close();
  });

  it('sends a message whose stored bytes are broken to nobody', async () => {
    const fixture = await start();
    await addGateway(fixture, first);
    const rows = await fixture.queue({ parts: [{ udh: 'zz', data: '' }] }, {});
    await waitFor(() => expect(fixture.outcomes).toHaveLength(2));
    expect(fixture.outcomes[0]).toBe(`failed ${rows[0]?.id ?? ''} gateway-refused`);
    expect(handedTo(first)).toEqual([rows[1]?.id]);
  });

  it('does not bring back what was withdrawn while it was handed over', async () => {
    const fixture = await start();
    await addGateway(fixture, first);
    first.otherwise = (request) => {
      void withdraw(request.query.get('id') ?? '');
      return { status: 503 };
    };
    async function withdraw(id: string): Promise<void> {
      const row = await store.messages.get(id);
      if (row !== undefined) await store.messages.update({ ...row, state: 'expired' });
    }
    const [message] = await fixture.queue({});
    await waitFor(() => expect(keys(fixture)).toContain('gateway.failing'));
    await fixture.clock.advance(60_000);
    expect(await fixture.state(message?.id ?? '')).toBe('expired');
    expect(first.received).toHaveLength(1);
  });

  it('tells readers that messages and gateways change, but not for each of a thousand', async () => {
    const fixture = await start();
    await addGateway(fixture, first);
    fixture.events.length = 0;
    await fixture.queue(...Array.from({ length: 100 }, () => ({})));
    await waitFor(() => expect(fixture.outcomes).toHaveLength(100));
    await fixture.clock.advance(1_000);
    const kinds = fixture.events.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'message').length).toBeLessThanOrEqual(2);
    expect(kinds.filter((kind) => kind === 'gateway').length).toBeLessThanOrEqual(3);
  });
});
