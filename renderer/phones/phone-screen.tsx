import type { ReactNode } from 'react';
import type { Phone, PhoneMessage } from '../../shared/model/phone.ts';
import { useText } from '../i18n/provider.tsx';
import { syncTypeOf } from './choose-phone.ts';
import styles from './phones.module.css';
import { useIsLit } from './use-awake.ts';
import type { Waking } from './use-awake.ts';

const noticeKeys = {
  alert: 'phones.notice.alert',
  duplicate: 'phones.notice.duplicate',
  text: 'phones.notice.text',
  undecodable: 'phones.notice.undecodable',
} as const;

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

/** A virtual phone, plainly drawn: it lights up when an alert wakes it, and shows what it was told. */
export function PhoneScreen({ phone, waking }: PhoneScreenProps): ReactNode {
  const { t, format } = useText();
  const isLit = useIsLit(phone.wokenAt, waking);
  const wakes = waking !== null && waking.deviceId === phone.deviceId ? waking.count : 0;
  const newest = phone.messages[0];
  return (
    <div
      // A new key starts the movement anew at every waking, and only then.
      key={wakes}
      className={styles['phone']}
      data-lit={isLit}
      data-wakes={wakes > 0 && isLit}
      role="group"
      aria-label={t('phones.screen', { name: phone.deviceName })}
    >
      <div className={styles['ear']} aria-hidden />
      <div className={styles['screen']}>
        <div className={styles['status']}>
          <span>{t('phones.carrier')}</span>
          <span>{t(isLit ? 'phones.awake' : 'phones.asleep')}</span>
        </div>
        <p className={styles['owner']}>
          {phone.deviceName}
          <span className={styles['virtual']}>{t('common.virtual')}</span>
        </p>
        {newest === undefined ? (
          <p className={styles['idle']}>{t('phones.idle')}</p>
        ) : (
          <Notice message={newest} />
        )}
        {phone.wokenAt === null ? null : (
          <p className={styles['foot']}>{format.exact(phone.wokenAt)}</p>
        )}
      </div>
      <div className={styles['key']} aria-hidden />
    </div>
  );
}
