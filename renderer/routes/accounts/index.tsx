import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { useAccountColumns } from './account-columns.tsx';
import { AccountPanel } from './account-panel.tsx';
import {
  accountGroups,
  accountHasText,
  accountRows,
  isInGroup,
  readAccountFilter,
} from './account-state.ts';
import { NewAccount } from './new-account.tsx';

/**
 * All accounts. In the URL: `state` and `text` filter; `open` and `tab` say what the side panel
 * shows; `add` opens the dialog for a new one.
 */
export function AccountsPage(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const { group, text } = readAccountFilter(url);
  const accounts = useQuery(orpc.accounts.list.queryOptions({}));
  const devices = useQuery(orpc.devices.list.queryOptions({}));
  const columns = useAccountColumns();
  const all = useMemo(
    () => accountRows(accounts.data?.accounts ?? [], devices.data?.devices ?? []),
    [accounts.data, devices.data],
  );
  const fitting = useMemo(
    () => all.filter((row) => accountHasText(row.account, text)),
    [all, text],
  );
  const rows = useMemo(
    () => (group === undefined ? fitting : fitting.filter((row) => isInGroup(row, group))),
    [fitting, group],
  );
  const setText = useCallback(
    (value: string) => {
      setUrl({ text: value });
    },
    [setUrl],
  );
  const openId = url['open'] ?? null;
  const open = (id: string | null): void => {
    setUrl({ open: id ?? '', ...(id === null ? { tab: '' } : {}) });
  };
  const add = (
    <Button
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => {
        setUrl({ add: 'yes' });
      }}
    >
      {t('accounts.add')}
    </Button>
  );
  const empty =
    all.length > 0 ? (
      <EmptyState
        title={t('accounts.none-match.title')}
        text={t('accounts.none-match.text')}
        action={
          <Button
            variant="default"
            onClick={() => {
              setUrl({ state: '', text: '' });
            }}
          >
            {t('common.clearFilters')}
          </Button>
        }
      />
    ) : (
      <EmptyState
        title={t('accounts.empty.title')}
        text={t('accounts.empty.text')}
        action={
          <>
            {add} <Link to="/setup">{t('accounts.empty.setup')}</Link>
          </>
        }
      />
    );

  return (
    <Page
      title={t('accounts.title')}
      isFilled
      toolbar={
        <>
          <FilterChips
            label={t('accounts.column.state')}
            value={group ?? ''}
            onChange={(state) => {
              setUrl({ state });
            }}
            chips={[
              { value: '', label: t('accounts.filter.all'), count: fitting.length },
              ...accountGroups
                .map((value) => ({
                  value,
                  label: t(`accounts.filter.${value}`),
                  count: fitting.filter((row) => isInGroup(row, value)).length,
                  state: value === 'attention' ? ('attention' as const) : ('off' as const),
                }))
                .filter((chip) => chip.count > 0 || chip.value === group),
            ]}
          />
          <SearchField label={t('accounts.search')} value={text} onChange={setText} />
        </>
      }
      actions={add}
      aside={
        openId === null ? null : (
          <AccountPanel
            id={openId}
            onClose={() => {
              open(null);
            }}
          />
        )
      }
    >
      {accounts.error !== null && accounts.data === undefined ? (
        <ErrorNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : (
        <DataTable
          name="accounts"
          label={t('accounts.title')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.account.id}
          rowName={(row) => row.account.address}
          defaultSort="address"
          openId={openId}
          onOpen={open}
          isLoading={accounts.isPending}
          empty={empty}
          foot={t('accounts.summary', {
            accounts: all.length,
            devices: devices.data?.total ?? 0,
          })}
        />
      )}
      <NewAccount
        isOpen={url['add'] !== undefined}
        onClose={() => {
          setUrl({ add: '' });
        }}
        onCreated={(account) => {
          setUrl({
            add: '',
            open: account.id,
            tab: account.mailbox === null ? 'devices' : 'details',
          });
        }}
      />
    </Page>
  );
}
