import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { ReactNode } from 'react';
import type { IncomingMessage } from '../../../../shared/model/incoming.ts';
import { client, orpc } from '../../../api/client.ts';
import { HexView } from '../../../components/bytes/hex-view.tsx';
import { SidePanel } from '../../../components/panel/side-panel.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { placeOf } from '../../../routing/places.ts';
import styles from '../service.module.css';
import { useNames } from '../use-names.ts';
import { IncomingActions } from './incoming-actions.tsx';
import { MailMark } from './mail-mark.tsx';

/** Marks an SMS as read once it is shown. Says nothing when that fails: it stays marked as new. */
function useMarkRead({ id, read }: IncomingMessage): void {
  const queries = useQueryClient();
  const mark = useEffectEvent(() => {
    if (read) return;
    void client.incoming
      .setRead({ ids: [id], read: true })
      .then(() => queries.invalidateQueries({ queryKey: orpc.incoming.key() }))
      .catch(() => undefined);
  });
  // Only when it is opened: a person may mark it as new while it is shown.
  useEffect(() => {
    mark();
  }, [id]);
}

/** What {@link IncomingPanel} needs. */
export interface IncomingPanelProps {
  readonly message: IncomingMessage;
  readonly onReply: () => void;
  readonly onClose: () => void;
}

/** One incoming SMS: what it says, who it went to and why. */
export function IncomingPanel({ message, onReply, onClose }: IncomingPanelProps): ReactNode {
  const { t, format } = useText();
  const names = useNames();
  useMarkRead(message);
  const { accountId, mailTo, sentAt, detail } = message;
  const account = names.account(accountId);
  return (
    <SidePanel
      name="incoming"
      title={t('incomingPage.title', { number: message.number })}
      head={
        <>
          <div className={styles['headFacts']}>
            <RelativeTime at={message.receivedAt} />
            <Link {...placeOf('gateway', message.gatewayId)}>{message.gatewayName}</Link>
          </div>
          <div className={styles['actions']}>
            <Button
              size="compact-sm"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              onClick={onReply}
            >
              {t('incomingPage.action.reply')}
            </Button>
            <IncomingActions ids={[message.id]} isRead={message.read} onRemoved={onClose} />
          </div>
        </>
      }
      onClose={onClose}
    >
      <div className={styles['pad']}>
        {message.text === '' ? (
          <HexView bytes={{ hex: message.data.toLowerCase(), tree: [] }} fileName={message.id} />
        ) : (
          <p className={styles['said']}>{message.text}</p>
        )}
        <dl className={styles['facts']}>
          <dt>{t('incomingPage.column.for')}</dt>
          <dd>
            {account === undefined ? null : (
              <>
                <Link {...placeOf('account', accountId ?? '')}>{account}</Link>{' '}
              </>
            )}
            {mailTo === null || mailTo === account ? null : mailTo}
            {account === undefined && mailTo === null ? t('incomingPage.nobody') : null}
          </dd>
          <dt>{t('incomingPage.column.why')}</dt>
          <dd>{t(`incomingPage.matched.${message.matched}`)}</dd>
          <dt>{t('incomingPage.column.mail')}</dt>
          <dd>
            <MailMark mail={message.mail} />
            {detail === '' ? null : <div className="pd-soft">{detail}</div>}
          </dd>
          {sentAt === null ? null : (
            <>
              <dt>{t('incomingPage.sent-at')}</dt>
              <dd>{format.exact(sentAt)}</dd>
            </>
          )}
        </dl>
      </div>
    </SidePanel>
  );
}
