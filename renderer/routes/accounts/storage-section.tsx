import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { Section } from '../../components/section.tsx';
import { useText } from '../../i18n/provider.tsx';
import { seenFolders } from '../sync/data-place.ts';
import styles from './accounts.module.css';

/** What each folder of the account takes, with a way to what is in it. */
export function StorageSection({ account }: { readonly account: Account }): ReactNode {
  const { t, format } = useText();
  const { data, error, refetch } = useQuery(
    orpc.collections.list.queryOptions({ input: { accountId: account.id } }),
  );
  const own = seenFolders(account.id, data?.collections ?? [])
    .filter(({ group }) => group === 'own')
    .map(({ collection }) => collection);
  const items = own.reduce((sum, { itemCount }) => sum + itemCount, 0);
  const bytes = own.reduce((sum, collection) => sum + collection.bytes, 0);
  return (
    <Section
      title={t('accounts.data.storage')}
      text={t('accounts.data.storage-text')}
      aside={
        <Link to="/sync" search={{ tab: 'data', account: account.id }}>
          {t('accounts.data.browse')}
        </Link>
      }
    >
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <table className={styles['storage']}>
          <thead>
            <tr>
              <th scope="col">{t('accounts.data.column.folder')}</th>
              <th scope="col" className="pd-number">
                {t('accounts.data.column.items')}
              </th>
              <th scope="col" className="pd-number">
                {t('accounts.data.column.size')}
              </th>
              <th scope="col">{t('accounts.data.column.changed')}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((collection) => (
              <tr key={collection.id}>
                <th scope="row">
                  <Link
                    to="/sync"
                    search={{
                      tab: 'data',
                      account: account.id,
                      dataType: collection.dataType,
                      folder: collection.name,
                    }}
                  >
                    {collection.name === ''
                      ? t(`dataTypes.${collection.dataType}`)
                      : `${t(`dataTypes.${collection.dataType}`)} / ${collection.name}`}
                  </Link>
                </th>
                <td className="pd-number">{format.number(collection.itemCount)}</td>
                <td className="pd-number">{format.bytes(collection.bytes)}</td>
                <td>
                  <RelativeTime at={collection.changedAt} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('accounts.data.storage-total')}</th>
              <td className="pd-number">{format.number(items)}</td>
              <td className="pd-number">{format.bytes(bytes)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
    </Section>
  );
}
