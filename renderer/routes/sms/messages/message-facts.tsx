import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Message } from '../../../../shared/model/message.ts';
import { formatMoney } from '../../../i18n/money.ts';
import { useText } from '../../../i18n/provider.tsx';
import { placeOf } from '../../../routing/places.ts';
import styles from '../service.module.css';
import type { Names } from '../use-names.ts';

/** What {@link MessageFacts} needs. */
export interface MessageFactsProps {
  readonly message: Message;
  readonly names: Names;
  readonly currency: string | undefined;
}

function Whose({ message, names }: Pick<MessageFactsProps, 'message' | 'names'>): ReactNode {
  const device = names.device(message.deviceId);
  const account = names.account(message.accountId);
  return (
    <>
      {device === undefined ? null : (
        <Link {...placeOf('device', message.deviceId ?? '')}>{device}</Link>
      )}
      {device === undefined || account === undefined ? null : ', '}
      {account === undefined ? null : (
        <Link {...placeOf('account', message.accountId ?? '')}>{account}</Link>
      )}
    </>
  );
}

/** What is known of a message beside its way. */
export function MessageFacts({ message, names, currency }: MessageFactsProps): ReactNode {
  const { t, language } = useText();
  const { text, cost, sender, gatewayId } = message;
  const isSomebodys =
    names.device(message.deviceId) !== undefined || names.account(message.accountId) !== undefined;
  return (
    <dl className={styles['facts']}>
      {text === null ? null : (
        <>
          <dt>{t('messagesPage.fact.text')}</dt>
          <dd className={styles['said']}>{text}</dd>
        </>
      )}
      {isSomebodys ? (
        <>
          <dt>{t('messagesPage.fact.for')}</dt>
          <dd>
            <Whose message={message} names={names} />
          </dd>
        </>
      ) : null}
      {gatewayId === null ? null : (
        <>
          <dt>{t('messagesPage.fact.gateway')}</dt>
          <dd>
            <Link {...placeOf('gateway', gatewayId)}>{names.gateway(gatewayId) ?? gatewayId}</Link>
          </dd>
        </>
      )}
      {sender === '' ? null : (
        <>
          <dt>{t('messagesPage.fact.sender')}</dt>
          <dd>{sender}</dd>
        </>
      )}
      <dt>{t('messagesPage.fact.class')}</dt>
      <dd>{t(`messagesPage.class.${message.class}`)}</dd>
      <dt>{t('messagesPage.fact.cost')}</dt>
      <dd>
        {cost === null || currency === undefined ? (
          <span className="pd-soft">{t('messagesPage.fact.no-cost')}</span>
        ) : (
          formatMoney(language, currency, cost)
        )}
      </dd>
    </dl>
  );
}
