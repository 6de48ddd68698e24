import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from './card.module.css';
import { breakerView } from './card-view.ts';

/** From so many seconds on a time is told in minutes and hours. */
const secondsInWords = 120;

/** The present time in steps of a second, as long as `isRunning`. */
function useSeconds(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);
  return now;
}

/** In words: that a failing gateway is left alone, and when it is tried next, counting down. */
export function BreakerLine({ gateway }: { readonly gateway: Gateway }): ReactNode {
  const { t, format } = useText();
  const now = useSeconds(gateway.active && gateway.breaker === 'open');
  const view = breakerView(gateway, now);
  if (view.kind === 'none') return null;
  const text =
    view.kind === 'open'
      ? t('gatewaysPage.breaker.open', {
          time:
            view.seconds < secondsInWords
              ? t('common.inSeconds', { count: format.number(view.seconds) })
              : format.duration(view.seconds * 1_000),
        })
      : t(`gatewaysPage.breaker.${view.kind}`);
  return <p className={styles['breaker']}>{text}</p>;
}
