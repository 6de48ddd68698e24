import { IconChevronRight, IconKey, IconMail } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Phone } from '../../shared/model/phone.ts';
import { StateShape } from '../components/state-mark.tsx';
import { useText } from '../i18n/provider.tsx';
import { pendingSettings } from './pending-settings.ts';
import type { SettingsMessage } from './pending-settings.ts';
import styles from './phone-screen.module.css';

/** What {@link SettingsCard} shows. */
export interface SettingsCardProps {
  readonly phone: Phone;
  readonly onMessage: (message: SettingsMessage) => void;
  readonly onPassword: () => void;
}

/** What the phone needs of its owner before it can synchronise: nothing shows nothing. */
export function SettingsCard({ phone, onMessage, onPassword }: SettingsCardProps): ReactNode {
  const { t } = useText();
  const { profile } = phone;
  const pending = pendingSettings(phone);
  if (pending !== undefined) {
    const { state, problem } = pending.configuration;
    return (
      <button
        type="button"
        className={styles['card']}
        onClick={() => {
          onMessage(pending);
        }}
      >
        <IconMail size={17} stroke={1.6} aria-hidden />
        <span className={styles['cardText']}>
          <strong>{t('phones.notice.configuration')}</strong>
          <span>
            <StateShape state={problem === null ? 'waiting' : 'failed'} />{' '}
            {t(
              state === 'locked'
                ? 'phones.settings.card.locked'
                : problem === null
                  ? 'phones.settings.card.open'
                  : 'phones.settings.card.problem',
            )}
          </span>
        </span>
        <IconChevronRight size={14} stroke={1.6} aria-hidden />
      </button>
    );
  }
  if (profile.source === 'received' && !profile.hasPassword) {
    return (
      <button type="button" className={styles['card']} onClick={onPassword}>
        <IconKey size={17} stroke={1.6} aria-hidden />
        <span className={styles['cardText']}>
          <strong>{t('phones.settings.card.saved')}</strong>
          <span>
            <StateShape state="waiting" /> {t('phones.settings.card.password')}
          </span>
        </span>
        <IconChevronRight size={14} stroke={1.6} aria-hidden />
      </button>
    );
  }
  return null;
}
