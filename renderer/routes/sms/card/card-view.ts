import type { Gateway } from '../../../../shared/model/gateway.ts';

/** How strong a signal is, in words and in bars of four. */
export interface SignalView {
  readonly word: 'excellent' | 'good' | 'fair' | 'weak' | 'none';
  readonly bars: 0 | 1 | 2 | 3 | 4;
}

/** A signal in dBm as phones show it; below -110 dBm (27.007 §8.5) nothing is left of it. */
export function signalView(dbm: number): SignalView {
  if (dbm >= -73) return { word: 'excellent', bars: 4 };
  if (dbm >= -83) return { word: 'good', bars: 3 };
  if (dbm >= -93) return { word: 'fair', bars: 2 };
  if (dbm > -110) return { word: 'weak', bars: 1 };
  return { word: 'none', bars: 0 };
}

/** How much of a limit is used. */
export interface BudgetView {
  readonly period: 'minute' | 'day' | 'month';
  readonly used: number;
  readonly limit: number;
  /** 0 to 100; more than all is still all. */
  readonly percent: number;
  readonly level: 'calm' | 'near' | 'full';
}

/** Share of a limit from which on it is warned of, in percent. */
const nearPercent = 80;

function budget(period: BudgetView['period'], used: number, limit: number | null): BudgetView[] {
  if (limit === null) return [];
  const percent = Math.min(100, Math.floor((used / limit) * 100));
  const level = used >= limit ? 'full' : percent >= nearPercent ? 'near' : 'calm';
  return [{ period, used, limit, percent, level }];
}

/** The limits that a gateway has, the shortest time first. */
export function budgetViews(
  gateway: Pick<
    Gateway,
    'perMinute' | 'perDay' | 'perMonth' | 'perMinuteNow' | 'partsToday' | 'partsThisMonth'
  >,
): readonly BudgetView[] {
  return [
    ...budget('minute', gateway.perMinuteNow, gateway.perMinute),
    ...budget('day', gateway.partsToday, gateway.perDay),
    ...budget('month', gateway.partsThisMonth, gateway.perMonth),
  ];
}

/** What the breaker says: nothing while it is closed or the gateway is off. */
export type BreakerView =
  | { readonly kind: 'none' }
  | { readonly kind: 'half-open' }
  | { readonly kind: 'due' }
  /** Whole seconds until the next try. */
  | { readonly kind: 'open'; readonly seconds: number };

/** How long a failing gateway is still left alone at the instant `now`. */
export function breakerView(
  gateway: Pick<Gateway, 'active' | 'breaker' | 'retryAt'>,
  now: number,
): BreakerView {
  if (!gateway.active || gateway.breaker === 'closed') return { kind: 'none' };
  if (gateway.breaker === 'half-open') return { kind: 'half-open' };
  const left = (gateway.retryAt ?? now) - now;
  return left <= 0 ? { kind: 'due' } : { kind: 'open', seconds: Math.ceil(left / 1_000) };
}

/** Where the focus goes in a grid of cards. Null for a key that moves nothing. */
export function cardMove(
  key: string,
  index: number,
  count: number,
  columns: number,
): number | null {
  const to: Readonly<Record<string, number>> = {
    ArrowRight: index + 1,
    ArrowLeft: index - 1,
    ArrowDown: index + columns,
    ArrowUp: index - columns,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined || next < 0 || next >= count ? null : next;
}
