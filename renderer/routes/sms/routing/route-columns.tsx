import { Button, Group, Switch } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { Route } from '../../../../shared/model/route.ts';
import type { DataColumn } from '../../../components/table/columns.ts';
import type { TextTools } from '../../../i18n/provider.tsx';
import { routeName } from './route-form.ts';

/** What {@link routeColumns} needs. */
export interface RouteColumnsDeps {
  readonly tools: Pick<TextTools, 't' | 'list'>;
  readonly gateways: readonly Gateway[];
  readonly accounts: readonly Account[];
  readonly onActive: (route: Route, active: boolean) => void;
  readonly onEdit: (route: Route) => void;
  readonly onRemove: (route: Route) => void;
}

/** The gateways of a route by name, with their weights where these count. */
function gatewayNames(route: Route, deps: RouteColumnsDeps): string {
  const { t, list } = deps.tools;
  return list(
    route.gateways.map(({ gatewayId, weight }) => {
      const gateway =
        deps.gateways.find(({ id }) => id === gatewayId)?.name ?? t('routesPage.gateway.removed');
      return route.order === 'weight'
        ? t('routesPage.gateway.weighted', { gateway, weight })
        : gateway;
    }),
  );
}

function accountNames(route: Route, deps: RouteColumnsDeps): string {
  const { t } = deps.tools;
  const { accountIds } = route;
  if (accountIds.length === 0) return t('routesPage.accounts.all');
  const only = deps.accounts.find(({ id }) => id === accountIds[0]);
  return accountIds.length === 1 && only !== undefined
    ? only.address
    : t('routesPage.accounts.some', { count: accountIds.length });
}

/** A text that may be cut off, whole on hover. */
function cut(text: string): ReactNode {
  return <span title={text}>{text}</span>;
}

/** The columns of the table of routes. */
export function routeColumns(deps: RouteColumnsDeps): readonly DataColumn<Route>[] {
  const { t, list } = deps.tools;
  const all = t('routesPage.prefixes.all');
  const nameOf = (route: Route): string => routeName(route, all);
  const prefixes = (route: Route): string =>
    list(route.prefixes.map((prefix) => (prefix === '' ? all : prefix)));
  return [
    {
      id: 'active',
      header: t('routesPage.column.active'),
      width: 'minmax(64px, 72px)',
      sortValue: ({ active }) => (active ? 0 : 1),
      cell: (route) => (
        <Switch
          aria-label={t('routesPage.active.label', { name: nameOf(route) })}
          // The row’s own control: a click on it does not open the row.
          wrapperProps={{
            onClick: (event: MouseEvent) => {
              event.stopPropagation();
            },
          }}
          checked={route.active}
          onChange={(event) => {
            deps.onActive(route, event.currentTarget.checked);
          }}
        />
      ),
    },
    {
      id: 'name',
      header: t('routesPage.column.name'),
      width: 'minmax(120px, 1.8fr)',
      canHide: false,
      sortValue: nameOf,
      cell: (route) => <strong>{nameOf(route)}</strong>,
    },
    {
      id: 'prefixes',
      header: t('routesPage.column.prefixes'),
      width: 'minmax(80px, 1fr)',
      sortValue: prefixes,
      cell: (route) => cut(prefixes(route)),
    },
    {
      id: 'accounts',
      header: t('routesPage.column.accounts'),
      width: 'minmax(80px, 1fr)',
      sortValue: (route) => accountNames(route, deps),
      cell: (route) => cut(accountNames(route, deps)),
    },
    {
      id: 'gateways',
      header: t('routesPage.column.gateways'),
      width: 'minmax(140px, 2.2fr)',
      cell: (route) => cut(gatewayNames(route, deps)),
    },
    {
      id: 'order',
      header: t('routesPage.column.order'),
      width: 'minmax(100px, 0.9fr)',
      sortValue: ({ order }) => order,
      cell: ({ order }) => t(`routesPage.order.${order}`),
    },
    {
      id: 'fallback',
      header: t('routesPage.column.fallback'),
      width: 'minmax(110px, 1fr)',
      sortValue: ({ fallback }) => (fallback ? 0 : 1),
      cell: ({ fallback }) => t(fallback ? 'routesPage.fallback.yes' : 'routesPage.fallback.no'),
    },
    {
      id: 'actions',
      header: t('common.actions'),
      width: 'minmax(130px, 150px)',
      canHide: false,
      align: 'end',
      cell: (route) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('routesPage.edit.label', { name: nameOf(route) })}
            onClick={(event) => {
              event.stopPropagation();
              deps.onEdit(route);
            }}
          >
            {t('common.edit')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            aria-label={t('routesPage.remove.label', { name: nameOf(route) })}
            onClick={(event) => {
              event.stopPropagation();
              deps.onRemove(route);
            }}
          >
            {t('common.remove')}
          </Button>
        </Group>
      ),
    },
  ];
}
