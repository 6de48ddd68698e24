import type { ReactNode } from 'react';
import type { Session, SessionDatastore, SessionProblem } from '../../../shared/model/session.ts';
import { syncModeCodes } from '../../../shared/model/session.ts';
import { useText } from '../../i18n/provider.tsx';
import { ProblemList } from './problem-list.tsx';
import { isRefused, shortCounts } from './session-facts.ts';
import type { SideCounts } from './session-facts.ts';
import { datastoreName } from './session-folders.tsx';
import { useStatusText } from './status-text.ts';
import styles from './session.module.css';

function Counts({ counts }: { readonly counts: SideCounts }): ReactNode {
  const { t, format } = useText();
  const short = shortCounts(counts, format.number);
  return (
    <>
      {short === '' && counts.failed === 0 ? (
        <span className="pd-soft">{t('session.folders.quiet')}</span>
      ) : (
        <span className={styles['figures']}>{short}</span>
      )}
      {counts.failed === 0 ? null : (
        <span className={styles['bad']}>
          {' '}
          {t('session.counts.failed', { count: counts.failed })}
        </span>
      )}
    </>
  );
}

function DatastoreRow({ datastore }: { readonly datastore: SessionDatastore }): ReactNode {
  const { t, format } = useText();
  const statusText = useStatusText();
  const { mode } = datastore;
  return (
    <tr>
      <td>
        {datastoreName(t, datastore)}
        <div className={styles['under']}>
          <span className="pd-mono">{datastore.uri}</span>
          {datastore.deviceUri === '' || datastore.deviceUri === datastore.uri
            ? null
            : `, ${t('session.folders.device-name', { name: datastore.deviceUri })}`}
        </div>
      </td>
      {isRefused(datastore) ? (
        <td colSpan={6} className={styles['bad']}>
          {t('session.folders.status', { status: statusText(datastore.status) })}
        </td>
      ) : (
        <>
          <td>
            {mode === null ? '–' : t(`syncModes.${mode}`)}
            {mode === null ? null : (
              <span className={styles['code']}> {String(syncModeCodes[mode])}</span>
            )}
          </td>
          <td>
            <Counts counts={datastore.fromClient} />
          </td>
          <td>
            <Counts counts={datastore.fromServer} />
          </td>
          {[datastore.matched, datastore.conflicts, datastore.held].map((count, index) => (
            <td key={index} className="pd-number">
              {count === 0 ? <span className="pd-soft">–</span> : format.number(count)}
            </td>
          ))}
        </>
      )}
    </tr>
  );
}

/** What {@link FoldersTab} shows. */
export interface FoldersTabProps {
  readonly session: Session;
  readonly problems: readonly SessionProblem[];
}

/** The datastores of a session with how and how much, and the problems below. */
export function FoldersTab({ session, problems }: FoldersTabProps): ReactNode {
  const { t } = useText();
  if (session.datastores.length === 0) {
    return (
      <>
        <p className="pd-soft">{t('session.folders.none')}</p>
        {problems.length === 0 ? null : <ProblemList problems={problems} />}
      </>
    );
  }
  return (
    <>
      <table className={styles['table']}>
        <caption className="pd-spoken">{t('session.tab.folders')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('session.folders.folder')}</th>
            <th scope="col">{t('session.folders.mode')}</th>
            <th scope="col">{t('session.folders.from-client')}</th>
            <th scope="col">{t('session.folders.from-server')}</th>
            <th scope="col" className="pd-number">
              {t('session.folders.matched')}
            </th>
            <th scope="col" className="pd-number">
              {t('session.folders.conflicts')}
            </th>
            <th scope="col" className="pd-number">
              {t('session.folders.held')}
            </th>
          </tr>
        </thead>
        <tbody>
          {session.datastores.map((datastore) => (
            <DatastoreRow key={`${datastore.uri} ${datastore.deviceUri}`} datastore={datastore} />
          ))}
        </tbody>
      </table>
      <h2 className={styles['heading']}>{t('session.problems.title')}</h2>
      {problems.length === 0 ? (
        <p className="pd-soft">{t('session.problems.none')}</p>
      ) : (
        <ProblemList problems={problems} />
      )}
    </>
  );
}
