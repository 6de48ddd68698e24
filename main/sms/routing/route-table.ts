import type { Stop } from '../../platform/clock.ts';
import type { RouteRow } from '../../store/sms-types.ts';
import type { MessageRow } from '../../store/types.ts';

/** The route that applies to a message, and the prefix by which it does. */
export interface RouteMatch {
  readonly route: RouteRow;
  readonly prefix: string;
}

/** Routes by the prefix that they name; of several with the same prefix the oldest. */
type ByPrefix = Map<string, RouteRow>;

/** The routes, in memory, so that finding one takes as long with a thousand as with one. */
export class RouteTable {
  readonly #routes = new Map<string, RouteRow>();
  readonly #listeners = new Set<() => void>();
  #forAll: ByPrefix = new Map();
  #byAccount = new Map<string, ByPrefix>();
  #longest = 0;

  load(rows: readonly RouteRow[]): void {
    this.#routes.clear();
    for (const row of rows) this.#routes.set(row.id, row);
    this.#index();
  }

  /** Takes new routes, or the new settings of some. Even without any, lanes may have changed. */
  put(...rows: readonly RouteRow[]): void {
    for (const row of rows) this.#routes.set(row.id, row);
    this.#changed();
  }

  remove(id: string): void {
    this.#routes.delete(id);
    this.#changed();
  }

  /** The routes that lead to a gateway, without it. Changes nothing: see {@link put}. */
  without(gatewayId: string): RouteRow[] {
    return this.list()
      .filter(({ gateways }) => gateways.some((each) => each.gatewayId === gatewayId))
      .map((route) => ({
        ...route,
        gateways: route.gateways.filter((each) => each.gatewayId !== gatewayId),
      }));
  }

  get(id: string): RouteRow | undefined {
    return this.#routes.get(id);
  }

  /** Oldest first. */
  list(): RouteRow[] {
    return [...this.#routes.values()];
  }

  /** Calls back whenever messages may have to go another way, until stopped. */
  onChange(listener: () => void): Stop {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * The route of a message: of those that match, one that names the account goes before one for all,
   * then the longest prefix, then the oldest. Undefined: none does.
   */
  match({ number, accountId }: Pick<MessageRow, 'number' | 'accountId'>): RouteMatch | undefined {
    const own = accountId === null ? undefined : this.#byAccount.get(accountId);
    return (own && this.#longestMatch(own, number)) ?? this.#longestMatch(this.#forAll, number);
  }

  /**
   * Which gateways may take a message: `gateway:<id>` when it is bound to one, `route:<id>`, or empty
   * for all.
   */
  laneOf(message: Pick<MessageRow, 'number' | 'accountId' | 'gatewayId'>): string {
    if (message.gatewayId !== null) return `gateway:${message.gatewayId}`;
    const match = this.match(message);
    return match === undefined ? '' : `route:${match.route.id}`;
  }

  #longestMatch(routes: ByPrefix, number: string): RouteMatch | undefined {
    if (routes.size === 0) return undefined;
    for (let length = Math.min(this.#longest, number.length); length >= 0; length -= 1) {
      const prefix = number.slice(0, length);
      const route = routes.get(prefix);
      if (route !== undefined) return { route, prefix };
    }
    return undefined;
  }

  #changed(): void {
    this.#index();
    for (const listener of this.#listeners) listener();
  }

  /** A route that is off, or that has lost its last gateway, is as good as none. */
  #index(): void {
    this.#forAll = new Map();
    this.#byAccount = new Map();
    this.#longest = 0;
    const oldestFirst = this.list().sort(
      (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
    );
    for (const route of oldestFirst) {
      if (!route.active || route.gateways.length === 0) continue;
      if (route.accountIds.length === 0) this.#add(this.#forAll, route);
      for (const id of route.accountIds) {
        const known = this.#byAccount.get(id) ?? new Map<string, RouteRow>();
        this.#byAccount.set(id, known);
        this.#add(known, route);
      }
    }
  }

  #add(routes: ByPrefix, route: RouteRow): void {
    for (const prefix of route.prefixes) {
      if (!routes.has(prefix)) routes.set(prefix, route);
      this.#longest = Math.max(this.#longest, prefix.length);
    }
  }
}
