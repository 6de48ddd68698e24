import type { ReactNode } from 'react';
import type { Session, SessionDatastore } from '../../../shared/model/session.ts';
import { useText } from '../../i18n/provider.tsx';
import type { TextTools } from '../../i18n/provider.tsx';
import {
  folderInUri,
  isRefused,
  liveliness,
  sessionTroubles,
  shortDatastore,
} from './session-facts.ts';
import styles from './session.module.css';

/** What a person calls a datastore: `contacts`, `contacts/Sales`, or its URI where it means nothing. */
export function datastoreName(
  t: TextTools['t'],
  { dataType, uri }: Pick<SessionDatastore, 'dataType' | 'uri'>,
): string {
  if (dataType === null) return uri;
  const folder = folderInUri(uri);
  return folder === '' ? t(`dataTypes.${dataType}`) : `${t(`dataTypes.${dataType}`)}/${folder}`;
}

/** The same as the short line, in words for those who hear it. */
function spoken(t: TextTools['t'], { fromClient, fromServer }: SessionDatastore): string {
  return `${t('session.counts.from-client', fromClient)}; ${t('session.counts.from-server', fromServer)}`;
}

/** The folders of a session with what was changed, in one line: `contacts ↑ +12 ~3 ↓ +4`. */
export function SessionFolders({
  session,
}: {
  readonly session: Pick<Session, 'datastores'>;
}): ReactNode {
  const { t, list, format } = useText();
  const { lively, quiet } = liveliness(session.datastores);
  return (
    <span className={styles['counts']}>
      {lively.map((datastore) => (
        <span key={`${datastore.uri} ${datastore.deviceUri}`} title={spoken(t, datastore)}>
          {datastoreName(t, datastore)}{' '}
          {isRefused(datastore) ? (
            <span className={styles['bad']}>
              {t('session.folders.status', { status: String(datastore.status) })}
            </span>
          ) : (
            <>
              <span className={styles['figures']} aria-hidden>
                {shortDatastore(datastore, format.number)}
              </span>
              <span className="pd-spoken">{spoken(t, datastore)}</span>
            </>
          )}
        </span>
      ))}
      {quiet.length === 0 ? null : (
        <span className="pd-soft">
          {t('session.counts.quiet', {
            folders: list(quiet.map((datastore) => datastoreName(t, datastore))),
          })}
        </span>
      )}
    </span>
  );
}

/** What did not go smoothly, in words: `2 items failed, 1 conflict`; null where all did. */
export function useTroubleText(): (session: Pick<Session, 'datastores'>) => string | null {
  const { t, list } = useText();
  return (session) => {
    const { failed, conflicts, held, folders } = sessionTroubles(session);
    const words = [
      ...(folders === 0 ? [] : [t('session.trouble.folders', { count: folders })]),
      ...(failed === 0 ? [] : [t('session.trouble.failed', { count: failed })]),
      ...(held === 0 ? [] : [t('session.trouble.held', { count: held })]),
      ...(conflicts === 0 ? [] : [t('session.trouble.conflicts', { count: conflicts })]),
    ];
    return words.length === 0 ? null : list(words);
  };
}
