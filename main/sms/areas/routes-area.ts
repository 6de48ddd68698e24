import { AppError } from '../../../shared/model/errors.ts';
import type { FieldError } from '../../../shared/model/errors.ts';
import { routeLimits } from '../../../shared/model/route.ts';
import type { Route, RouteInput } from '../../../shared/model/route.ts';
import type { AreaService } from '../../api/services.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { RouteRow } from '../../store/sms-types.ts';
import type { Store } from '../../store/types.ts';
import type { GatewayPool } from '../queue/gateway-pool.ts';
import { smsNumber } from '../numbers.ts';
import type { RouteTable } from '../routing/route-table.ts';
import type { Router } from '../routing/router.ts';

/** What the area works with. */
export interface RoutesAreaDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly routes: RouteTable;
  readonly router: Router;
  readonly pool: Pick<GatewayPool, 'get'>;
}

type Given = {
  readonly [Name in Exclude<keyof RouteInput, 'gateways'>]?: RouteInput[Name] | undefined;
} & {
  readonly gateways?: readonly { gatewayId: string; weight?: number | undefined }[] | undefined;
};
type Settings = Omit<RouteRow, 'id' | 'createdAt'>;

const defaults: Settings = {
  name: '',
  active: true,
  prefixes: [''],
  accountIds: [],
  gateways: [],
  order: 'priority',
  fallback: true,
};

/** The area `routes` of the contract. */
export function createRoutesArea(deps: RoutesAreaDeps): AreaService<'routes'> {
  const { store, clock, ids, events, log, routes, router, pool } = deps;

  function found(id: string): RouteRow {
    const route = routes.get(id);
    if (route === undefined) throw new AppError('NOT_FOUND', { params: { id } });
    return route;
  }

  function tell(
    { id, name }: RouteRow,
    key: 'route.created' | 'route.updated' | 'route.removed',
    names?: string[],
  ): void {
    const params = { route: name, ...(names === undefined ? {} : { names }) };
    log.write({ level: 'info', area: 'sms', key, params });
    events.emit({ kind: 'route', id });
  }

  /** Throws INVALID_INPUT that names every faulty field. */
  async function checked(settings: Settings, given: Given): Promise<Settings> {
    const fields: FieldError[] = [];
    const path = given.gatewayId === undefined ? 'gateways' : 'gatewayId';
    const isGiven = given.gateways !== undefined || given.gatewayId !== undefined;
    if (isGiven && settings.gateways.length === 0) fields.push({ path, code: 'required' });
    const seen = new Set<string>();
    for (const [index, { gatewayId }] of settings.gateways.entries()) {
      const where = path === 'gatewayId' ? path : `gateways.${String(index)}.gatewayId`;
      if (pool.get(gatewayId) === undefined) fields.push({ path: where, code: 'unknown' });
      else if (seen.has(gatewayId)) fields.push({ path: where, code: 'duplicate' });
      seen.add(gatewayId);
    }
    for (const [index, id] of (given.accountIds ?? []).entries()) {
      const account = await store.accounts.get(id);
      if (account === undefined) {
        fields.push({ path: `accountIds.${String(index)}`, code: 'unknown' });
      }
    }
    if (fields.length > 0) throw new AppError('INVALID_INPUT', { fields });
    return settings;
  }

  /** A route without a name is called by the numbers that it is for, or else by its way out. */
  function nameOf({ name, prefixes, gateways }: Settings): string {
    if (name !== '') return name;
    const numbers = prefixes.filter((prefix) => prefix !== '').join(', ');
    const gatewayName = pool.get(gateways[0]?.gatewayId ?? '')?.row.name ?? '';
    return (numbers === '' ? gatewayName : numbers).slice(0, routeLimits.name);
  }

  return {
    list: () => Promise.resolve({ routes: routes.list() }),

    async create(input) {
      const given = { ...input, gateways: input.gateways ?? [] };
      const settings = await checked(changed(defaults, given), given);
      const made = { id: ids.next(), createdAt: clock.now() };
      const row: Route = { ...settings, ...made, name: nameOf(settings) };
      await store.routes.insert(row);
      routes.put(row);
      tell(row, 'route.created');
      return row;
    },

    async update({ id, ...input }) {
      const before = found(id);
      const { createdAt, ...rest } = before;
      const settings = await checked(changed(rest, input), input);
      const row: Route = { ...settings, id, createdAt, name: nameOf(settings) };
      const names = (Object.keys(defaults) as (keyof Settings)[]).filter(
        (name) => JSON.stringify(before[name]) !== JSON.stringify(row[name]),
      );
      if (names.length === 0) return row;
      await store.routes.update(row);
      routes.put(row);
      tell(row, 'route.updated', names);
      return row;
    },

    async remove({ id }) {
      const row = found(id);
      await store.routes.remove(id);
      routes.remove(id);
      tell(row, 'route.removed');
      return { done: true };
    },

    explain: ({ number, accountId }) =>
      // A number that is none is to reject, not to throw.
      Promise.resolve().then(() => router.explain(smsNumber(number), accountId ?? null)),
  };
}

/** The settings with what is given in their places; the singular words stand for lists of one. */
function changed(settings: Settings, given: Given): Settings {
  const gateways =
    given.gatewayId === undefined
      ? (given.gateways ?? settings.gateways)
      : [{ gatewayId: given.gatewayId }];
  const prefixes = given.prefix === undefined ? given.prefixes : [given.prefix];
  return {
    name: given.name ?? settings.name,
    active: given.active ?? settings.active,
    prefixes: prefixes === undefined ? settings.prefixes : sorted(prefixes),
    accountIds: given.accountIds === undefined ? settings.accountIds : unique(given.accountIds),
    gateways: gateways.map(({ gatewayId, weight = 1 }) => ({ gatewayId, weight })),
    order: given.order ?? settings.order,
    fallback: given.fallback ?? settings.fallback,
  };
}

/** No prefix at all is every number. */
function sorted(prefixes: readonly string[]): string[] {
  return prefixes.length === 0 ? [''] : unique(prefixes).sort();
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
