import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import { deliveryRow, gatewayRow, messageRow } from '../../store/testing/rows.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { accepted, createPoolFixture, exampleRoute } from '../testing/pool-fixture.ts';
import type { PoolFixture } from '../testing/pool-fixture.ts';
import type { Lease } from './gateway-lease.ts';

const down = { outcome: 'unreachable', detail: 'no answer' } as const;
const throttled = {
  outcome: 'refused',
  reason: 'throttled',
  detail: 'slower',
  permanent: false,
  fault: 'gateway',
} as const;

let store: Store;
let fixture: PoolFixture;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(() => store.close());

beforeEach(() => {
  fixture = createPoolFixture(store);
});

const now = (): number => fixture.clock.now();

function counts(ids: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const id of ids) found[id] = (found[id] ?? 0) + 1;
  return found;
}

function sent(times: number, lane = ''): string[] {
  return Array.from({ length: times }, () => fixture.send({ lane }));
}

describe('among gateways that are equal', () => {
  it('each gets its share, and never a run of its own', () => {
    fixture.put('a', { options: { weight: 5 } });
    fixture.put('b', { options: { weight: 3 } });
    fixture.put('c', { options: { weight: 2 } });
    const order = sent(100);
    expect(counts(order)).toEqual({ a: 50, b: 30, c: 20 });
    expect(order.slice(0, 10).join('')).toBe(order.slice(90).join(''));
    expect(order.join('')).not.toContain('aaa');
  });

  it('one that is busy is passed over, and makes nobody wait while another is free', () => {
    fixture.put('a', { concurrency: 1 });
    fixture.put('b', { concurrency: 2 });
    const leases = [fixture.lease(), fixture.lease(), fixture.lease()];
    expect(counts(leases.map(({ row }) => row.id))).toEqual({ a: 1, b: 2 });
    expect(fixture.take()).toEqual({ kind: 'busy' });
    leases[1]?.release();
    expect(fixture.lease().row.id).toBe(leases[1]?.row.id);
  });

  it('shares of a route are the route’s', () => {
    fixture.put('a', { priority: 1 });
    fixture.put('b', { priority: 9 });
    fixture.put('c', { priority: 1 });
    const gateways = [
      { gatewayId: 'a', weight: 1 },
      { gatewayId: 'b', weight: 3 },
    ];
    fixture.routes.put(exampleRoute('r', { gateways, order: 'weight' }));
    expect(counts(sent(100, 'route:r'))).toEqual({ a: 25, b: 75 });
  });
});

describe('of several priorities', () => {
  beforeEach(() => {
    fixture.put('a', { priority: 1, concurrency: 2 });
    fixture.put('b', { priority: 2, concurrency: 2 });
  });

  it('the first is waited for while it is merely busy', () => {
    const leases = [fixture.lease(), fixture.lease()];
    expect(leases.map(({ row }) => row.id)).toEqual(['a', 'a']);
    expect(fixture.take()).toEqual({ kind: 'busy' });
    expect(fixture.pool.room(now(), '')).toBe(0);
  });

  it('the next takes over at once when the first fails, or has no link', () => {
    expect(fixture.send({}, down)).toBe('a');
    expect(fixture.send()).toBe('b');
    fixture.put('a', { active: false });
    fixture.put('a', { active: true });
    expect(fixture.send()).toBe('a');
    fixture.events('a').readiness({ ready: false, reason: 'connecting', detail: '' });
    expect(fixture.send()).toBe('b');
    fixture.events('b').readiness({ ready: false, reason: 'connecting', detail: '' });
    expect(fixture.pool.hasOpen()).toBe(true);
    expect(fixture.send()).toBe('no-way');
    fixture.events('b').readiness({ ready: true });
    const before = fixture.wakes();
    fixture.events('a').readiness({ ready: true });
    expect(fixture.wakes()).toBe(before + 1);
    expect(fixture.send()).toBe('a');
  });

  it('a gateway that was tried is not asked again', () => {
    const taken = fixture.take({}, new Set(['a']));
    expect(taken).toMatchObject({ kind: 'lease', lease: { row: { id: 'b' } } });
    expect(fixture.take({}, new Set(['a', 'b']))).toMatchObject({
      kind: 'later',
      reason: 'no-way',
    });
  });

  it('a message that is bound to a gateway waits for it', () => {
    expect(fixture.send({ lane: 'gateway:b' })).toBe('b');
    fixture.send({ lane: 'gateway:b' }, down);
    expect(fixture.send({ lane: 'gateway:b' })).toBe('no-way');
    expect(fixture.send({ lane: 'gateway:gone' })).toBe('a');
  });

  it('a route keeps to its own, and falls back only when all of them are down', () => {
    const gateways = [{ gatewayId: 'b', weight: 1 }];
    fixture.routes.put(
      exampleRoute('r', { gateways }),
      exampleRoute('s', { gateways, fallback: false }),
    );
    const leases = [fixture.lease({ lane: 'route:r' }), fixture.lease({ lane: 'route:r' })];
    expect(leases.map(({ row }) => row.id)).toEqual(['b', 'b']);
    expect(fixture.send({ lane: 'route:r' })).toBe('busy');
    for (const lease of leases) {
      lease.record(down);
      lease.release();
    }
    expect(fixture.send({ lane: 'route:r' })).toBe('a');
    expect(fixture.send({ lane: 'route:s' })).toBe('no-way');
  });
});

describe('by cost', () => {
  it('the cheapest goes first by the number’s prices, unknown ones last', () => {
    for (const id of ['a', 'b', 'c']) fixture.put(id, { priority: 1 });
    fixture.put('c', { priority: 2 });
    fixture.prices.load([
      { gatewayId: 'a', prefix: '+48', price: 0.03 },
      { gatewayId: 'b', prefix: '', price: 0.05 },
      { gatewayId: 'b', prefix: '+486', price: 0.02 },
      { gatewayId: 'c', prefix: '+48', price: 0.03 },
    ]);
    const gateways = ['a', 'b', 'c'].map((gatewayId) => ({ gatewayId, weight: 1 }));
    fixture.routes.put(exampleRoute('r', { gateways, order: 'cost' }));
    const order = (number: string): string[] =>
      fixture.pool
        .plan('route:r', number)
        .map(({ members }) => members.map(({ station }) => station.row.id).join('+'));
    expect(order('+48600')).toEqual(['b', 'a', 'c']);
    expect(order('+48500')).toEqual(['a', 'c', 'b']);
    expect(order('+420')).toEqual(['b', 'a', 'c']);
    expect(fixture.send({ lane: 'route:r', number: '+48600' })).toBe('b');
  });
});

describe('the breaker', () => {
  beforeEach(() => fixture.put('a', { concurrency: 4 }));
  const breaker = (): string | undefined => fixture.pool.get('a')?.health.breaker(now());

  it('opens at a failure, lets one message try when its time has come, and closes', async () => {
    expect(breaker()).toBe('closed');
    fixture.send({}, down);
    expect(breaker()).toBe('open');
    const taken = fixture.take();
    expect(taken).toMatchObject({ kind: 'later', reason: 'no-way' });
    const at = taken.kind === 'later' ? (taken.at ?? 0) : 0;
    expect(at).toBe(fixture.pool.nextRetryAt(now()));
    const before = fixture.wakes();
    await fixture.clock.advance(at - now());
    expect(fixture.wakes()).toBe(before + 1);
    expect(breaker()).toBe('half-open');
    expect(fixture.pool.room(now(), '')).toBe(1);
    const lease = fixture.lease();
    expect(fixture.take().kind).toBe('later');
    lease.record(accepted);
    lease.release();
    expect(breaker()).toBe('closed');
    expect(fixture.pool.room(now(), '')).toBe(4);
    expect(fixture.lines.map(({ key }) => key)).toEqual(['gateway.failing', 'gateway.recovered']);
  });

  it('stays closed for what lies in the message, or in a kind of message', () => {
    const fault = { ...throttled, reason: 'refused', permanent: true } as const;
    fixture.send({}, { ...fault, fault: 'message' });
    expect(breaker()).toBe('closed');
    fixture.send({}, { ...fault, isOnlyThis: true });
    expect(breaker()).toBe('closed');
  });

  it('stays closed when a slower pace is asked for: it rests, then has fewer at once', async () => {
    const leases = Array.from({ length: 4 }, () => fixture.lease());
    for (const lease of leases) {
      lease.record({ ...throttled, retryAfterMs: 5_000 });
      lease.release();
    }
    expect(breaker()).toBe('closed');
    expect(fixture.take()).toEqual({ kind: 'busy' });
    expect(fixture.pool.nextRetryAt(now())).toBe(now() + 5_000);
    await fixture.clock.advance(5_000);
    expect(fixture.pool.room(now(), '')).toBe(2);
    for (let count = 0; count < 6; count += 1) fixture.send();
    expect(fixture.pool.room(now(), '')).toBe(4);
    expect(fixture.lines.filter(({ key }) => key === 'gateway.throttled')).toHaveLength(1);
  });

  it('has its chance at once when the link is back or the settings are others', () => {
    fixture.send({}, down);
    fixture.events('a').readiness({ ready: true });
    expect(breaker()).toBe('half-open');
    fixture.send({}, down);
    fixture.put('a', { url: 'http://other/' });
    expect(breaker()).toBe('closed');
  });
});

describe('new settings', () => {
  it('leave the link and the health alone when they are none of the gateway’s business', () => {
    fixture.put('a', { kind: 'smpp' });
    fixture.send({}, down);
    fixture.put('a', { name: 'New', priority: 3, options: { weight: 4, perDay: 100 } });
    expect(fixture.opened('a')).toEqual({ times: 1, closed: 0 });
    expect(fixture.pool.get('a')?.health.isFailing).toBe(true);
    fixture.put('a', { options: { host: 'other' } });
    expect(fixture.opened('a')).toEqual({ times: 2, closed: 1 });
    expect(fixture.pool.get('a')?.health.isFailing).toBe(false);
  });

  it('let a gateway go that is off and holds a link, once it has nothing under way', async () => {
    fixture.put('a', { kind: 'modem' });
    const lease = fixture.lease();
    fixture.put('a', { active: false });
    expect(fixture.opened('a')).toEqual({ times: 1, closed: 0 });
    lease.release();
    expect(fixture.opened('a')).toEqual({ times: 1, closed: 1 });
    const opened = await fixture.pool.openForTest('a');
    expect(fixture.opened('a').times).toBe(2);
    opened?.close();
    expect(fixture.opened('a').closed).toBe(2);
    fixture.put('a', { active: true });
    expect(fixture.opened('a')).toEqual({ times: 3, closed: 2 });
  });
});

describe('a pace', () => {
  it('lets no more parts go within any minute, and wakes the queue for the next', async () => {
    fixture.put('a', { options: { perMinute: 6 } });
    fixture.put('b', { priority: 99 });
    const times: number[] = [];
    for (let second = 0; second < 200; second += 1) {
      while (fixture.send({ parts: 2 }) === 'a') times.push(now(), now());
      expect(fixture.send({ parts: 2 })).toBe('busy');
      await fixture.clock.advance(1_000);
    }
    for (const at of times) {
      expect(times.filter((other) => other >= at && other < at + 60_000).length).toBeLessThan(7);
    }
    expect(times.length).toBeGreaterThan(6 * 3);
    expect(fixture.wakes()).toBeGreaterThan(2);
  });

  it('counts what went within the minute before a restart', async () => {
    const at = now() - 30_000;
    await store.gateways.insert(
      gatewayRow('before', { options: { ...defaultGatewayOptions, perMinute: 3 } }),
    );
    await store.messages.insert([messageRow('sent')]);
    await store.deliveries.insert([
      deliveryRow('d', {
        messageId: 'sent',
        gatewayId: 'before',
        startedAt: at,
        outcome: 'accepted',
      }),
    ]);
    await fixture.pool.load();
    expect(fixture.pool.get('before')?.accepted.total(now())).toBe(1);
    expect(fixture.pool.room(now(), 'gateway:before')).toBe(2);
    await fixture.clock.advance(31_000);
    expect(fixture.pool.room(now(), 'gateway:before')).toBe(3);
  });

  it('spreads large numbers over the seconds', async () => {
    fixture.put('a', { concurrency: 1_000, options: { perMinute: 1_200 } });
    const perSecond: number[] = [];
    for (let second = 0; second < 5; second += 1) {
      let count = 0;
      while (fixture.send() === 'a') count += 1;
      perSecond.push(count);
      await fixture.clock.advance(1_000);
    }
    expect(perSecond).toEqual([20, 20, 20, 20, 20]);
  });
});

describe('a budget of a gateway', () => {
  it('is never exceeded, whatever is under way, and frees at midnight', async () => {
    fixture.put('a', { priority: 1, options: { perDay: 5 } });
    fixture.put('b', { priority: 2 });
    const leases: Lease[] = [];
    for (let parts = 0; parts < 4; parts += 2) leases.push(fixture.lease({ parts: 2 }));
    expect(leases.map(({ row }) => row.id)).toEqual(['a', 'a']);
    // Two that are under way leave room for one part; if they fail, for more.
    expect(fixture.take({ parts: 2, lane: 'gateway:a' })).toMatchObject({
      kind: 'later',
      reason: 'budget',
    });
    for (const lease of leases) {
      lease.record(accepted);
      lease.release();
      fixture.meters.of('gateway', 'a', now()).add(now(), 2);
    }
    expect(fixture.send({ parts: 2 })).toBe('b');
    expect(fixture.pool.room(now(), 'gateway:a')).toBe(1);
    fixture.meters.of('gateway', 'a', now()).add(now(), 1);
    expect(fixture.send()).toBe('b');
    const [a] = fixture.pool.list();
    expect(a && fixture.pool.stateOf(a)).toMatchObject({ state: 'attention', reason: 'budget' });
    const taken = fixture.take({ lane: 'gateway:a' });
    const midnight = new Date(now()).setHours(24, 0, 0, 0);
    expect(taken).toEqual({ kind: 'later', at: midnight, reason: 'no-way' });
    await fixture.clock.advance(midnight - now());
    expect(fixture.send()).toBe('a');
  });
});

describe('the room of a lane', () => {
  it('is how many messages it takes, and no message is taken without room', () => {
    const gateway = fc.record({
      priority: fc.integer({ min: 1, max: 2 }),
      concurrency: fc.integer({ min: 1, max: 4 }),
      isDown: fc.boolean(),
      perDay: fc.constantFrom(null, 1, 3),
      perMinute: fc.constantFrom(null, 2, 60),
    });
    fc.assert(
      fc.property(fc.array(gateway, { maxLength: 4 }), (given) => {
        const each = createPoolFixture(store);
        for (const [index, { priority, concurrency, isDown, ...options }] of given.entries()) {
          const id = String(index);
          each.put(id, { priority, concurrency, options });
          if (isDown) each.pool.recordTest(id, { ok: false, reason: 'unreachable', detail: '' });
        }
        const room = each.pool.room(each.clock.now(), '');
        let count = 0;
        while (each.take().kind === 'lease') count += 1;
        expect(count).toBe(room);
        expect(each.pool.room(each.clock.now(), '')).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
