import type { Attention } from '../../shared/model/system.ts';
import type { AreaService } from '../api/services.ts';
import { createAccounting } from './accounting/accounting.ts';
import type { Accounting } from './accounting/accounting.ts';
import { BudgetRules } from './accounting/budget-rules.ts';
import { BudgetWatch } from './accounting/budget-watch.ts';
import { dayOf } from './accounting/calendar.ts';
import { Meters } from './accounting/meter.ts';
import { PriceBook } from './accounting/price-book.ts';
import { createBudgetsArea } from './areas/budgets-area.ts';
import { createCostsArea } from './areas/costs-area.ts';
import { createGatewaysArea } from './areas/gateways-area.ts';
import { createRoutesArea } from './areas/routes-area.ts';
import { writeFault } from './fault.ts';
import { GatewayPool } from './queue/gateway-pool.ts';
import type { QueueDeps } from './queue/queue-deps.ts';
import type { StationsDeps } from './queue/stations.ts';
import { RouteTable } from './routing/route-table.ts';
import { createRouter } from './routing/router.ts';
import type { Router } from './routing/router.ts';

/** What the ways out work with. */
export type WaysDeps = QueueDeps &
  Pick<StationsDeps, 'open' | 'report' | 'incoming' | 'wake'> & {
    /** Messages in the store have changed: some may go that had to wait. */
    look(): void;
  };

/** The ways out for SMS, which of them a message takes, and what that costs. */
export interface Ways {
  readonly pool: GatewayPool;
  readonly router: Router;
  readonly accounting: Accounting;
  /** SMS parts that gateways, accounts, devices and SMS users have used. */
  readonly meters: Meters;
  readonly areas: {
    readonly gateways: AreaService<'gateways'>;
    readonly routes: AreaService<'routes'>;
    readonly costs: AreaService<'costs'>;
    readonly budgets: AreaService<'budgets'>;
  };
  /** What is to be said about budgets that are near their end. */
  budgetAttention(): Promise<readonly Attention[]>;
  /** Reads what is stored and opens the gateways. */
  load(): Promise<void>;
}

/** Makes the ways out; before {@link Ways.load} there are none. */
export function createWays(deps: WaysDeps): Ways {
  const { store, clock, settings, log } = deps;
  const look = (): void => deps.look();
  const currency = (): string => settings().currency;
  const meters = new Meters();
  const budgets = new BudgetRules(meters);
  const prices = new PriceBook(() => settings().partPrice);
  const routes = new RouteTable();
  const pool = new GatewayPool({ ...deps, meters, budgets, prices, routes });
  routes.onChange(() => pool.forgetPlans());
  const router = createRouter({ routes, pool, budgets, prices, currency, clock });

  const watch = new BudgetWatch({
    ...{ clock, log, store, meters, budgets },
    gateway(id) {
      const row = pool.get(id)?.row;
      return row && { name: row.name, limits: row.options };
    },
    onFault: (error) => writeFault(deps, error),
  });
  const accounting = createAccounting({
    meters,
    prices,
    used: (message, gatewayId, now) => watch.used(message, gatewayId, now),
  });

  return {
    pool,
    router,
    accounting,
    meters,
    areas: {
      gateways: createGatewaysArea({ ...deps, pool, routes, wake: look }),
      routes: createRoutesArea({ ...deps, pool, routes, router }),
      costs: createCostsArea({ ...deps, prices, pool, currency }),
      budgets: createBudgetsArea({ ...deps, meters, budgets, wake: look }),
    },
    budgetAttention: () => watch.attention(),
    async load() {
      const now = clock.now();
      meters.load(now, await store.usage.totals(dayOf(now)));
      budgets.load(await store.budgets.list());
      prices.load(await store.prices.list());
      routes.load(await store.routes.list());
      await pool.load();
      watch.load(now);
    },
  };
}
