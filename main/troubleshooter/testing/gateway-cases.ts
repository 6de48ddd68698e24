import type { Gateway } from '../../../shared/model/gateway.ts';
import type { Facts } from '../facts.ts';
import { act } from './case.ts';
import type { Case } from './case.ts';
import { aDevice, aGateway, aMessage, healthy } from './healthy.ts';
import { aRoute, aWay } from './ways.ts';

const provider = aGateway();
const down = aGateway({ reason: 'unreachable', detail: 'ECONNREFUSED' });
const off = aGateway({ active: false, state: 'off', reason: 'off' });
const spare = aGateway({ id: 'gateway-3', name: 'Spare', priority: 50 });
const simulator = aGateway({ id: 'gateway-2', kind: 'simulator', name: 'Simulator' });

/** A route that allows these of all gateways, and no others. */
function only(own: readonly Gateway[], gateways: readonly Gateway[], reasons = {}): Facts {
  const route = aRoute({ fallback: false });
  return healthy({ gateways, way: aWay(own, { route, reasons }) });
}

/** A virtual phone answers for the device. */
export const virtual = { isVirtual: true, gateways: [simulator] };

/** Where the walk stops because SMS have no way out. */
export const gatewayStops: readonly Case[] = [
  ['gateway-sends', 'no-number', healthy({ device: aDevice({ number: null }) }), act('set-number')],
  ['gateway-sends', 'no-gateway', healthy({ gateways: [] }), act('add-gateway')],
  [
    'gateway-sends',
    'gateway-off',
    healthy({ gateways: [off] }),
    act('switch-gateway-on', 'gateway-1'),
  ],
  [
    'gateway-sends',
    'gateway-failing',
    healthy({ gateways: [down] }),
    {
      params: { gateway: 'Provider', reason: 'unreachable', detail: 'ECONNREFUSED' },
      ...act('test-gateway', 'gateway-1'),
    },
  ],
  // All that the route allows is all that there is.
  ['gateway-sends', 'gateway-failing', only([down], [down]), act('test-gateway', 'gateway-1')],
  [
    'gateway-sends',
    'gateway-failing',
    healthy({
      gateways: [provider],
      way: aWay([provider], { reasons: { 'gateway-1': 'budget' } }),
    }),
    { params: { gateway: 'Provider', reason: 'budget', detail: '' } },
  ],
  [
    'gateway-sends',
    'route-down',
    only([down], [down, spare], { 'gateway-1': 'failing' }),
    {
      params: {
        route: 'Poland',
        gateway: 'Provider',
        reason: 'unreachable',
        detail: 'ECONNREFUSED',
      },
      ...act('show-routes'),
    },
  ],
  [
    'gateway-sends',
    'route-down',
    only([off], [off, spare]),
    { params: { route: 'Poland', gateway: 'Provider', reason: 'off', detail: '' } },
  ],
  ['gateway-sends', 'only-simulator', healthy({ gateways: [simulator] }), act('add-gateway')],
  [
    'gateway-sends',
    'simulator-first',
    healthy({ gateways: [simulator, spare] }),
    { params: { gateway: 'Simulator' }, ...act('show-routes') },
  ],
  [
    'gateway-sends',
    'simulator-first',
    only([simulator], [provider, simulator]),
    { params: { gateway: 'Simulator' }, ...act('show-routes') },
  ],
  // The real way would be the first: it is what has to be put right.
  [
    'gateway-sends',
    'gateway-failing',
    healthy({ gateways: [down, simulator] }),
    act('test-gateway', 'gateway-1'),
  ],
  [
    'gateway-sends',
    'message-failed',
    healthy({ message: aMessage({ state: 'failed', attempts: 3 }) }),
    { params: { number: '+48600100200', attempts: 3 }, ...act('alert-now') },
  ],
];

/** With what the way out for SMS holds. */
export const gatewayPasses: readonly Case[] = [
  ['gateway-sends', 'gateway-works', healthy(), { params: { gateway: 'Provider' } }],
  [
    'gateway-sends',
    'gateway-works',
    healthy({ gateways: [down, spare] }),
    { params: { gateway: 'Spare' } },
  ],
  [
    'gateway-sends',
    'gateway-works',
    only([spare], [down, spare], { 'gateway-3': 'busy' }),
    { params: { gateway: 'Spare' } },
  ],
  [
    'gateway-sends',
    'gateway-works',
    healthy({
      gateways: [down, spare],
      way: aWay([down, spare], { route: aRoute(), reasons: { 'gateway-3': 'only-fallback' } }),
    }),
    { params: { gateway: 'Spare' } },
  ],
  ['gateway-sends', 'gateway-unused', healthy({ gateways: [aGateway({ reason: 'unused' })] })],
  ['gateway-sends', 'gateway-simulator', healthy(virtual)],
  [
    'gateway-sends',
    'gateway-simulator',
    healthy({ isVirtual: true, gateways: [simulator, spare] }),
    { params: { gateway: 'Simulator' } },
  ],
  ['gateway-sends', 'gateway-not-needed', healthy({ device: aDevice({ clientType: 'ios' }) })],
];
