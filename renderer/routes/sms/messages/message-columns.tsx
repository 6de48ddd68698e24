import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Message } from '../../../../shared/model/message.ts';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import type { DataColumn } from '../../../components/table/columns.ts';
import { formatMoney } from '../../../i18n/money.ts';
import { useText } from '../../../i18n/provider.tsx';
import { placeOf } from '../../../routing/places.ts';
import { messageMarks } from '../message-state.ts';
import styles from '../service.module.css';
import { useNames } from '../use-names.ts';
import { messageKind } from './message-kind.ts';
import { saidOf } from './said-of.ts';

/** What {@link useMessageColumns} needs. */
export interface MessageColumnsOptions {
  /** ISO 4217; undefined until it is known. */
  readonly currency: string | undefined;
  /** False while only a part of the messages is read: sorting by other columns would mislead. */
  readonly canSort: boolean;
}

/** The columns of the table of messages. */
export function useMessageColumns({
  currency,
  canSort,
}: MessageColumnsOptions): readonly DataColumn<Message>[] {
  const { t, format, language } = useText();
  const names = useNames();
  return useMemo(() => {
    const whose = (message: Message): string =>
      names.device(message.deviceId) ??
      names.account(message.accountId) ??
      names.user(message.userId) ??
      '';
    const gatewayOf = (message: Message): string | undefined =>
      names.gateway(message.lastGatewayId ?? message.gatewayId) ??
      message.lastGatewayName ??
      undefined;
    const columns: readonly DataColumn<Message>[] = [
      {
        id: 'state',
        header: t('messagesPage.column.state'),
        width: 'minmax(118px, 0.8fr)',
        cell: (message) => (
          <StateMark
            state={messageMarks[message.state]}
            word={t(`messageStates.${message.state}`)}
          />
        ),
        sortValue: (message) => message.state,
      },
      {
        id: 'time',
        header: t('messagesPage.column.time'),
        width: 'minmax(116px, 0.7fr)',
        cell: (message) => <RelativeTime at={message.createdAt} />,
        sortValue: (message) => message.createdAt,
      },
      {
        id: 'number',
        header: t('messagesPage.column.number'),
        width: 'minmax(118px, 0.9fr)',
        canHide: false,
        cell: (message) => <span className="pd-mono">{message.number}</span>,
        sortValue: (message) => message.number,
      },
      {
        id: 'for',
        header: t('messagesPage.column.for'),
        width: 'minmax(96px, 1fr)',
        cell: (message) => whose(message) || <span className="pd-soft">–</span>,
        sortValue: whose,
      },
      {
        id: 'what',
        header: t('messagesPage.column.what'),
        width: 'minmax(100px, 1.2fr)',
        cell: (message) => (
          <span className={styles['what']}>
            <span>{t(`messagesPage.kind.${messageKind(message)}`)}</span>
            {message.text === null ? null : <span className="pd-soft pd-cut">{message.text}</span>}
          </span>
        ),
        sortValue: (message) => messageKind(message),
      },
      {
        id: 'parts',
        header: t('messagesPage.column.parts'),
        width: '52px',
        align: 'end',
        cell: (message) => format.number(message.parts.length),
        sortValue: (message) => message.parts.length,
      },
      {
        id: 'gateway',
        header: t('messagesPage.column.gateway'),
        width: 'minmax(92px, 0.8fr)',
        cell: (message) => gatewayOf(message) ?? <span className="pd-soft">–</span>,
        sortValue: (message) => gatewayOf(message) ?? null,
      },
      {
        id: 'attempts',
        header: t('messagesPage.column.attempts'),
        width: '66px',
        align: 'end',
        cell: (message) => format.number(message.attempts),
        sortValue: (message) => message.attempts,
      },
      {
        id: 'reason',
        header: t('messagesPage.column.reason'),
        width: 'minmax(136px, 1.8fr)',
        cell: (message) => {
          if (message.reason === null) return null;
          const said = saidOf(message, t).join(' ');
          return (
            <span className="pd-soft" title={said === '' ? undefined : said}>
              {t(`messageReasons.${message.reason}`)}
            </span>
          );
        },
        sortValue: (message) => message.reason,
      },
      {
        id: 'next',
        header: t('messagesPage.column.next'),
        width: 'minmax(100px, 0.7fr)',
        isHidden: true,
        cell: (message) =>
          message.state === 'queued' ? (
            <RelativeTime at={message.nextAttemptAt} />
          ) : (
            <span className="pd-soft">–</span>
          ),
        sortValue: (message) => (message.state === 'queued' ? message.nextAttemptAt : null),
      },
      {
        id: 'cost',
        header: t('messagesPage.column.cost'),
        width: '72px',
        align: 'end',
        cell: (message) =>
          message.cost === null || currency === undefined ? (
            <span className="pd-soft">–</span>
          ) : (
            formatMoney(language, currency, message.cost)
          ),
        sortValue: (message) => message.cost,
      },
      {
        id: 'trace',
        header: t('messagesPage.column.trace'),
        width: '56px',
        cell: (message) => (
          <Link
            {...placeOf('trace', message.traceId)}
            aria-label={t('messagesPage.trace-of', { number: message.number })}
          >
            {t('messagesPage.trace')}
          </Link>
        ),
      },
    ];
    return canSort ? columns : columns.map(withoutSort);
  }, [t, format, language, names, currency, canSort]);
}

function withoutSort({ sortValue: _sorted, ...column }: DataColumn<Message>): DataColumn<Message> {
  return column;
}
