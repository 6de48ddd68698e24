import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RouteExplanation } from '../../../shared/model/route.ts';
import { routeExplanationSchema } from '../../../shared/model/route.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createPoolFixture, exampleRoute } from '../testing/pool-fixture.ts';
import type { PoolFixture } from '../testing/pool-fixture.ts';
import { explainRoute } from './explain.ts';

let store: Store;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(() => store.close());

function explain(
  fixture: PoolFixture,
  number: string,
  accountId: string | null = null,
): RouteExplanation {
  const deps = { ...fixture, currency: () => 'EUR' };
  return routeExplanationSchema.parse(explainRoute(deps, number, accountId, fixture.clock.now()));
}

it('says which way a number goes, what that costs, and why not the others', () => {
  const fixture = createPoolFixture(store);
  fixture.put('off', { priority: 1, active: false });
  fixture.put('modem', { priority: 2, concurrency: 1 });
  fixture.put('link', { priority: 3, kind: 'smpp' });
  fixture.put('good', { priority: 4 });
  fixture.put('spare', { priority: 5 });
  fixture.put('other', { priority: 9 });
  fixture.events('link').readiness({ ready: false, reason: 'connecting', detail: '' });
  fixture.prices.set('good', [{ prefix: '+48', price: 0.03 }]);
  const gateways = ['off', 'link', 'good', 'spare'].map((gatewayId) => ({ gatewayId, weight: 1 }));
  const route = exampleRoute('pl', { prefixes: ['+48'], gateways });
  fixture.routes.put(route);
  const found = explain(fixture, '+48600100200');
  expect(found).toMatchObject({
    number: '+48600100200',
    country: 'PL',
    route,
    prefix: '+48',
    gatewayId: 'good',
    price: 0.03,
    currency: 'EUR',
  });
  const told = found.steps.map(({ gatewayId, usable, reason }) => [gatewayId, usable, reason]);
  expect(told).toEqual([
    ['off', false, 'off'],
    ['link', false, 'not-open'],
    ['good', true, 'ok'],
    ['spare', true, 'ok'],
    ['modem', false, 'only-fallback'],
    ['other', false, 'only-fallback'],
  ]);
});

it('knows no country of a short number, and names no route where none applies', () => {
  const fixture = createPoolFixture(store);
  const found = explain(fixture, '12345');
  expect(found).toMatchObject({
    country: null,
    route: null,
    prefix: '',
    steps: [],
    gatewayId: null,
  });
});

it('names nobody when the account has used up its budget', () => {
  const fixture = createPoolFixture(store);
  fixture.put('a');
  fixture.budgets.set({
    scope: 'account',
    target: 'anna',
    perMinute: null,
    perDay: 1,
    perMonth: null,
  });
  expect(explain(fixture, '+48600100200', 'anna').gatewayId).toBe('a');
  fixture.meters.of('account', 'anna', fixture.clock.now()).add(fixture.clock.now(), 1);
  expect(explain(fixture, '+48600100200', 'anna').gatewayId).toBeNull();
  expect(explain(fixture, '+48600100200').gatewayId).toBe('a');
});

it('always names the gateway that the queue takes', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const gateway = fc.record({
    priority: fc.integer({ min: 1, max: 2 }),
    concurrency: fc.integer({ min: 1, max: 3 }),
    active: fc.constantFrom(true, true, false),
    options: fc.record({
      weight: fc.integer({ min: 1, max: 4 }),
      perDay: fc.constantFrom(null, 2),
      perMinute: fc.constantFrom(null, 3),
    }),
  });
  const route = fc.record({
    gateways: fc.subarray(ids).map((some) => some.map((gatewayId) => ({ gatewayId, weight: 2 }))),
    order: fc.constantFrom('priority', 'weight', 'cost'),
    fallback: fc.boolean(),
    prefixes: fc.constantFrom('+48', '+486', '').map((prefix) => [prefix]),
  });
  const price = fc.record({
    gatewayId: fc.constantFrom(...ids),
    prefix: fc.constantFrom('', '+48'),
    price: fc.constantFrom(0.01, 0.02),
  });
  const event = fc.constantFrom('take', 'take', 'fail', 'release');
  const message = fc.record({
    number: fc.constantFrom('+48600100200', '+48500100200', '12345'),
    event,
  });
  fc.assert(
    fc.property(
      fc.tuple(gateway, gateway, gateway, gateway),
      fc.array(route, { maxLength: 3 }),
      fc.array(price, { maxLength: 5 }),
      fc.array(message, { maxLength: 20 }),
      (gateways, routes, prices, messages) => {
        const fixture = createPoolFixture(store);
        for (const [index, given] of gateways.entries()) fixture.put(ids[index] ?? '', given);
        fixture.prices.load(prices);
        fixture.routes.put(...routes.map((given, index) => exampleRoute(String(index), given)));
        const release: (() => void)[] = [];
        for (const { number, event: what } of messages) {
          if (what === 'release') {
            release.shift()?.();
            continue;
          }
          const { gatewayId, steps, price: told } = explain(fixture, number);
          const lane = fixture.routes.laneOf({ number, accountId: null, gatewayId: null });
          const taken = fixture.take({ lane, number });
          const lease = taken.kind === 'lease' ? taken.lease : undefined;
          expect(gatewayId).toBe(lease?.row.id ?? null);
          if (lease === undefined) continue;
          expect(steps.find(({ usable }) => usable)?.gatewayId).toBe(gatewayId);
          expect(told).toBe(fixture.prices.priceOf(lease.row.id, number));
          if (what === 'fail') lease.record({ outcome: 'unreachable', detail: '' });
          release.push(() => lease.release());
        }
      },
    ),
    { numRuns: 200 },
  );
});
