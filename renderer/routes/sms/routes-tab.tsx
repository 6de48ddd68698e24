import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Route } from '../../../shared/model/route.ts';
import { client, orpc } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { ExplainBar } from './routing/explain-bar.tsx';
import { routeColumns } from './routing/route-columns.tsx';
import { RouteDialog } from './routing/route-dialog.tsx';
import { routeName } from './routing/route-form.ts';
import styles from './routing/routing.module.css';

/** By which rules messages find their way out, and which way one would go. */
export function RoutesTab(): ReactNode {
  const tools = useText();
  const { t } = tools;
  const notify = useNotify();
  const queries = useQueryClient();
  const [, setUrl] = useUrlState();
  const { data, error, refetch } = useQuery(orpc.routes.list.queryOptions({}));
  const gateways = useQuery(orpc.gateways.list.queryOptions({})).data?.gateways;
  const accounts = useQuery(orpc.accounts.list.queryOptions({})).data?.accounts;
  const [editing, setEditing] = useState<Route | 'new' | null>(null);
  const [removing, setRemoving] = useState<Route | null>(null);
  const setActive = useMutation({
    mutationFn: ({ id, active }: Pick<Route, 'id' | 'active'>) =>
      client.routes.update({ id, active }),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.routes.key() }),
    onError: notify.failed,
  });
  const { mutate } = setActive;
  const columns = useMemo(
    () =>
      routeColumns({
        tools,
        gateways: gateways ?? [],
        accounts: accounts ?? [],
        onActive: ({ id }, active) => {
          mutate({ id, active });
        },
        onEdit: setEditing,
        onRemove: setRemoving,
      }),
    [tools, gateways, accounts, mutate],
  );
  const stale = (): void => {
    void queries.invalidateQueries({ queryKey: orpc.routes.key() });
  };
  const nameOf = (route: Route): string => routeName(route, t('routesPage.prefixes.all'));
  const hasNoGateway = gateways?.length === 0;
  const add = (
    <Button
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => {
        setEditing('new');
      }}
    >
      {t('routesPage.add')}
    </Button>
  );
  return (
    <>
      <ExplainBar accounts={accounts ?? []} />
      {data !== undefined && data.routes.length > 0 ? (
        <div className={styles['bar']}>
          <p>{t('routesPage.rule')}</p>
          {add}
        </div>
      ) : null}
      {data === undefined && error !== null ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          name="routes"
          label={t('sms.tab.routes')}
          rows={data?.routes ?? []}
          columns={columns}
          rowId={(route) => route.id}
          rowName={nameOf}
          isLoading={data === undefined}
          openId={editing === null || editing === 'new' ? null : editing.id}
          onOpen={(id) => {
            setEditing(data?.routes.find((route) => route.id === id) ?? null);
          }}
          empty={
            hasNoGateway ? (
              <EmptyState
                title={t('routesPage.no-gateway.title')}
                text={t('routesPage.no-gateway.text')}
                action={
                  <Button
                    onClick={() => {
                      setUrl({ tab: '', add: 'choose' });
                    }}
                  >
                    {t('sms.empty.other')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title={t('routesPage.empty.title')}
                text={t('routesPage.empty.text')}
                action={add}
              />
            )
          }
        />
      )}
      <RouteDialog
        route={editing}
        gateways={gateways ?? []}
        accounts={accounts ?? []}
        onClose={() => {
          setEditing(null);
        }}
        onSaved={stale}
      />
      <ConfirmDialog
        isOpen={removing !== null}
        title={t('routesPage.remove.title', { name: removing === null ? '' : nameOf(removing) })}
        confirmLabel={t('common.remove')}
        onConfirm={async () => {
          if (removing === null) return;
          await client.routes.remove({ id: removing.id });
          stale();
          notify.done(t('routesPage.removed', { name: nameOf(removing) }));
        }}
        onClose={() => {
          setRemoving(null);
        }}
      >
        <p>{t('routesPage.remove.text')}</p>
      </ConfirmDialog>
    </>
  );
}
