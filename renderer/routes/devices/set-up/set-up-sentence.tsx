import type { ReactNode } from 'react';
import { StateShape } from '../../../components/state-mark.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useText } from '../../../i18n/provider.tsx';
import type { SetUpState } from './set-up-state.ts';
import styles from './set-up.module.css';

/** How far a phone is, in a sentence. */
export function SetUpSentence({ state }: { readonly state: SetUpState }): ReactNode {
  const { t, format } = useText();
  const now = useNow();
  const { word, at, reason } = state;
  const time = at === null ? '' : format.relative(at, now);
  const text =
    word === 'none'
      ? t('provisioningPage.state.none')
      : word !== 'failed'
        ? t(`provisioningPage.state.${word}`, { time })
        : reason === null
          ? t('provisioningPage.state.failed-plain', { time })
          : t('provisioningPage.state.failed', { time, reason: t(`alertReasons.${reason}`) });
  return (
    <p className={styles['state']}>
      <StateShape state={state.mark} />
      <span title={at === null ? undefined : format.exact(at)}>{text}</span>
    </p>
  );
}
