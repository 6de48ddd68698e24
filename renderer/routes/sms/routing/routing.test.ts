import { describe, expect, it } from 'vitest';
import { routeInputSchema } from '../../../../shared/model/route.ts';
import type { Route, RouteExplanation } from '../../../../shared/model/route.ts';
import { explainView, readNumber } from './explain-view.ts';
import {
  emptyRouteForm,
  faultyPrefix,
  formToRoute,
  routeName,
  routeToForm,
  tidyRoutePrefix,
} from './route-form.ts';

const route: Route = {
  id: 'route-1',
  name: 'Poland',
  active: true,
  prefixes: ['+48'],
  accountIds: ['account-1'],
  gateways: [
    { gatewayId: 'a', weight: 3 },
    { gatewayId: 'b', weight: 1 },
  ],
  order: 'weight',
  fallback: false,
  createdAt: 1_000,
};

function explanation(given: Partial<RouteExplanation>): RouteExplanation {
  return {
    number: '+48600100200',
    country: 'PL',
    route,
    prefix: '+48',
    steps: [
      { gatewayId: 'a', gatewayName: 'Modem', usable: false, reason: 'failing', price: 0.09 },
      { gatewayId: 'b', gatewayName: 'Provider', usable: true, reason: 'ok', price: null },
      { gatewayId: 'c', gatewayName: 'Other', usable: true, reason: 'only-fallback', price: 0.2 },
    ],
    gatewayId: 'b',
    price: null,
    currency: 'EUR',
    ...given,
  };
}

describe('the explanation of a way', () => {
  it('says who takes the message and why others are passed over', () => {
    const view = explainView(explanation({}));
    expect(view.taker?.name).toBe('Provider');
    expect(view.steps.map(({ word, state }) => [word, state])).toEqual([
      ['failing', 'failed'],
      ['takes', 'working'],
      ['only-fallback', 'off'],
    ]);
  });

  it('has nobody who takes it while it would wait', () => {
    expect(explainView(explanation({ gatewayId: null })).taker).toBeNull();
    expect(explainView(explanation({ gatewayId: null, steps: [] })).steps).toEqual([]);
  });

  it('is asked for only once there is a number', () => {
    expect(readNumber('+48 600-100 200')).toBe('+48600100200');
    expect(readNumber('0048 600 100 200')).toBe('+48600100200');
    expect(readNumber('+4')).toBeNull();
    expect(readNumber('Ada')).toBeNull();
  });
});

describe('the form of a route', () => {
  it('comes back as it was', () => {
    expect({ ...route, ...formToRoute(routeToForm(route)) }).toEqual(route);
  });

  it('tells every number by an empty prefix', () => {
    const input = formToRoute({ ...emptyRouteForm, weights: { a: '2' } });
    expect(input).toMatchObject({ prefixes: [''], gateways: [{ gatewayId: 'a', weight: 2 }] });
    expect(routeInputSchema.safeParse(input).success).toBe(true);
    expect(routeToForm({ ...route, prefixes: [''] }).prefixes).toEqual([]);
  });

  it('takes prefixes as people write them', () => {
    expect(['0048', '48 60', '+1'].map(tidyRoutePrefix)).toEqual(['+48', '+4860', '+1']);
    expect(faultyPrefix(['+48', 'PL'])).toBe('PL');
    expect(faultyPrefix(['+48'])).toBeUndefined();
  });

  it('calls a route without a name by its numbers', () => {
    expect(routeName({ name: '', prefixes: ['+1', '+48'] }, 'every number')).toBe('+1, +48');
    expect(routeName({ name: '', prefixes: [''] }, 'every number')).toBe('every number');
  });
});
