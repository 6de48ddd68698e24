import type { ReactNode } from 'react';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import { StateShape } from '../../../components/state-mark.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from './card.module.css';

/** How an SMPP gateway is bound, and for how long its link has stood. */
export function LinkFact({ gateway }: { readonly gateway: Gateway }): ReactNode {
  const { t, format } = useText();
  const now = useNow();
  const { bound, connectedAt } = gateway.facts;
  if (gateway.kind !== 'smpp' || !gateway.active) return null;
  return (
    <p className={styles['link']}>
      <StateShape state={bound === null ? 'off' : 'working'} />
      <span>
        {t(`gatewaysPage.bound.${bound ?? 'none'}`)}
        {bound === null || connectedAt === null
          ? null
          : `, ${t('gatewaysPage.connected', {
              duration: format.duration(Math.max(1_000, now - connectedAt)),
            })}`}
      </span>
    </p>
  );
}
