import { createAccounting } from './accounting/accounting.ts';
import type { Accounting } from './accounting/accounting.ts';
import { BudgetRules } from './accounting/budget-rules.ts';
import { dayOf } from './accounting/calendar.ts';
import { Meters } from './accounting/meter.ts';
import { PriceBook } from './accounting/price-book.ts';
import { GatewayPool } from './queue/gateway-pool.ts';
import type { QueueDeps } from './queue/queue-deps.ts';
import { RouteTable } from './routing/route-table.ts';
import { createRouter } from './routing/router.ts';
import type { Router } from './routing/router.ts';
import type { StationsDeps } from './queue/stations.ts';

/** What the ways out work with. */
export type WaysDeps = QueueDeps & Pick<StationsDeps, 'open' | 'report' | 'incoming' | 'wake'>;

/** The ways out for SMS, which of them a message takes, and what that costs. */
export interface Ways {
  readonly pool: GatewayPool;
  readonly router: Router;
  readonly accounting: Accounting;
  readonly meters: Meters;
  readonly budgets: BudgetRules;
  readonly prices: PriceBook;
  readonly routes: RouteTable;
  /** Reads what is stored and opens the gateways. */
  load(): Promise<void>;
}

/** Makes the ways out; before {@link Ways.load} there are none. */
export function createWays(deps: WaysDeps): Ways {
  const { store, clock, settings } = deps;
  const meters = new Meters();
  const budgets = new BudgetRules(meters);
  const prices = new PriceBook(() => settings().partPrice);
  const routes = new RouteTable();
  const pool = new GatewayPool({
    ...deps,
    meters,
    budgets,
    prices,
    route: (id) => routes.get(id),
  });
  routes.onChange(() => pool.forgetPlans());
  const currency = (): string => settings().currency;
  const router = createRouter({ routes, pool, budgets, prices, currency, clock });
  const accounting = createAccounting({ meters, prices, used: () => undefined });

  return {
    pool,
    router,
    accounting,
    meters,
    budgets,
    prices,
    routes,
    async load() {
      const now = clock.now();
      meters.load(now, await store.usage.totals(dayOf(now)));
      budgets.load(await store.budgets.list());
      prices.load(await store.prices.list());
      routes.load(await store.routes.list());
      await pool.load();
    },
  };
}
