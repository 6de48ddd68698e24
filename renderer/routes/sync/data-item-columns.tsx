import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ItemOrigin, ItemSummary } from '../../../shared/model/item.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { DataColumn } from '../../components/table/columns.ts';
import { useText } from '../../i18n/provider.tsx';
import type { TextTools } from '../../i18n/provider.tsx';
import styles from './data.module.css';

/** Who made a version: a device by its name, the console or the server. */
export function originName(origin: ItemOrigin, t: TextTools['t']): string {
  return origin.kind === 'device' && origin.name !== ''
    ? origin.name
    : t(`items.by.${origin.kind}`);
}

/** What an item is called on screen. */
export function itemName({ title }: Pick<ItemSummary, 'title'>, t: TextTools['t']): string {
  return title === '' ? t('items.untitled') : title;
}

function Title({ item }: { readonly item: ItemSummary }): ReactNode {
  const { t } = useText();
  const name = itemName(item, t);
  if (item.deletedAt === null) {
    return item.title === '' ? <span className="pd-soft">{name}</span> : name;
  }
  return (
    <span className={styles['deleted']}>
      <s>{name}</s> <span className={styles['tag']}>{t('items.deleted')}</span>
    </span>
  );
}

/**
 * The columns of the items of a folder. They sort only while all items are there: sorting a part of
 * them would show a wrong first one.
 */
export function useItemColumns(canSort: boolean): readonly DataColumn<ItemSummary>[] {
  const { t, format } = useText();
  return useMemo(() => {
    const sorted = (value: (item: ItemSummary) => string | number) =>
      canSort ? { sortValue: value } : {};
    return [
      {
        id: 'title',
        header: t('items.column.title'),
        width: 'minmax(150px, 1.6fr)',
        canHide: false,
        cell: (item) => <Title item={item} />,
        ...sorted((item) => item.title),
      },
      {
        id: 'second',
        header: t('items.column.second'),
        width: 'minmax(110px, 1.3fr)',
        cell: (item) => <span className="pd-soft">{item.subtitle}</span>,
        ...sorted((item) => item.subtitle),
      },
      {
        id: 'changed',
        header: t('items.column.changed'),
        width: 'minmax(100px, 0.7fr)',
        cell: (item) => <RelativeTime at={item.deletedAt ?? item.modifiedAt} />,
        ...sorted((item) => item.deletedAt ?? item.modifiedAt),
      },
      {
        id: 'by',
        header: t('items.column.by'),
        width: 'minmax(100px, 0.8fr)',
        cell: (item) => originName(item.origin, t),
        ...sorted((item) => originName(item.origin, t)),
      },
      {
        id: 'created',
        header: t('items.column.created'),
        isHidden: true,
        cell: (item) => <RelativeTime at={item.createdAt} />,
        ...sorted((item) => item.createdAt),
      },
      {
        id: 'size',
        header: t('items.column.size'),
        width: '90px',
        align: 'end',
        isHidden: true,
        cell: (item) => format.bytes(item.bytes),
        ...sorted((item) => item.bytes),
      },
    ];
  }, [t, format, canSort]);
}
