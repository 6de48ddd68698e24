import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RouteRow } from '../../store/sms-types.ts';
import { exampleRoute } from '../testing/pool-fixture.ts';
import { RouteTable } from './route-table.ts';

const way = [{ gatewayId: 'a', weight: 1 }];

function table(...routes: readonly Partial<RouteRow>[]): RouteTable {
  const made = new RouteTable();
  made.load(
    routes.map((route, index) =>
      exampleRoute(String(index), { gateways: way, createdAt: index, ...route }),
    ),
  );
  return made;
}

function laneOf(routes: RouteTable, number: string, accountId: string | null = null): string {
  return routes.laneOf({ number, accountId, gatewayId: null });
}

describe('the route of a message', () => {
  it('is none where none matches, and then all gateways may take it', () => {
    expect(laneOf(table(), '+48600100200')).toBe('');
    expect(laneOf(table({ prefixes: ['+420'] }), '+48600100200')).toBe('');
  });

  it('is the one whose prefix is the longest', () => {
    const routes = table(
      { prefixes: [''] },
      { prefixes: ['+48'] },
      { prefixes: ['+486', '+420'] },
      { prefixes: ['+4860010020099'] },
    );
    expect(laneOf(routes, '+48600100200')).toBe('route:2');
    expect(laneOf(routes, '+48500100200')).toBe('route:1');
    expect(laneOf(routes, '+420601123456')).toBe('route:2');
    expect(laneOf(routes, '12345')).toBe('route:0');
    expect(routes.match({ number: '+48500100200', accountId: null })?.prefix).toBe('+48');
  });

  it('is one that names the account, before a longer prefix for all', () => {
    const routes = table({ prefixes: ['+48600'] }, { prefixes: ['+4'], accountIds: ['anna'] });
    expect(laneOf(routes, '+48600100200', 'anna')).toBe('route:1');
    expect(laneOf(routes, '+48600100200', 'bela')).toBe('route:0');
    expect(laneOf(routes, '+48600100200')).toBe('route:0');
  });

  it('is the oldest of those that are alike', () => {
    const routes = table(
      { prefixes: ['+48'], createdAt: 9 },
      { prefixes: ['+48'], createdAt: 3 },
      { prefixes: ['+48'], createdAt: 5 },
    );
    expect(laneOf(routes, '+48600100200')).toBe('route:1');
  });

  it('is none that is off or has no gateway left', () => {
    const routes = table({ prefixes: ['+48'], active: false }, { prefixes: ['+48'], gateways: [] });
    expect(laneOf(routes, '+48600100200')).toBe('');
  });

  it('does not matter to a message that is bound to a gateway', () => {
    const message = { number: '+48600100200', accountId: null, gatewayId: 'b' };
    expect(table({ prefixes: ['+48'] }).laneOf(message)).toBe('gateway:b');
  });

  it('is told to have changed', () => {
    const routes = table({ prefixes: ['+48'] });
    let changes = 0;
    const stop = routes.onChange(() => (changes += 1));
    routes.put(exampleRoute('0', { prefixes: ['+420'], gateways: way }));
    expect(laneOf(routes, '+48600100200')).toBe('');
    routes.remove('0');
    expect(laneOf(routes, '+420601123456')).toBe('');
    stop();
    routes.put();
    expect(changes).toBe(2);
  });

  it('is what looking through all of them finds', () => {
    const digits = fc.array(fc.constantFrom('4', '8', '2'), { maxLength: 5 });
    const prefix = digits.map((some) => (some.length === 0 ? '' : `+${some.join('')}`));
    const route = fc.record({
      prefixes: fc.array(prefix, { minLength: 1, maxLength: 3 }),
      accountIds: fc.subarray(['anna', 'bela'], { maxLength: 1 }),
      active: fc.boolean(),
      gateways: fc.constantFrom(way, way, []),
      createdAt: fc.nat(3),
    });
    const number = fc.array(fc.constantFrom('4', '8', '2'), { minLength: 3, maxLength: 7 });
    const account = fc.constantFrom('anna', 'bela', 'cora', null);
    fc.assert(
      fc.property(fc.array(route, { maxLength: 8 }), number, account, (given, some, accountId) => {
        const routes = table(...given);
        const to = `+${some.join('')}`;
        const best = routes
          .list()
          .filter(({ active, gateways }) => active && gateways.length > 0)
          .filter(
            ({ accountIds }) =>
              accountIds.length === 0 || (accountId !== null && accountIds.includes(accountId)),
          )
          .flatMap((row) => row.prefixes.map((each) => ({ row, prefix: each })))
          .filter((each) => to.startsWith(each.prefix))
          .sort(
            (one, other) =>
              other.row.accountIds.length - one.row.accountIds.length ||
              other.prefix.length - one.prefix.length ||
              one.row.createdAt - other.row.createdAt ||
              (one.row.id < other.row.id ? -1 : 1),
          )[0];
        expect(routes.match({ number: to, accountId })?.route.id).toBe(best?.row.id);
        expect(routes.match({ number: to, accountId })?.prefix).toBe(best?.prefix);
      }),
    );
  });
});
