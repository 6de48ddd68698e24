import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Change } from '../../../shared/model/change.ts';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import styles from './trace.module.css';

/** Changes that are shown at once; a burst may have thousands. */
const mostShown = 50;

/** The changes that hang together in a trace. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const { t, format } = useText();
  const shown = changes.slice(0, mostShown);
  return (
    <>
      <table className={styles['table']}>
        <caption className="pd-spoken">{t('trace.changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('common.time')}</th>
            <th scope="col">{t('trace.account')}</th>
            <th scope="col">{t('trace.folder')}</th>
            <th scope="col">{t('trace.source')}</th>
            <th scope="col">{t('trace.origin')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((change) => (
            <tr key={change.id}>
              <td className="pd-mono">{format.clock(change.at)}</td>
              <td>
                <Link {...placeOf('account', change.accountId)}>{change.accountAddress}</Link>
              </td>
              <td>{change.folder}</td>
              <td>{t(`changeSources.${change.source}`)}</td>
              <td>{change.origin ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === changes.length ? null : (
        <p className="pd-soft">
          {t('common.rowCountOf', {
            count: format.number(shown.length),
            total: format.number(changes.length),
          })}
        </p>
      )}
    </>
  );
}
