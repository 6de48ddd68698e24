import type { ReactNode } from 'react';
import type { Phone, PhoneMessage } from '../../shared/model/phone.ts';
import { StateShape } from '../components/state-mark.tsx';
import { useText } from '../i18n/provider.tsx';
import { syncTypeOf } from './choose-phone.ts';
import { refusalOf } from './pending-settings.ts';
import { PhoneContent } from './phone-content.tsx';
import styles from './phone-screen.module.css';
import { SyncLine } from './sync-line.tsx';
import { useIsLit } from './use-awake.ts';
import type { Waking } from './use-awake.ts';

const noticeKeys = {
  alert: 'phones.notice.alert',
  duplicate: 'phones.notice.duplicate',
  text: 'phones.notice.text',
  configuration: 'phones.notice.configuration',
  undecodable: 'phones.notice.undecodable',
} as const;

/** A message that the phone did nothing with, and why. */
function Refusal({ message }: { readonly message: PhoneMessage }): ReactNode {
  const { t, format } = useText();
  const refusal = refusalOf(message);
  if (refusal === null) return null;
  return (
    <div className={styles['notice']} data-refused>
      <div className={styles['noticeHead']}>
        <span>{message.serverId ?? t('phones.carrier')}</span>
        <span>{format.hour(message.at)}</span>
      </div>
      <p className={styles['noticeText']}>
        <StateShape state="off" /> {t(`phones.refused.${refusal}`)}
      </p>
    </div>
  );
}

function Notice({ message }: { readonly message: PhoneMessage }): ReactNode {
  const { t, format } = useText();
  return (
    <div className={styles['notice']}>
      <div className={styles['noticeHead']}>
        <span>{message.serverId ?? t('phones.carrier')}</span>
        <span>{format.hour(message.at)}</span>
      </div>
      <p className={styles['noticeText']}>{t(noticeKeys[message.kind])}</p>
      {message.text === null ? null : <p className={styles['noticeText']}>{message.text}</p>}
      {message.syncs.length === 0 ? null : (
        <ul className={styles['syncs']}>
          {message.syncs.map((sync) => {
            const type = syncTypeOf(sync.syncType);
            return (
              <li key={sync.uri} data-known={sync.known}>
                <span className={styles['uri']}>{sync.uri}</span>
                <span>
                  {sync.known
                    ? type === null
                      ? String(sync.syncType)
                      : t(`syncTypes.${type}`)
                    : t('phones.folder.unknown')}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** What {@link PhoneScreen} shows. */
export interface PhoneScreenProps {
  readonly phone: Phone;
  readonly waking: Waking | null;
}

/**
 * A virtual phone, plainly drawn: it lights up when an alert wakes it, shows what it was told, and
 * holds what it has synchronised.
 */
export function PhoneScreen({ phone, waking }: PhoneScreenProps): ReactNode {
  const { t } = useText();
  const newest = phone.messages[0];
  // Settings light the screen as alerts do, though the phone does nothing about them by itself.
  const settingsAt = newest?.kind === 'configuration' ? newest.at : 0;
  const isLit = useIsLit(Math.max(phone.wokenAt ?? 0, settingsAt), waking);
  const isAwake = isLit || phone.sync.state === 'running';
  const wakes = waking !== null && waking.deviceId === phone.deviceId ? waking.count : 0;
  return (
    <div
      className={styles['phone']}
      data-lit={isAwake}
      // Two names for one movement: it starts anew at every waking, and what is open stays open.
      data-wakes={wakes > 0 && isLit ? (wakes % 2 === 0 ? 'even' : 'odd') : 'no'}
      role="group"
      aria-label={t('phones.screen', { name: phone.deviceName })}
    >
      <div className={styles['ear']} aria-hidden />
      <div className={styles['screen']}>
        <div className={styles['status']}>
          <span>{t('phones.carrier')}</span>
          <span>{t(isAwake ? 'phones.awake' : 'phones.asleep')}</span>
        </div>
        <p className={styles['owner']}>
          {phone.deviceName}
          <span className={styles['virtual']}>{t('common.virtual')}</span>
        </p>
        <SyncLine phone={phone} />
        <PhoneContent
          key={phone.number}
          phone={phone}
          notice={
            newest === undefined ? null : refusalOf(newest) !== null ? (
              <Refusal message={newest} />
            ) : isLit && newest.kind !== 'configuration' ? (
              <Notice message={newest} />
            ) : null
          }
        />
      </div>
      <div className={styles['key']} aria-hidden />
    </div>
  );
}
