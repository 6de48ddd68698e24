import type { Route } from '../../shared/model/route.ts';
import type { BudgetScope, CostGroup } from '../../shared/model/sms-account.ts';

/** A route as it is stored. */
export type RouteRow = Route;

export interface RoutesRepository {
  insert(row: RouteRow): Promise<void>;
  update(row: RouteRow): Promise<void>;
  remove(id: string): Promise<void>;
  /** Oldest first. */
  list(): Promise<RouteRow[]>;
}

/** Price of one SMS part by a gateway to numbers that begin so. */
export interface PriceRow {
  readonly gatewayId: string;
  readonly prefix: string;
  readonly price: number;
}

export interface PricesRepository {
  /** Takes the place of all prices of the gateway. */
  replace(gatewayId: string, prices: readonly Omit<PriceRow, 'gatewayId'>[]): Promise<void>;
  /** By gateway, then prefix. */
  list(): Promise<PriceRow[]>;
}

/** How many SMS parts somebody may use; an empty target is the rule for all without an own one. */
export interface BudgetRow {
  readonly scope: BudgetScope;
  readonly target: string;
  readonly perMinute: number | null;
  readonly perDay: number | null;
  readonly perMonth: number | null;
}

export interface BudgetsRepository {
  set(row: BudgetRow): Promise<void>;
  remove(scope: BudgetScope, target: string): Promise<void>;
  list(): Promise<BudgetRow[]>;
  /** Messages that wait for a budget are due at `now`: it may have room for them. */
  releaseWaiting(now: number): Promise<void>;
}

/** What gateways accepted on one day (`2026-11-22`) of one owner; an empty id is nobody. */
export interface UsageRow {
  readonly day: string;
  readonly gatewayId: string;
  readonly accountId: string;
  readonly deviceId: string;
  readonly userId: string;
  readonly messages: number;
  readonly parts: number;
  readonly delivered: number;
  readonly failed: number;
  /** Sum of what is priced. */
  readonly cost: number;
  /** Parts for which no price was known. */
  readonly unpriced: number;
}

/** SMS parts that somebody has used. */
export interface UsageTotals {
  readonly scope: 'gateway' | 'account' | 'device' | 'user';
  readonly id: string;
  readonly today: number;
  readonly thisMonth: number;
}

/** One line of a report: a month and what the report is grouped by. */
export interface UsageLine {
  readonly month: string;
  /** Empty is nobody; the month where the report is grouped by months alone. */
  readonly id: string;
  readonly messages: number;
  readonly parts: number;
  readonly delivered: number;
  readonly failed: number;
  readonly cost: number;
  readonly unpriced: number;
}

export interface UsageRepository {
  /** Adds counts to what is stored of the same day and owner. */
  add(rows: readonly UsageRow[]): Promise<void>;
  /** What everybody has used since the first day of the month of `day`. */
  totals(day: string): Promise<UsageTotals[]>;
  /** By month, then what it is grouped by; both months (`2026-11`) are included. */
  report(from: string, to: string, by: CostGroup): Promise<UsageLine[]>;
  /** Names of gateways, accounts, devices and SMS users that are gone. */
  removedNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
