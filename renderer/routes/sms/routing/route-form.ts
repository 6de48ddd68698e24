import { routeInputSchema } from '../../../../shared/model/route.ts';
import type { Route, RouteInput } from '../../../../shared/model/route.ts';

/** What stands in the fields of a route. */
export interface RouteFormValues {
  readonly name: string;
  readonly active: boolean;
  /** None stands for every number. */
  readonly prefixes: readonly string[];
  readonly accountIds: readonly string[];
  /** Weights of the chosen gateways, by their ids. */
  readonly weights: Readonly<Record<string, number | string>>;
  readonly order: Route['order'];
  readonly fallback: boolean;
}

/** Fields of a new route. */
export const emptyRouteForm: RouteFormValues = {
  name: '',
  active: true,
  prefixes: [],
  accountIds: [],
  weights: {},
  order: 'priority',
  fallback: true,
};

/** The fields of a route as it is. */
export function routeToForm(route: Route): RouteFormValues {
  return {
    name: route.name,
    active: route.active,
    prefixes: route.prefixes.filter((prefix) => prefix !== ''),
    accountIds: route.accountIds,
    weights: Object.fromEntries(route.gateways.map(({ gatewayId, weight }) => [gatewayId, weight])),
    order: route.order,
    fallback: route.fallback,
  };
}

/** A prefix however it is written: `48`, `0048`, `+48 60`. */
export function tidyRoutePrefix(typed: string): string {
  const prefix = typed.replaceAll(/[\s().-]/gu, '').replace(/^00/u, '+');
  return /^[1-9]/u.test(prefix) ? `+${prefix}` : prefix;
}

/** The first prefix that is none; undefined when all are good. */
export function faultyPrefix(prefixes: readonly string[]): string | undefined {
  return prefixes.find((prefix) => !routeInputSchema.shape.prefix.safeParse(prefix).success);
}

/** What is sent to the service. */
export function formToRoute(values: RouteFormValues): RouteInput {
  return {
    name: values.name,
    active: values.active,
    prefixes: values.prefixes.length === 0 ? [''] : [...values.prefixes],
    accountIds: [...values.accountIds],
    gateways: Object.entries(values.weights).map(([gatewayId, weight]) => ({
      gatewayId,
      weight: Number(weight),
    })),
    order: values.order,
    fallback: values.fallback,
  };
}

/** How a route is called: by its name, else by the numbers that it is for. */
export function routeName(route: Pick<Route, 'name' | 'prefixes'>, all: string): string {
  if (route.name !== '') return route.name;
  const prefixes = route.prefixes.filter((prefix) => prefix !== '');
  return prefixes.length === 0 ? all : prefixes.join(', ');
}

/** The form's field of a field of the service; null for one that the form does not have. */
export function routeFieldOf(path: string): string | null {
  const first = path.split('.')[0] ?? path;
  if (first === 'gateways') return 'weights';
  return Object.hasOwn(emptyRouteForm, first) ? first : null;
}
