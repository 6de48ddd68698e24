import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Session, SessionMessage } from '../../../shared/model/session.ts';
import { HexView } from '../../components/bytes/hex-view.tsx';
import { CodeBlock } from '../../components/code-block.tsx';
import { useText } from '../../i18n/provider.tsx';
import { NoMessages } from './no-messages.tsx';
import styles from './session.module.css';

function MessageView({
  session,
  message,
}: {
  readonly session: Session;
  readonly message: SessionMessage;
}): ReactNode {
  const { t } = useText();
  return (
    <div className={styles['message']}>
      <section className={styles['pane']} aria-label={t('session.messages.xml')}>
        <h2 className={styles['label']}>{t('session.messages.xml')}</h2>
        {message.text === '' ? (
          <p className="pd-soft">{t('session.messages.unreadable')}</p>
        ) : (
          <>
            <p className={styles['under']}>{t('session.messages.xml-note')}</p>
            <CodeBlock what={t('session.messages.xml')} text={message.text} />
          </>
        )}
      </section>
      <section className={styles['pane']} aria-label={t('session.messages.bytes')}>
        <h2 className={styles['label']}>{t('session.messages.bytes')}</h2>
        <HexView bytes={message.bytes} fileName={`${session.id}-${String(message.number)}`} />
      </section>
    </div>
  );
}

/** What {@link MessagesTab} shows. */
export interface MessagesTabProps {
  readonly session: Session;
  readonly messages: readonly SessionMessage[];
}

/** The messages of a session: the list, and the chosen one as XML beside its octets. */
export function MessagesTab({ session, messages }: MessagesTabProps): ReactNode {
  const { t, format } = useText();
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = messages.find(({ number }) => number === chosen) ?? messages[0];
  if (shown === undefined) return <NoMessages session={session} />;
  return (
    <div className={styles['messages']}>
      <div className={styles['list']} role="group" aria-label={t('session.messages.list')}>
        {messages.map((message) => (
          <button
            key={message.number}
            type="button"
            className={styles['entry']}
            aria-pressed={message.number === shown.number}
            onClick={() => {
              setChosen(message.number);
            }}
          >
            <span aria-hidden>{message.direction === 'in' ? '↑' : '↓'}</span>
            <span className={styles['name']}>
              {t('session.messages.name', {
                number: message.number,
                direction: t(`session.messages.${message.direction}`),
              })}
            </span>
            <span className={styles['at']}>{format.clock(message.at)}</span>
            <span className={styles['size']}>{format.bytes(message.bytes.hex.length / 2)}</span>
          </button>
        ))}
      </div>
      <MessageView key={shown.number} session={session} message={shown} />
    </div>
  );
}
