import type { ReactNode } from 'react';
import type { Listener } from '../../../shared/model/system.ts';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './settings.module.css';

/** Where a listener really listens, or why it does not. */
export function ListenerLine({ listener }: { readonly listener: Listener | undefined }): ReactNode {
  const { t } = useText();
  return (
    <p className={styles['note']} role="status">
      <StateShape state={listener?.state ?? 'off'} />
      <span>
        {listener === undefined || listener.state === 'off'
          ? t('settings.changes.stopped')
          : listener.state === 'working'
            ? t('settings.changes.listening', {
                host: listener.host,
                port: String(listener.port),
              })
            : t('settings.changes.not-listening', { detail: listener.detail })}
      </span>
    </p>
  );
}
