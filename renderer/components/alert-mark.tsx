import type { ReactNode } from 'react';
import type { Alert, AlertReason, AlertState } from '../../shared/model/alert.ts';
import type { StateMark as State } from '../../shared/model/words.ts';
import { useText } from '../i18n/provider.tsx';
import { StateMark } from './state-mark.tsx';

const byState: Readonly<Record<AlertState, State>> = {
  planned: 'waiting',
  queued: 'waiting',
  sent: 'working',
  delivered: 'working',
  answered: 'working',
  expired: 'off',
  failed: 'failed',
  suppressed: 'off',
};

/** The mark of an alert's state. What was kept back by a pause shows as paused. */
export function alertMark(state: AlertState, reason: AlertReason | null): State {
  const isPaused = reason === 'paused-by-admin' || reason === 'paused-by-device';
  return isPaused && (state === 'suppressed' || state === 'planned') ? 'paused' : byState[state];
}

/** Where an alert stands, as mark and word. */
export function AlertMark({
  alert,
}: {
  readonly alert: Pick<Alert, 'state' | 'reason'>;
}): ReactNode {
  const { t } = useText();
  return (
    <StateMark
      state={alertMark(alert.state, alert.reason)}
      word={t(`alertStates.${alert.state}`)}
    />
  );
}
