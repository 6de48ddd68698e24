import { createEvents } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { RouteRow } from '../../store/sms-types.ts';
import { gatewayRow } from '../../store/testing/rows.ts';
import type { GatewayRow, Store } from '../../store/types.ts';
import { BudgetRules } from '../accounting/budget-rules.ts';
import { Meters } from '../accounting/meter.ts';
import { PriceBook } from '../accounting/price-book.ts';
import type { Gateway, GatewayEvents, HandOver } from '../gateways/gateway.ts';
import type { Lease, Taken, Wanted } from '../queue/gateway-lease.ts';
import { GatewayPool } from '../queue/gateway-pool.ts';
import { RouteTable } from '../routing/route-table.ts';

/** Settings of a gateway that a test cares about. */
export type GatewayGiven = Partial<Omit<GatewayRow, 'options'>> & {
  readonly options?: Partial<GatewayRow['options']>;
};

/** A pool of gateways that do nothing, with everything that it asks. */
export interface PoolFixture {
  readonly pool: GatewayPool;
  readonly clock: FakeClock;
  readonly meters: Meters;
  readonly budgets: BudgetRules;
  readonly prices: PriceBook;
  readonly routes: RouteTable;
  readonly lines: LogLine[];
  /** How often the queue was woken. */
  wakes(): number;
  /** How often the gateway was opened, and how many of these are closed. */
  opened(id: string): { times: number; closed: number };
  /** What the gateway that is open tells. */
  events(id: string): GatewayEvents;
  /** Adds a gateway, or changes one. */
  put(id: string, given?: GatewayGiven): void;
  take(wanted?: Partial<Wanted>, tried?: ReadonlySet<string>): Taken;
  /** Takes a place, which there has to be. */
  lease(wanted?: Partial<Wanted>): Lease;
  /** The id of who takes a message at once, or why nobody does. */
  send(wanted?: Partial<Wanted>, result?: Exclude<HandOver, { outcome: 'aborted' }>): string;
}

/** What a gateway says that takes a message. */
export const accepted = { outcome: 'accepted', providerId: null, detail: '' } as const;

/** A route for all numbers, of the given gateways. */
export function exampleRoute(id: string, given: Partial<RouteRow> = {}): RouteRow {
  return {
    id,
    name: id,
    active: true,
    prefixes: [''],
    accountIds: [],
    gateways: [],
    order: 'priority',
    fallback: true,
    createdAt: 1,
    ...given,
  };
}

/** Makes a pool without gateways. */
export function createPoolFixture(store: Store, clock = createFakeClock()): PoolFixture {
  const meters = new Meters();
  const budgets = new BudgetRules(meters);
  const prices = new PriceBook(() => null);
  const routes = new RouteTable();
  const lines: LogLine[] = [];
  const opened = new Map<string, { times: number; closed: number; events: GatewayEvents }>();
  let wakes = 0;

  function open(row: GatewayRow, _password: string | undefined, events: GatewayEvents): Gateway {
    const known = opened.get(row.id);
    const count = { times: (known?.times ?? 0) + 1, closed: known?.closed ?? 0, events };
    opened.set(row.id, count);
    return {
      handOver: () => Promise.resolve(accepted),
      check: () => Promise.resolve({ ok: true, reason: 'ok', detail: '' }),
      describe: () => '',
      close: () => void ((opened.get(row.id) ?? count).closed += 1),
    };
  }

  const pool = new GatewayPool({
    store,
    clock,
    random: seededRandom(1),
    events: createEvents((error) => {
      throw error;
    }),
    log: {
      write(line) {
        lines.push(line);
        const about = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
        return { id: 1, at: 0, params: {}, text: line.key, ...line, ...about };
      },
    },
    ...{ meters, budgets, prices, routes, open },
    report: () => Promise.resolve(),
    incoming: () => Promise.resolve(),
    wake: () => (wakes += 1),
  });
  routes.onChange(() => pool.forgetPlans());

  function take(wanted: Partial<Wanted> = {}, tried?: ReadonlySet<string>): Taken {
    const nobody = { lane: '', number: '+420601123456', accountId: null, deviceId: null, parts: 1 };
    return pool.take(clock.now(), { ...nobody, ...wanted }, tried);
  }

  function lease(wanted?: Partial<Wanted>): Lease {
    const taken = take(wanted);
    if (taken.kind !== 'lease') throw new Error(`there is no place: ${taken.kind}`);
    return taken.lease;
  }

  return {
    ...{ pool, clock, meters, budgets, prices, routes, lines, take, lease },
    wakes: () => wakes,
    opened(id) {
      const { times = 0, closed = 0 } = opened.get(id) ?? {};
      return { times, closed };
    },
    events(id) {
      const known = opened.get(id);
      if (known === undefined) throw new Error(`${id} was never opened`);
      return known.events;
    },
    put(id, given = {}) {
      const row = gatewayRow(id);
      const before = pool.get(id)?.row ?? { ...row, name: id, active: true };
      const options = { ...before.options, ...given.options };
      pool.put({ ...before, ...given, id, options }, undefined, false);
    },
    send(wanted, result = accepted) {
      const taken = take(wanted);
      if (taken.kind === 'later') return taken.reason;
      if (taken.kind === 'busy') return 'busy';
      taken.lease.record(result);
      taken.lease.release();
      return taken.lease.row.id;
    },
  };
}
