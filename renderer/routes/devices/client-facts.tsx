import type { ReactNode } from 'react';
import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { ClientTypeId } from '../../../shared/model/words.ts';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import type { TextTools } from '../../i18n/provider.tsx';
import styles from './devices.module.css';

/** Why devices of a client type cannot be alerted, in a sentence; null where they can. */
export function whyNoPush(t: TextTools['t'], id: ClientTypeId): string | null {
  const { push } = clientType(id);
  if (push.isPossible) return null;
  return push.reason === null
    ? t('deviceReasons.push-not-possible')
    : t(`clientTypeReasons.${push.reason}`);
}

/** What a client type can do: alerts, and configuration by SMS. */
export function ClientFacts({ id }: { readonly id: ClientTypeId }): ReactNode {
  const { t } = useText();
  const { otaConfiguration } = clientType(id);
  const noPush = whyNoPush(t, id);
  return (
    <ul className={styles['possible']}>
      <li>
        <StateShape state={noPush === null ? 'working' : 'off'} />
        <span>
          {noPush === null
            ? t('devices.possible.push')
            : t('devices.possible.no-push', { reason: noPush })}
        </span>
      </li>
      <li>
        <StateShape state={otaConfiguration.isPossible ? 'working' : 'off'} />
        <span>
          {otaConfiguration.isPossible || otaConfiguration.reason === null
            ? t('devices.possible.ota')
            : t('devices.possible.no-ota', {
                reason: t(`clientTypeReasons.${otaConfiguration.reason}`),
              })}
        </span>
      </li>
    </ul>
  );
}
