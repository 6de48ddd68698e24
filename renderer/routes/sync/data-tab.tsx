import { Button } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { DataFolderPanel } from './data-folder-panel.tsx';
import { DataFolders } from './data-folders.tsx';
import { DataItemPanel } from './data-item-panel.tsx';
import { DataItems } from './data-items.tsx';
import { DataNewFolder } from './data-new-folder.tsx';
import { findFolder, placeValues, readDataPlace, seenFolders } from './data-place.ts';
import styles from './data.module.css';

const noAccounts: readonly Account[] = [];

/**
 * What lies on the server, by account and folder. In the URL: `account`, `dataType` and `folder` say
 * where; `text` and `deleted` which items; `open` and `view` the panel of an item, `panel` that of the
 * folder, `add` the dialog of a new one.
 */
export function DataTab(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const place = readDataPlace(url);
  const accountsQuery = useQuery(orpc.accounts.list.queryOptions({}));
  const accounts = accountsQuery.data?.accounts ?? noAccounts;
  const account =
    place.accountId === undefined ? accounts[0] : accounts.find(({ id }) => id === place.accountId);
  const accountId = account?.id;
  const collections = useQuery(
    orpc.collections.list.queryOptions({
      input: accountId === undefined ? skipToken : { accountId },
    }),
  );
  const folders = useMemo(
    () =>
      accountId === undefined ? [] : seenFolders(accountId, collections.data?.collections ?? []),
    [accountId, collections.data],
  );
  const folder = findFolder(folders, place);
  const error = accountsQuery.error ?? collections.error;

  if (
    accountsQuery.data === undefined ||
    (accountId !== undefined && collections.data === undefined)
  ) {
    return error === null ? (
      <p className={styles['loading']}>{t('common.loading')}</p>
    ) : (
      <ErrorNotice
        error={error}
        onRetry={() => {
          void accountsQuery.refetch();
          void collections.refetch();
        }}
      />
    );
  }
  if (accounts.length === 0) {
    return (
      <EmptyState
        title={t('items.no-accounts.title')}
        text={t('items.no-accounts.text')}
        action={
          <Link to="/accounts" search={{ add: 'yes' }}>
            {t('accounts.add')}
          </Link>
        }
      />
    );
  }
  const close = (): void => {
    setUrl({ open: '', view: '', panel: '' });
  };
  const panel =
    folder !== undefined && account !== undefined && url['panel'] === 'folder' ? (
      <DataFolderPanel
        key={folder.collection.id}
        account={account}
        accounts={accounts}
        folder={folder}
        onClose={close}
      />
    ) : url['open'] === undefined ? null : (
      <DataItemPanel key={url['open']} id={url['open']} onClose={close} />
    );

  return (
    <div className={styles['browser']}>
      <DataFolders accounts={accounts} account={account} folders={folders} chosen={folder} />
      <div className={styles['content']}>
        {folder === undefined || account === undefined ? (
          <EmptyState
            title={t('items.no-folder.title')}
            text={t('items.no-folder.text')}
            action={
              <Button
                variant="default"
                onClick={() => {
                  setUrl({ dataType: '', folder: '', open: '', panel: '' });
                }}
              >
                {t('items.no-folder.action')}
              </Button>
            }
          />
        ) : (
          <DataItems key={folder.collection.id} account={account} folder={folder} />
        )}
      </div>
      {panel}
      <DataNewFolder
        isOpen={url['add'] === 'folder'}
        account={account}
        onClose={() => {
          setUrl({ add: '' });
        }}
        onCreated={(created) => {
          setUrl({
            add: '',
            open: '',
            text: '',
            panel: 'folder',
            ...placeValues(account?.id ?? '', created),
          });
        }}
      />
    </div>
  );
}
