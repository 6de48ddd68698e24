import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { link } from '../api/client.ts';
import { useConnection } from '../api/connection.ts';
import { StateMark } from '../components/state-mark.tsx';
import { useText } from '../i18n/provider.tsx';
import styles from './frame.module.css';

/** Says that the services do not answer, and what that means. Nothing while they do. */
export function ConnectionBanner(): ReactNode {
  const { t } = useText();
  const { state, wasLive } = useConnection();
  if (state === 'live' || state === 'signed-out') return null;
  if (state === 'connecting' && !wasLive) return null;
  return (
    <div className={styles['banner']} role="status">
      <StateMark
        state={state === 'offline' ? 'failed' : 'waiting'}
        word={t(state === 'offline' ? 'nav.offline' : 'nav.connecting')}
      />
      <span className={styles['hint']}>{t('nav.offlineHint')}</span>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          link.connect();
        }}
      >
        {t('nav.reconnect')}
      </Button>
    </div>
  );
}
