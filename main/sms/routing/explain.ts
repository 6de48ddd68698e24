import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { RouteExplanation } from '../../../shared/model/route.ts';
import type { BudgetRules } from '../accounting/budget-rules.ts';
import type { PriceBook } from '../accounting/price-book.ts';
import type { GatewayPool } from '../queue/gateway-pool.ts';
import { blockOf } from '../queue/gateway-station.ts';
import type { Tier } from '../queue/lane-plans.ts';
import type { RouteTable } from './route-table.ts';

/** What an explanation is made from. */
export interface ExplainDeps {
  readonly routes: RouteTable;
  readonly pool: GatewayPool;
  readonly budgets: BudgetRules;
  readonly prices: PriceBook;
  readonly currency: () => string;
}

type Step = RouteExplanation['steps'][number];

/**
 * Which way a message of one part would go now. It asks the same as the queue does, and changes
 * nothing.
 *
 * @param number as messages have it, international where that is known.
 */
export function explainRoute(
  { routes, pool, budgets, prices, currency }: ExplainDeps,
  number: string,
  accountId: string | null,
  now: number,
): RouteExplanation {
  const match = routes.match({ number, accountId });
  const lane = routes.laneOf({ number, accountId, gatewayId: null });
  const wanted = { lane, number, accountId, deviceId: null, parts: 1 };
  const choice = pool.choose(now, wanted);
  const isAllowed = budgets.freeAt(now, wanted) <= now;
  const chosen = choice.kind === 'station' && isAllowed ? choice.station.row.id : null;
  const plan = pool.plan(lane, number);
  const isOwnEnough = plan.some(
    (tier) => !tier.isFallback && tier.members.some(({ station }) => isWorth(station, now)),
  );
  const steps = plan.flatMap((tier) => stepsOf(tier, isOwnEnough, prices, number, now));
  return {
    number,
    country: parsePhoneNumberFromString(number)?.country ?? null,
    route: match?.route ?? null,
    prefix: match?.prefix ?? '',
    steps,
    gatewayId: chosen,
    price: chosen === null ? null : prices.priceOf(chosen, number),
    currency: currency(),
  };
}

/** The gateways of a tier: whose turn it is first. */
function stepsOf(
  tier: Tier,
  isOwnEnough: boolean,
  prices: PriceBook,
  number: string,
  now: number,
): Step[] {
  const inTurn = tier.members.toSorted(
    (one, other) => other.credit + other.weight - (one.credit + one.weight),
  );
  return inTurn.map(({ station }) => {
    const reason = blockOf(station, now, 1)?.why ?? 'ok';
    const isHeldBack = tier.isFallback && isOwnEnough && reason === 'ok';
    return {
      gatewayId: station.row.id,
      gatewayName: station.row.name,
      usable: reason === 'ok' && !isHeldBack,
      reason: isHeldBack ? 'only-fallback' : reason,
      price: prices.priceOf(station.row.id, number),
    };
  });
}

/** Whether a gateway takes messages, or is waited for. */
function isWorth(station: Tier['members'][number]['station'], now: number): boolean {
  const block = blockOf(station, now, 1);
  return block === undefined || block.isWaitedFor;
}
