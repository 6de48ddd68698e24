import type { ReactNode } from 'react';
import type { GatewayFacts } from '../../../../shared/model/gateway.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from './card.module.css';
import { signalView } from './card-view.ts';

const heights = [4, 7, 10, 13] as const;

/** A modem's signal as bars and in words, its operator and how it is registered. */
export function Signal({ facts }: { readonly facts: GatewayFacts }): ReactNode {
  const { t } = useText();
  const { signalDbm, operator, registration } = facts;
  const signal = signalDbm === null ? null : signalView(signalDbm);
  const words = [
    ...(operator === null || operator === '' ? [] : [operator]),
    ...(registration === null ? [] : [t(`gatewaysPage.registration.${registration}`)]),
  ];
  if (signal === null && words.length === 0) return null;
  return (
    <p className={styles['fact']}>
      {signal === null || signalDbm === null ? null : (
        <>
          <svg className={styles['bars']} viewBox="0 0 18 14" aria-hidden>
            {heights.map((height, index) => (
              <rect
                key={height}
                x={index * 5}
                y={14 - height}
                width="3"
                height={height}
                className={index < signal.bars ? styles['bar-full'] : styles['bar-empty']}
              />
            ))}
          </svg>
          <span>
            {t(`gatewaysPage.signal.${signal.word}`)}{' '}
            <span className="pd-soft">{t('gatewaysPage.signal.dbm', { dbm: signalDbm })}</span>
          </span>
        </>
      )}
      {words.length === 0 ? null : <span>{words.join(' · ')}</span>}
    </p>
  );
}
