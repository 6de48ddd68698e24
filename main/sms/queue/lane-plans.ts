import type { RouteRow } from '../../store/sms-types.ts';
import type { PriceBook } from '../accounting/price-book.ts';
import type { Station } from './gateway-station.ts';

/** Plans of one lane that is ordered by cost, at most; numbers with the same prices share one. */
const mostPlans = 200;

/** A gateway among equals. */
export interface Member {
  readonly station: Station;
  /** Its share of the messages. */
  readonly weight: number;
  /** What it is owed; of those that are free the one that is owed most goes next. */
  credit: number;
}

/** Gateways that are equal: the first group that works takes the message. */
export interface Tier {
  readonly members: readonly Member[];
  /** Not of the route: they take over when all of its own are down. */
  readonly isFallback: boolean;
}

/** The ways that messages of a lane may take, the best first. */
export type Plan = readonly Tier[];

/** What plans are made from. */
export interface LanePlansDeps {
  /** All gateways by priority, then name. */
  stations(): readonly Station[];
  station(id: string): Station | undefined;
  route(id: string): RouteRow | undefined;
  readonly prices: Pick<PriceBook, 'priceOf'>;
}

/** Which gateways may take the messages of a lane, kept until something about them changes. */
export class LanePlans {
  readonly #deps: LanePlansDeps;
  #plans = new Map<string, Plan>();
  #byCost = new Map<string, Map<string, Plan>>();

  constructor(deps: LanePlansDeps) {
    this.#deps = deps;
  }

  /** Gateways, routes or prices have changed. */
  forget(): void {
    this.#plans.clear();
    this.#byCost.clear();
  }

  /**
   * The plan of a lane: `gateway:<id>`, `route:<id>`, or empty for all. Of what does not exist any
   * more it is the plan for all.
   *
   * @param number whose prices count where the route goes by cost; without one they are unknown.
   */
  of(lane: string, number?: string): Plan {
    const route = lane.startsWith('route:') ? this.#deps.route(lane.slice(6)) : undefined;
    if (route?.order === 'cost' && number !== undefined) {
      return this.#planByCost(lane, route, number);
    }
    let plan = this.#plans.get(lane);
    if (plan === undefined) {
      plan = this.#make(lane, route);
      this.#plans.set(lane, plan);
    }
    return plan;
  }

  #make(lane: string, route: RouteRow | undefined): Plan {
    if (route !== undefined) return this.#ofRoute(route, () => null);
    if (lane.startsWith('gateway:')) {
      const station = this.#deps.station(lane.slice(8));
      if (station !== undefined) return [{ members: [member(station, 1)], isFallback: false }];
    }
    return byPriority(this.#deps.stations(), false);
  }

  #planByCost(lane: string, route: RouteRow, number: string): Plan {
    const { prices } = this.#deps;
    let plans = this.#byCost.get(lane);
    if (plans === undefined) {
      plans = new Map();
      this.#byCost.set(lane, plans);
    }
    const key = route.gateways
      .map(({ gatewayId }) => String(prices.priceOf(gatewayId, number)))
      .join(' ');
    let plan = plans.get(key);
    if (plan === undefined) {
      if (plans.size >= mostPlans) plans.clear();
      plan = this.#ofRoute(route, ({ row }) => prices.priceOf(row.id, number));
      plans.set(key, plan);
    }
    return plan;
  }

  #ofRoute(route: RouteRow, priceOf: (station: Station) => number | null): Plan {
    const weights = new Map(route.gateways.map(({ gatewayId, weight }) => [gatewayId, weight]));
    const all = this.#deps.stations();
    const own = all.filter(({ row }) => weights.has(row.id));
    const others = route.fallback
      ? byPriority(
          all.filter((each) => !own.includes(each)),
          true,
        )
      : [];
    if (own.length === 0) return others;
    switch (route.order) {
      case 'priority':
        return [...byPriority(own, false), ...others];
      case 'weight': {
        const members = own.map((station) => member(station, weights.get(station.row.id) ?? 1));
        return [{ members, isFallback: false }, ...others];
      }
      case 'cost':
        return [...byCost(own, priceOf), ...others];
    }
  }
}

function member(station: Station, weight: number): Member {
  return { station, weight, credit: 0 };
}

/** @param stations by priority. */
function byPriority(stations: readonly Station[], isFallback: boolean): Tier[] {
  return grouped(stations, (one, other) => one.row.priority === other.row.priority, isFallback);
}

/** Cheapest first, unknown prices last; of the same price by priority. */
function byCost(
  stations: readonly Station[],
  priceOf: (station: Station) => number | null,
): Tier[] {
  const priced = stations.map((station) => ({ station, price: priceOf(station) ?? Infinity }));
  // Stations come by priority, and the sort keeps the order of equals.
  const sorted = priced.toSorted((one, other) =>
    one.price < other.price ? -1 : one.price > other.price ? 1 : 0,
  );
  const price = new Map(sorted.map((each) => [each.station, each.price]));
  return grouped(
    sorted.map(({ station }) => station),
    (one, other) => price.get(one) === price.get(other) && one.row.priority === other.row.priority,
    false,
  );
}

function grouped(
  stations: readonly Station[],
  isSame: (one: Station, other: Station) => boolean,
  isFallback: boolean,
): Tier[] {
  const tiers: { members: Member[]; isFallback: boolean }[] = [];
  for (const station of stations) {
    const last = tiers.at(-1);
    const first = last?.members[0]?.station;
    const fresh = member(station, station.row.options.weight);
    if (last !== undefined && first !== undefined && isSame(first, station)) {
      last.members.push(fresh);
    } else tiers.push({ members: [fresh], isFallback });
  }
  return tiers;
}
