import { Button, Switch } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { orpc } from '../../api/client.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { itemName, useItemColumns } from './data-item-columns.tsx';
import type { SeenFolder } from './data-place.ts';
import styles from './data.module.css';

/** Items that are read at once; further ones when the end of the table comes near. */
const pageSize = 1_000;

/** What {@link DataItems} needs. */
export interface DataItemsProps {
  readonly account: Account;
  readonly folder: SeenFolder;
}

/** The items of one folder. */
export function DataItems({ account, folder }: DataItemsProps): ReactNode {
  const { t, format } = useText();
  const [url, setUrl] = useUrlState();
  const text = url['text'] ?? '';
  const withDeleted = url['deleted'] !== undefined;
  const { collection } = folder;
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(
      orpc.items.list.infiniteOptions({
        input: (offset: number) => ({
          accountId: account.id,
          dataType: collection.dataType,
          folder: folder.folder,
          ...(text === '' ? {} : { text }),
          withDeleted,
          offset,
          limit: pageSize,
        }),
        initialPageParam: 0,
        getNextPageParam: (last, all) => {
          const loaded = all.reduce((sum, page) => sum + page.items.length, 0);
          return last.items.length === 0 || loaded >= last.total ? undefined : loaded;
        },
        placeholderData: keepPreviousData,
      }),
    );
  const items = useMemo(() => {
    // A change between two readings may move an item from one page into the next.
    const byId = new Map(data?.pages.flatMap((page) => page.items.map((item) => [item.id, item])));
    return [...byId.values()];
  }, [data]);
  const total = data?.pages[0]?.total ?? 0;
  const columns = useItemColumns(!hasNextPage);
  const setText = useCallback(
    (value: string) => {
      setUrl({ text: value });
    },
    [setUrl],
  );
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <div className={styles['bar']}>
        <CopyText value={folder.uri} what={t('collections.new.uri')} />
        <span className="pd-soft">
          {t('items.folder-line', {
            count: collection.itemCount,
            size: format.bytes(collection.bytes),
          })}
        </span>
        {folder.access === 'read' ? (
          <span className={styles['tag']}>{t('collections.access.read')}</span>
        ) : null}
        <Button
          variant="default"
          size="compact-sm"
          ml="auto"
          onClick={() => {
            setUrl({ panel: 'folder', open: '', view: '' });
          }}
        >
          {t('items.folder-panel')}
        </Button>
      </div>
      <div className={styles['bar']}>
        <SearchField label={t('items.search')} value={text} onChange={setText} />
        <Switch
          label={t('items.show-deleted')}
          checked={withDeleted}
          onChange={(event) => {
            setUrl({ deleted: event.currentTarget.checked ? 'yes' : '' });
          }}
        />
      </div>
      <DataTable
        name="items"
        label={folder.uri}
        rows={items}
        columns={columns}
        rowId={(item) => item.id}
        rowName={(item) => itemName(item, t)}
        openId={url['open'] ?? null}
        onOpen={(id) => {
          setUrl({ open: id ?? '', panel: '', ...(id === null ? { view: '' } : {}) });
        }}
        onEnd={readOn}
        isLoading={isPending}
        empty={
          text === '' ? (
            <EmptyState
              title={t('items.empty.title')}
              text={t('items.empty.text', { uri: folder.uri })}
              action={
                <Link to="/devices" search={{ account: account.id }}>
                  {t('items.empty.devices')}
                </Link>
              }
            />
          ) : (
            <EmptyState
              title={t('items.none-match.title')}
              text={t('items.none-match.text')}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setText('');
                  }}
                >
                  {t('common.clearFilters')}
                </Button>
              }
            />
          )
        }
        foot={
          items.length < total
            ? t('items.count', {
                shown: format.number(items.length),
                total: format.number(total),
              })
            : null
        }
      />
    </>
  );
}
