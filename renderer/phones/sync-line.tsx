import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Phone } from '../../shared/model/phone.ts';
import { orpc } from '../api/client.ts';
import { StateShape } from '../components/state-mark.tsx';
import { useText } from '../i18n/provider.tsx';
import { placeOf } from '../routing/places.ts';
import styles from './phone-screen.module.css';
import { syncProblemOf } from './sync-problem.ts';
import type { SyncProblem } from './sync-problem.ts';

/** Problems that come before there is a session to look at. */
const withoutSession: ReadonlySet<SyncProblem> = new Set([
  'network',
  'certificate',
  'no-password',
  'no-settings',
]);

function ProblemLinks({ phone, problem }: { phone: Phone; problem: SyncProblem }): ReactNode {
  const { t } = useText();
  const { deviceId } = phone;
  const { data: device } = useQuery(
    orpc.devices.get.queryOptions({ input: { id: deviceId ?? '' }, enabled: deviceId !== null }),
  );
  const isServer = problem === 'network' || problem === 'certificate' || problem === 'off';
  const hasSession = !withoutSession.has(problem);
  const section = problem === 'off' ? 'sync' : 'devices';
  const isPassword = problem === 'password' || problem === 'no-password';
  return (
    <p className={styles['links']}>
      {isServer ? (
        <Link to="/settings" search={{ section }}>
          {t('phones.sync.settings')}
        </Link>
      ) : isPassword ? (
        device === undefined ? null : (
          <Link {...placeOf('account', device.accountId)}>{t('phones.sync.account')}</Link>
        )
      ) : deviceId === null ? null : (
        <Link {...placeOf('device', deviceId)}>{t('phones.sync.device')}</Link>
      )}
      {deviceId === null || !hasSession ? null : (
        <Link to="/devices" search={{ open: deviceId, tab: 'sessions' }}>
          {t('phones.sync.sessions')}
        </Link>
      )}
    </p>
  );
}

/** How the phone's session goes, or how the last one went, in the phone's own words. */
export function SyncLine({ phone }: { readonly phone: Phone }): ReactNode {
  const { t, format } = useText();
  const { sync } = phone;
  const counts = t('phones.sync.counts', {
    received: format.number(sync.received),
    sent: format.number(sync.sent),
  });
  const problem = syncProblemOf(sync, phone.profile.source);
  switch (sync.state) {
    case 'never':
      return (
        <div className={styles['sync']} data-state="never" role="status">
          {t('phones.sync.never')}
        </div>
      );
    case 'running':
      return (
        <div className={styles['sync']} data-state="running" role="status">
          <strong>{t('phones.sync.running')}</strong>
          <span>{counts}</span>
          <span className={styles['bar']} aria-hidden />
        </div>
      );
    case 'done':
      return (
        <div className={styles['sync']} data-state="done" role="status">
          <strong>
            <StateShape state="working" /> {t('phones.sync.done')}
            {sync.at === null ? null : (
              <span className={styles['when']}>{format.hour(sync.at)}</span>
            )}
          </strong>
          <span>{sync.received + sync.sent === 0 ? t('phones.sync.nothing') : counts}</span>
        </div>
      );
    case 'failed':
      return (
        <div className={styles['sync']} data-state="failed" role="alert">
          <strong>
            <StateShape state="failed" /> {t('phones.sync.failed')}
          </strong>
          {problem === null ? null : (
            <>
              <span>
                {problem === 'other'
                  ? t('phones.problem.other', { code: sync.problem ?? '' })
                  : t(`phones.problem.${problem}`)}
              </span>
              <ProblemLinks phone={phone} problem={problem} />
            </>
          )}
        </div>
      );
  }
}
