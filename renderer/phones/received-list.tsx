import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { virtualImsi } from '../../shared/model/phone.ts';
import type { Phone, PhoneMessage } from '../../shared/model/phone.ts';
import { HexView } from '../components/bytes/hex-view.tsx';
import { CopyText } from '../components/copy-text.tsx';
import { RelativeTime } from '../components/relative-time.tsx';
import { StateMark } from '../components/state-mark.tsx';
import { useText } from '../i18n/provider.tsx';
import { placeOf } from '../routing/places.ts';
import { refusalOf } from './pending-settings.ts';
import styles from './phones.module.css';

const marks = {
  alert: 'working',
  duplicate: 'off',
  configuration: 'working',
  text: 'working',
  undecodable: 'failed',
} as const;

const settingsMarks = {
  locked: 'waiting',
  open: 'waiting',
  saved: 'working',
  discarded: 'off',
} as const;

/** What a message was, and what became of it. */
function MessageMark({ message }: { readonly message: PhoneMessage }): ReactNode {
  const { t } = useText();
  const { kind, ignored, configuration } = message;
  if (configuration !== null) {
    const { state } = configuration;
    return <StateMark state={settingsMarks[state]} word={t(`phones.received.settings.${state}`)} />;
  }
  if (ignored !== null) return <StateMark state="off" word={t('phones.received.ignored')} />;
  return <StateMark state={marks[kind]} word={t(`phones.received.kind.${kind}`)} />;
}

const uiModes = ['not-specified', 'background', 'informative', 'user-interaction'] as const;

/** What the message said, field by field, and its bytes: the developer's view. */
function MessageDetails({ message }: { readonly message: PhoneMessage }): ReactNode {
  const { t } = useText();
  const mode = uiModes.find((one) => one === message.uiMode);
  const facts = [
    [t('phones.told.server'), message.serverId],
    [
      t('phones.told.session'),
      message.sessionId === null ? null : message.sessionId.toString(16).toUpperCase(),
    ],
    [t('phones.told.version'), message.version === null ? null : `SAN ${message.version}`],
    [t('phones.told.ui-mode'), mode === undefined ? null : t(`phones.ui-mode.${mode}`)],
    [
      t('phones.told.digest'),
      message.kind !== 'alert' && message.kind !== 'duplicate'
        ? null
        : message.digestOk === null
          ? t('phones.digest.none')
          : t(message.digestOk ? 'phones.digest.ok' : 'phones.digest.bad'),
    ],
  ] as const;
  const count = message.parts.length;
  const refusal = refusalOf(message);
  return (
    <div className={styles['details']}>
      {message.error === null ? null : (
        <p className={styles['error']}>{t('phones.developer.error', { error: message.error })}</p>
      )}
      {refusal === null || message.kind === 'undecodable' ? null : (
        <p className={styles['part']}>{t(`phones.refused.${refusal}`)}</p>
      )}
      {message.kind === 'configuration' && message.parts.length === 0 ? (
        <p className={styles['part']}>{t('phones.developer.gone')}</p>
      ) : null}
      <dl className={styles['facts']}>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {message.parts.map((part, index) => (
        <div key={index}>
          {count > 1 ? (
            <p className={styles['part']}>
              {t('phones.developer.part', { part: index + 1, count })}
            </p>
          ) : null}
          <HexView bytes={part} fileName={`sms-${message.id}-${String(index + 1)}`} />
        </div>
      ))}
    </div>
  );
}

/** What a virtual phone received, newest first, each with the developer's view of its bytes. */
export function ReceivedList({ phone }: { readonly phone: Phone }): ReactNode {
  const { t, format } = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <section className={styles['received']} aria-label={t('phones.received.title')}>
      <h3 className={styles['heading']}>
        {t('phones.received.title')}{' '}
        <span className="pd-soft">{t('phones.received.count', { count: phone.received })}</span>
      </h3>
      {phone.deviceId === null ? null : (
        <p className={styles['sim']}>
          {t('phones.developer.imsi')}{' '}
          <CopyText value={virtualImsi(phone.number)} what={t('phones.developer.imsi')} />
        </p>
      )}
      <ul className={styles['messages']}>
        {phone.messages.map((message) => {
          const isOpen = message.id === openId;
          return (
            <li key={message.id} className={styles['message']}>
              <div className={styles['line']}>
                <MessageMark message={message} />
                <RelativeTime at={message.at} />
                {message.traceId === null ? null : (
                  <Link {...placeOf('trace', message.traceId)}>{t('phones.trace')}</Link>
                )}
                <button
                  type="button"
                  className={styles['toggle']}
                  aria-expanded={isOpen}
                  aria-label={`${t('phones.developer.show')}: ${format.exact(message.at)}`}
                  onClick={() => {
                    setOpenId(isOpen ? null : message.id);
                  }}
                >
                  {t('phones.developer.show')}
                </button>
              </div>
              {isOpen ? <MessageDetails message={message} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
