import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Delivery, Message } from '../../../shared/model/message.ts';
import { orpc } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SidePanel } from '../../components/panel/side-panel.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { messageMarks, outcomeMarks } from './message-state.ts';
import styles from './sms.module.css';

function Attempt({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const { t, format } = useText();
  return (
    <li className={styles['attempt']}>
      <div>
        <strong>
          {t('sms.message.attempt', {
            attempt: delivery.attempt,
            gateway: delivery.gatewayName,
          })}
        </strong>
        <StateMark
          state={outcomeMarks[delivery.outcome]}
          word={t(`outcomes.${delivery.outcome}`)}
        />
        <RelativeTime at={delivery.startedAt} />
        {delivery.endedAt === null ? null : (
          <span className="pd-soft">{format.duration(delivery.endedAt - delivery.startedAt)}</span>
        )}
      </div>
      {delivery.reason === null || delivery.reason === 'ok' ? null : (
        <div className="pd-soft">{t(`gatewayReasons.${delivery.reason}`)}</div>
      )}
      {delivery.detail === '' ? null : <div className="pd-mono">{delivery.detail}</div>}
      {delivery.providerId === null ? null : (
        <div className="pd-soft">{t('sms.message.provider-id', { id: delivery.providerId })}</div>
      )}
      {delivery.reportedAt === null ? null : (
        <div className="pd-soft">
          {t('sms.message.reported')} <RelativeTime at={delivery.reportedAt} />
        </div>
      )}
    </li>
  );
}

function Parts({ message }: { readonly message: Message }): ReactNode {
  const { t } = useText();
  const count = message.parts.length;
  return (
    <div className={styles['parts']}>
      {message.parts.map((part, index) => (
        <div key={index}>
          <p className={styles['label']}>{t('sms.message.part', { part: index + 1, count })}</p>
          <p className={styles['hex']}>
            <span className="pd-soft">{part.udh}</span> {part.data}
          </p>
        </div>
      ))}
    </div>
  );
}

/** What {@link MessagePanel} needs. */
export interface MessagePanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One SMS: where it stands, every attempt, its bytes. */
export function MessagePanel({ id, onClose }: MessagePanelProps): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(orpc.messages.get.queryOptions({ input: { id } }));
  if (data === undefined) {
    return (
      <SidePanel name="messages" title={t('common.loading')} onClose={onClose}>
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </SidePanel>
    );
  }
  const { message, deliveries } = data;
  return (
    <SidePanel
      name="messages"
      title={t('sms.message.title', { number: message.number })}
      state={
        <StateMark state={messageMarks[message.state]} word={t(`messageStates.${message.state}`)} />
      }
      head={
        <div className={styles['facts']}>
          <RelativeTime at={message.createdAt} />
          <span>{t('sms.message.parts', { count: message.parts.length })}</span>
          {message.state === 'queued' ? (
            <span>
              {t('sms.messages.column.next')} <RelativeTime at={message.nextAttemptAt} />
            </span>
          ) : null}
          <Link {...placeOf('trace', message.traceId)}>{t('sms.messages.trace')}</Link>
        </div>
      }
      onClose={onClose}
    >
      <div className={styles['pad']}>
        {message.state === 'uncertain' ? <p>{t('sms.message.uncertain-why')}</p> : null}
        <h3 className={styles['label']}>{t('sms.message.attempts')}</h3>
        {deliveries.length === 0 ? (
          <p className="pd-soft">{t('sms.message.no-attempt')}</p>
        ) : (
          <ol className={styles['attempts']}>
            {deliveries.map((delivery) => (
              <Attempt key={delivery.id} delivery={delivery} />
            ))}
          </ol>
        )}
        <Parts message={message} />
      </div>
    </SidePanel>
  );
}
