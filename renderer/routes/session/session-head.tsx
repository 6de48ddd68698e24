import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Session } from '../../../shared/model/session.ts';
import { orpc } from '../../api/client.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SessionMark } from '../../components/session-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { Facts } from '../trace/facts.tsx';
import { SessionLength } from './session-time.tsx';
import styles from './session.module.css';

/** The alert that a session answered, as the way to its trace. */
function AnsweredAlert({ session }: { readonly session: Session }): ReactNode {
  const { t, format } = useText();
  const { data: alert } = useQuery({
    ...orpc.alerts.get.queryOptions({ input: { id: session.alertId ?? '' } }),
    enabled: session.alertId !== null,
  });
  if (session.alertId === null) return <span className="pd-soft">{t('session.alert.none')}</span>;
  return (
    <Link {...placeOf('trace', session.traceId)}>
      {alert === undefined
        ? t('devices.alerts.trace')
        : t('session.alert.of', { time: format.clock(alert.createdAt) })}
    </Link>
  );
}

/** Who, when, how much: the facts of a session, and the sentence why it did not end well. */
export function SessionHead({ session }: { readonly session: Session }): ReactNode {
  const { t, format } = useText();
  return (
    <>
      <p className={styles['state']}>
        <SessionMark session={session} />
        {session.reason === null ? null : <span>{t(`sessionReasons.${session.reason}`)}</span>}
      </p>
      <Facts
        facts={[
          [
            t('session.fact.account'),
            session.accountId === null ? (
              <span key="a">
                {session.accountAddress === '' ? t('session.not-let-in') : session.accountAddress}
              </span>
            ) : (
              <Link key="a" {...placeOf('account', session.accountId)}>
                {session.accountAddress}
              </Link>
            ),
          ],
          [
            t('session.fact.device'),
            session.deviceId === null ? (
              <Link key="d" to="/devices" search={{ state: 'pending' }}>
                {t('sync.unassigned')}
              </Link>
            ) : (
              <Link key="d" {...placeOf('device', session.deviceId)}>
                {session.deviceName}
              </Link>
            ),
          ],
          [
            t('session.fact.client'),
            <CopyText key="c" value={session.syncId} what={t('session.fact.client')} />,
          ],
          [t('session.fact.started'), <RelativeTime key="t" at={session.startedAt} />],
          [t('session.fact.took'), <SessionLength key="l" session={session} />],
          [t('session.fact.server-time'), format.duration(session.serverMs)],
          [t('session.fact.requests'), format.number(session.requests)],
          [
            t('session.fact.octets'),
            `${format.bytes(session.bytesIn)}, ${format.bytes(session.bytesOut)}`,
          ],
          [
            t('session.fact.version'),
            `SyncML ${session.version}, ${session.encoding.toUpperCase()}`,
          ],
          [
            t('session.fact.wire-id'),
            <span key="w" className="pd-mono">
              {session.wireId}
            </span>,
          ],
          [t('session.fact.alert'), <AnsweredAlert key="al" session={session} />],
        ]}
      />
    </>
  );
}
