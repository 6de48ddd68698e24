import { useMemo } from 'react';
import type { IncomingMessage } from '../../../../shared/model/incoming.ts';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import type { DataColumn } from '../../../components/table/columns.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import { MailMark } from './mail-mark.tsx';

/** The columns of the table of incoming SMS. */
export function useIncomingColumns(): readonly DataColumn<IncomingMessage>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'read',
        header: t('incomingPage.column.read'),
        width: '84px',
        cell: (message) =>
          message.read ? null : <StateMark state="waiting" word={t('incomingPage.new')} />,
        sortValue: (message) => (message.read ? 1 : 0),
      },
      {
        id: 'time',
        header: t('incomingPage.column.time'),
        width: 'minmax(116px, 0.7fr)',
        cell: (message) => <RelativeTime at={message.receivedAt} />,
        sortValue: (message) => message.receivedAt,
      },
      {
        id: 'number',
        header: t('incomingPage.column.number'),
        width: 'minmax(120px, 0.8fr)',
        canHide: false,
        cell: (message) => <span className="pd-mono">{message.number}</span>,
        sortValue: (message) => message.number,
      },
      {
        id: 'text',
        header: t('incomingPage.column.text'),
        width: 'minmax(180px, 2.4fr)',
        cell: (message) =>
          message.text === '' ? (
            <span className="pd-soft">{t('incomingPage.bytes')}</span>
          ) : (
            <span className={message.read ? undefined : styles['unread']}>{message.text}</span>
          ),
      },
      {
        id: 'for',
        header: t('incomingPage.column.for'),
        width: 'minmax(130px, 1.1fr)',
        cell: (message) => message.mailTo ?? <span className="pd-soft">–</span>,
        sortValue: (message) => message.mailTo,
      },
      {
        id: 'why',
        header: t('incomingPage.column.why'),
        width: 'minmax(110px, 0.9fr)',
        cell: (message) => (
          <span className="pd-soft">{t(`incomingPage.matched-short.${message.matched}`)}</span>
        ),
        sortValue: (message) => message.matched,
      },
      {
        id: 'mail',
        header: t('incomingPage.column.mail'),
        width: 'minmax(100px, 0.7fr)',
        cell: (message) => <MailMark mail={message.mail} />,
        sortValue: (message) => message.mail,
      },
      {
        id: 'gateway',
        header: t('incomingPage.column.gateway'),
        width: 'minmax(100px, 0.8fr)',
        cell: (message) => message.gatewayName,
        sortValue: (message) => message.gatewayName,
      },
    ],
    [t],
  );
}
