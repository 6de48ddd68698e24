import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import type { ChangeOutcome } from './change-outcome.ts';
import styles from './setup.module.css';

const outcomeKeys = {
  woke: 'setup.change.woke-only',
  sent: 'setup.change.sent',
  synced: 'setup.change.synced',
} as const;

/** What {@link OutcomeLine} shows. */
export interface OutcomeLineProps {
  readonly outcome: ChangeOutcome;
  readonly device: Device;
  readonly windowMs: number;
  readonly isSlow: boolean;
}

/** How far the change has come, in a sentence. */
export function OutcomeLine({ outcome, device, windowMs, isSlow }: OutcomeLineProps): ReactNode {
  const { t, format } = useText();
  const names = { device: device.name };
  switch (outcome.kind) {
    case 'waiting':
      return (
        <p className={styles['result']} role="status">
          <StateShape state={isSlow ? 'attention' : 'waiting'} />
          <span>
            {isSlow
              ? t('setup.change.slow')
              : t('setup.change.waiting', { seconds: format.number(windowMs / 1_000) })}{' '}
            {isSlow ? <Link to="/log">{t('setup.change.log')}</Link> : null}
          </span>
        </p>
      );
    case 'woke':
    case 'sent':
    case 'synced':
      return (
        <p className={styles['result']} role="status">
          <StateShape state={outcome.kind === 'woke' ? 'waiting' : 'working'} />
          <strong>
            {t(outcomeKeys[outcome.kind], {
              ...names,
              duration: format.duration(outcome.afterMs),
            })}
          </strong>
        </p>
      );
    case 'sync-failed':
      return (
        <p className={styles['result']} role="status">
          <StateShape state="failed" />
          <span>{t('setup.change.sync-failed', names)}</span>
        </p>
      );
    case 'failed': {
      const { reason } = outcome.branch.alert;
      return (
        <p className={styles['result']} role="status">
          <StateShape state="failed" />
          <span>
            {t('setup.change.failed', {
              reason: reason === null ? '' : t(`alertReasons.${reason}`),
            })}{' '}
            <Link {...placeOf('device', device.id)}>{t('setup.done.device', names)}</Link>
          </span>
        </p>
      );
    }
  }
}
