import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '../../shared/model/system.ts';
import type { StateMark as State } from '../../shared/model/words.ts';
import { useConnection } from '../api/connection.ts';
import { StateMark } from '../components/state-mark.tsx';
import { useText } from '../i18n/provider.tsx';
import type { TextTools } from '../i18n/provider.tsx';
import { PhonesButton } from '../phones/index.tsx';
import { attentionView } from '../state/attention.ts';
import styles from './side-nav.module.css';

/** The worst of what the overview tells, and its sentence. */
export function overallState(
  overview: Pick<Overview, 'engine' | 'attention' | 'devices' | 'gateways'>,
  t: TextTools['t'],
): { readonly state: State; readonly word: string } {
  const failed = overview.attention.filter((item) => item.level === 'failed').length;
  const count = attentionView(overview).total;
  if (!overview.engine.active) return { state: 'off', word: t('nav.stateOff') };
  if (failed > 0) return { state: 'failed', word: t('nav.stateFailed', { count: failed }) };
  if (count > 0) return { state: 'attention', word: t('nav.stateAttention', { count }) };
  if (overview.engine.state === 'waiting') return { state: 'waiting', word: t('nav.stateWaiting') };
  if (overview.engine.state === 'paused') return { state: 'paused', word: t('nav.statePaused') };
  return { state: 'working', word: t('nav.stateWorking') };
}

/** The foot of the navigation: how it all stands, in two lines, and the virtual phones. */
export function EngineFoot({ overview }: { readonly overview: Overview | undefined }): ReactNode {
  const { t } = useText();
  const connection = useConnection((store) => store.state);
  return (
    <div className={styles['foot']}>
      <PhonesButton />
      {overview === undefined || connection !== 'live' ? (
        <StateMark
          state={connection === 'offline' ? 'failed' : 'waiting'}
          word={t(connection === 'offline' ? 'nav.offline' : 'nav.connecting')}
        />
      ) : (
        <Link to="/" className={styles['state']}>
          <StateMark {...overallState(overview, t)} />
          <span className={styles['queue']}>
            {overview.alertsToday.waiting === 0
              ? t('nav.queueIdle')
              : t('nav.queueBusy', { count: overview.alertsToday.waiting })}
          </span>
        </Link>
      )}
    </div>
  );
}
